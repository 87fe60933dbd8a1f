namespace OnRecord.Language.Mentions.Places;

/// <summary>A place that a name may mean.</summary>
/// <param name="Id">Its number in the gazetteer.</param>
/// <param name="Record">Its record.</param>
/// <param name="Alternate">True where the name is not its usual one.</param>
/// <param name="Part">True where the text names a part of it ("northern Mali").</param>
/// <param name="Weight">How likely it is meant where nothing else is known, in decades.</param>
internal sealed record Candidate(int Id, PlaceRecord Record, bool Alternate, bool Part, double Weight);

/// <summary>Finds what a name may mean: by the name itself, then without the type words, articles and directions around it.</summary>
internal sealed class CandidateFinder(Gazetteer gazetteer, GazetteerKeys keys)
{
    private const uint Metropolis = 1_000_000;

    private readonly List<(int Id, bool Alternate)> _hits = [];
    private readonly Dictionary<int, Candidate> _found = [];

    public IReadOnlyList<Candidate> Find(string name)
    {
        if (name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("\u2019s", StringComparison.Ordinal)) name = name[..^2];
        Collect(PlaceNames.Fold(name), isTitled: char.IsUpper(name.AsSpan().TrimStart() is [var first, ..] ? first : ' '));
        if (State(name) is { } state) Add(state, alternate: false, part: false, char.IsAsciiLetterLower(name[1]) ? 3 : 0);
        if (_found.Count == 0 && name.IndexOf(',') is > 0 and var comma) return Inside(name[..comma], name[(comma + 1)..]);
        if (_found.Count == 0 && name.IndexOf(" of ", StringComparison.Ordinal) is > 0 and var of) return Inside(name[..of], name[(of + 4)..]);

        // A name that is somebody's own speaks against those who bear it besides another ("Philadelphia" was Amman's).
        var owned = _found.Values.Any(c => !c.Alternate && c.Record.Prominence >= 3);
        var list = new List<Candidate>(_found.Count);
        foreach (var c in _found.Values) list.Add(c.Alternate ? c with { Weight = c.Weight - (owned ? 2 : 0.5) } : c);
        list.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Id.CompareTo(b.Id));
        return list;
    }

    private void Collect(string folded, bool isTitled)
    {
        Look(folded, null, false, 0);
        var words = folded.Split(' ');
        if (words.Length > 1)
        {
            // "Helmand province", "Kharkiv oblast", and "province of Helmand", "city of Farah".
            // "Mexico City" is no city called Mexico.
            if (PlaceTypes.Kind(words[^1]) is { } last && !(isTitled && _found.Values.Any(c => !c.Alternate && c.Record.Kind == last))) Look(string.Join(' ', words[..^1]), last, false, 0);
            if (words.Length > 2 && words[1] == "of" && PlaceTypes.Kind(words[0]) is { } first) Look(string.Join(' ', words[2..]), first, false, 0);
        }
        if (_found.Count > 0 || words.Length < 2) return;
        LookJoined(words);
        if (_found.Count > 0) return;
        if (words.Length > 2 && words[^2] == "autonomous" && PlaceTypes.Kind(words[^1]) is { } level) Look(string.Join(' ', words[..^2]), level, false, 0);
        if (PlaceTypes.Facility(words) is > 0 and var said) Look(string.Join(' ', words[..^said]), null, false, -0.3);
        else if (words is ["camp" or "port", ..]) Look(string.Join(' ', words[(words[1] == "of" ? 2 : 1)..]), null, false, -0.3);
        if (_found.Count > 0) return;
        if (words[0] is "al" or "el" or "an" or "ar" or "as" or "ash" or "at" or "ad" or "az") Look(string.Join(' ', words[1..]), null, false, -0.5);
        if (_found.Count == 0 && PlaceTypes.IsDirection(words[0]))
        {
            var rest = words[1] == "of" ? words[2..] : words[1..];
            if (rest is ["the", ..]) rest = rest[1..];
            Look(string.Join(' ', rest), null, true, 0);
            if (_found.Count == 0 && rest.Length > 1 && PlaceTypes.Kind(rest[^1]) is { } kind) Look(string.Join(' ', rest[..^1]), kind, true, 0);
            // "eastern Mosul" is in Mosul; "Eastern Samar" is a name of its own, unless it is a part of a country or province.
            var least = words[0] is "north" or "south" or "east" or "west" or "greater" ? Metropolis : uint.MaxValue;   // "North London"
            foreach (var (id, c) in _found.ToArray())
                if (c.Alternate || (isTitled && c.Record.Kind > PlaceKind.Admin1 && c.Record.Population < least)) _found.Remove(id);
        }
    }

    // "Pul-e Alam", "Pul-i-Alam" and "Puli Alam" are one name.
    private void LookJoined(string[] words)
    {
        foreach (var spelling in PlaceNames.Joined(words)) Look(spelling, null, false, -0.3);
        foreach (var (id, c) in _found.ToArray())
            if (!PlaceNames.JoinsWords(gazetteer.Code(c.Record.Country))) _found.Remove(id);
    }

    private void Look(string folded, PlaceKind? said, bool part, double bonus)
    {
        if (!keys.TryFind(folded, _hits)) return;
        // "Madison County" is a county where there is one of that name, and not the city of Madison.
        var least = _found.Values.Any(c => !c.Alternate) ? 0.5 : 0.1;
        foreach (var (id, alternate) in _hits)
        {
            var answers = said is { } wanted ? PlaceTypes.Answers(wanted, gazetteer.Record(id).Kind) : 1;
            if (answers >= least) Add(id, alternate, part, bonus + (said is null ? 0 : 4 * answers - 2));
        }
    }

    private void Add(int id, bool alternate, bool part, double bonus)
    {
        var record = gazetteer.Record(id);
        var weight = record.Prominence + bonus;
        if (_found.TryGetValue(id, out var before) && (before.Alternate, -before.Weight).CompareTo((alternate, -weight)) <= 0) return;
        _found[id] = new Candidate(id, record, alternate, part, weight);
    }

    // Postal abbreviations of the United States are the codes of its divisions: in capitals ("TX"), or with a full stop ("Ga.", "N.Y.").
    private int? State(string name)
    {
        var letters = name.Replace(".", "");
        if (letters.Length != 2 || !char.IsAsciiLetterUpper(letters[0]) || !char.IsAsciiLetter(letters[1])) return null;
        return letters.Length < name.Length || char.IsAsciiLetterUpper(letters[1]) ? gazetteer.Admin1Id("US." + letters.ToUpperInvariant()) : null;
    }

    private List<Candidate> Inside(string inner, string outer)
    {
        var around = new CandidateFinder(gazetteer, keys).Find(outer.Trim());
        var list = new List<Candidate>();
        foreach (var candidate in new CandidateFinder(gazetteer, keys).Find(inner.Trim()))
            foreach (var whole in around)
                if (Contains(gazetteer, whole, candidate.Id, candidate.Record))
                {
                    list.Add(candidate);
                    break;
                }
        return list;
    }

    /// <summary>True where <paramref name="outer"/> is a country or division and holds the place.</summary>
    public static bool Contains(Gazetteer gazetteer, Candidate outer, int id, PlaceRecord inner) => id != outer.Id && outer.Record.Kind switch
    {
        PlaceKind.Country => inner.Country == outer.Id,
        PlaceKind.Admin1 => gazetteer.Admin1Id(inner) == outer.Id,
        PlaceKind.Admin2 => gazetteer.Admin2Id(inner) == outer.Id,
        _ => false,
    };
}
