namespace OnRecord.Language.Mentions.Places;

/// <summary>A place that a group of names may mean, and what speaks for it.</summary>
internal sealed class PlaceChoice(Candidate candidate)
{
    public Candidate Candidate { get; } = candidate;

    public PlaceRecord Record => Candidate.Record;

    /// <summary>How likely it is, in decades.</summary>
    public double Score { get; set; }

    /// <summary>Its share of belief within the group.</summary>
    public double Share { get; set; }

    /// <summary>What the article's other names add to its score, and which did.</summary>
    public double Support { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>What named divisions that hold it, or named places in it, add to its score.</summary>
    public double Paired { get; set; }

    /// <summary>True where it lies in what the text says holds it.</summary>
    public bool IsInside { get; set; }
}

/// <summary>The names of an article that have one sense, and what they may mean.</summary>
internal sealed class PlaceGroup(PlaceName name, string folded, IReadOnlyList<Candidate> candidates)
{
    private const int MostChoices = 80;

    public string Name { get; } = name.Name;

    public string Folded { get; } = folded;

    public List<PlaceChoice> Choices { get; } = [.. candidates.Take(MostChoices).Select(c => new PlaceChoice(c))];

    /// <summary>Those of the choices that are believed enough to speak for others.</summary>
    public List<PlaceChoice> Likely { get; } = [];

    /// <summary>What the text says the place is, or null.</summary>
    public PlaceKind? Kind { get; private set; }

    /// <summary>The folded name of what holds it, "" where the text does not say.</summary>
    public string Within { get; private set; } = "";

    /// <summary>The countries and divisions that this name may mean.</summary>
    public Candidate[] Around { get; private set; } = [];

    /// <summary>The article's own group for that name, or null.</summary>
    public PlaceGroup? AroundGroup { get; private set; }

    /// <summary>The folded name of what it is said to lie close to, and the article's own group for that; "" and null where it is not said.</summary>
    public string Near { get; private set; } = "";

    /// <inheritdoc cref="Near"/>
    public PlaceGroup? NearGroup { get; private set; }

    /// <summary>True where the text calls it a town or a village.</summary>
    public bool Small { get; private set; }

    /// <summary>The article's own group for what it is said to lie in, were it a town; or null.</summary>
    private PlaceGroup? TownGroup { get; set; }

    public bool ActedOn { get; private set; }

    /// <summary>True where one of the names is firmly put into what holds it.</summary>
    public bool Firm { get; private set; }

    /// <summary>True where what holds it is said of a name joined to it only.</summary>
    public bool Shared { get; private set; }

    /// <summary>True where by itself it is a small town or a district, of which only reports of that country speak.</summary>
    public bool IsLocal { get; set; }

    /// <summary>True where each of the names may be no place.</summary>
    public bool Doubtful { get; private set; } = true;

    /// <summary>How many other names of the article are surely placed, all of them abroad and far from the best choice.</summary>
    public double Elsewhere { get; set; }

    /// <summary>The choice with the highest score, the more prominent where two are equal; null where there is none.</summary>
    public PlaceChoice? Best
    {
        get
        {
            PlaceChoice? best = null;
            foreach (var choice in Choices)
                if (best is null || choice.Score > best.Score) best = choice;
            return best;
        }
    }

    /// <summary>Takes in what the words around one of the names say.</summary>
    public void Hear(PlaceName heard, PlaceKind? kind)
    {
        Kind ??= kind;
        ActedOn |= heard.ActedOn;
        Firm |= heard.Firm;
        Doubtful &= heard.Doubtful;
        Small |= heard.TypeWord is "town" or "village";
        if (Near.Length == 0 && heard.Near is not null) Near = PlaceNames.Fold(heard.Near);
    }

    /// <summary>Sets what holds it.</summary>
    public void Hold(string within, IReadOnlyList<Candidate> around, bool shared = false)
    {
        (Within, Shared) = (within, shared);
        Around = [.. around.Where(a => a.Record.Kind is PlaceKind.Country or PlaceKind.Admin1 or PlaceKind.Admin2)];
    }

    /// <summary>Finds the group of what holds it, and brings in the small places there that the limit had cut off.</summary>
    public void Link(Gazetteer gazetteer, List<PlaceGroup> groups)
    {
        if (Near.Length > 0) NearGroup = groups.Find(g => g.Folded == Near && g != this);
        if (Within.Length == 0) return;
        TownGroup = AroundGroup = groups.Find(g => g.Folded == Within && g != this);
        // "Tiko, Yola, Nigeria": what holds the town around it holds it too.
        if (AroundGroup is { Around.Length: > 0 } outer && outer.AroundGroup != this)
        {
            var held = Array.FindAll(Around, a => Array.Exists(outer.Around, o => CandidateFinder.Contains(gazetteer, o, a.Id, a.Record)));
            (Around, AroundGroup) = held.Length > 0 ? (held, outer) : (outer.Around, groups.Find(g => g.Folded == outer.Within && g != outer && g != this));
        }
        foreach (var candidate in candidates.Skip(MostChoices))
            if (Array.Exists(Around, a => CandidateFinder.Contains(gazetteer, a, candidate.Id, candidate.Record))) Choices.Add(new PlaceChoice(candidate));
    }

    /// <summary>The likeliest country or division that is said to hold it, or null.</summary>
    public Place? Outer(Gazetteer gazetteer)
    {
        if (Around.Length == 0) return null;
        if (AroundGroup?.Best is not { } best) return gazetteer.At(Around[0].Id);
        if (best.Record.Kind is PlaceKind.Country or PlaceKind.Admin1 or PlaceKind.Admin2) return gazetteer.At(best.Candidate.Id);
        return Firm && Array.Find(Around, a => CandidateFinder.Contains(gazetteer, a, best.Candidate.Id, best.Record)) is { } area ? gazetteer.At(area.Id) : null;
    }

    /// <summary>The town that it is said to lie in or close to, where it is sure which that is; else null.</summary>
    public PlaceChoice? Town => Sure(NearGroup) ?? Sure(TownGroup);

    private static PlaceChoice? Sure(PlaceGroup? group) => group?.Best is { Share: > 0.8, Record.Kind: PlaceKind.City } best && (group.Around.Length == 0 || best.IsInside) ? best : null;
}
