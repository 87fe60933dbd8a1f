using System.Collections.Immutable;
using System.Globalization;
using OnRecord.Language.Mentions;
using OnRecord.Ledger;
using OnRecord.Pictures;

namespace OnRecord.Views;

/// <summary>Puts the parts of a picture into short sentences that say no more than the record does.</summary>
internal sealed class Phrases(Privacy privacy, Evidence evidence, int year)
{
    private const int QuoteLength = 100;
    private const int FewestWords = 3;

    private readonly ReportVerbs _verbs = new(evidence);

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"8 Aug"; with the year where it is not the report's.</summary>
    public string Date(DateOnly day) => day.Year == year ? day.ToString("d MMM", CultureInfo.InvariantCulture) : Day(day);

    public string When(DayRange days) => (days.From, days.To) switch
    {
        ({ } from, { } to) when from == to => Date(from),
        ({ } from, { } to) => $"{Date(from)} – {Date(to)}",
        (null, { } to) => "by " + Date(to),
        ({ } from, null) => "from " + Date(from),
        _ => "day not said",
    };

    /// <summary>A place that somebody holds: "Ghazni province" beside "Ghazni".</summary>
    public static string Held(Spot place) => place is { Place.Kind: PlaceKind.Admin1 } && !Divisions.Contains(place.Name[(place.Name.LastIndexOf(' ') + 1)..]) ? place.Name + " province" : Where(place);

    private static readonly string[] Divisions = ["Province", "Oblast", "Region", "Governorate", "State", "District", "County", "Department", "City", "Republic", "Territory"];

    public static string Where(Spot? place) => place switch
    {
        null => "",
        { Place: { Kind: > PlaceKind.Admin1, Admin1.Length: > 0, Capital: not "C" } known } when PlaceNames.Fold(known.Admin1) != PlaceNames.Fold(known.Name) => $"{place.Name} ({known.Admin1})",
        _ => place.Name,
    };

    /// <summary>A holder by the plainest name that reports give a group: "Taliban", of "Taliban fighters" and "Taliban commanders".</summary>
    public string Holder(Party holder) => holder.Actor is { Length: > 2 } actor && !actor.Contains('/')
        ? evidence.Called(actor) ?? holder.Name
        : privacy.Show(holder);

    public string Names(ImmutableArray<Party> parties) => List([.. parties.Select(privacy.Show).Distinct()]);

    /// <summary>"A captured B", "11 civilians killed in B", and where the record has too few parts the report's own words.</summary>
    public string Did(string type, ImmutableArray<Party> agents, ImmutableArray<Party> patients, IReadOnlyList<Spot> places, NumberRange? number, string entry)
    {
        patients = agents.IsEmpty ? patients : patients.RemoveAll(patient => agents.Any(agent => agent.Key == patient.Key));
        // Who moves, gives up or marches is who is counted.
        var counts = number is not null && !agents.IsEmpty
            && (type is "surrender" or "retreat" or "advance" or "protest" || patients.IsEmpty && agents.Any(agent => Parties.Noun(agent.Name) == Parties.Noun(number.Unit)));
        var who = counts ? Of(Count(number!), Names(agents)) : Names(agents);
        var whom = Whom(patients, counts ? null : number);
        var where = List([.. places.Select(Where)]);
        // A side that is said to have taken a country took places in it: more is not said.
        if (type == "capture" && places.Any(place => place.Place is { Kind: PlaceKind.Country or PlaceKind.Region }))
            return agents.IsEmpty ? $"places in {where} captured" : $"{Names(agents)} captured places in {where}";
        if (Wording.Of(type) is not { } usual) return Quoted(type, agents, where, entry);
        var wording = _verbs.Told(type, usual, agents.IsEmpty, entry);
        if (wording.Takes == Takes.Place && where.Length > 0)
        {
            if (!patients.IsEmpty && !patients.Any(Parties.IsSide)) return Plain(wording, who, whom, $" {In(places, "in")} {where}");
            return (agents.IsEmpty ? $"{where} {wording.Participle}" : $"{who} {wording.Past} {where}") + (patients.IsEmpty || type != "capture" ? "" : " from " + Names(patients));
        }
        // The town that is "detained" was taken: the report's words tell it better.
        if (Families.IsHarm(type) && patients.Any(patient => places.Any(place => place.Place?.Kind is not PlaceKind.Country && Same(patient.Name, place.Name)))) return $"{where}: “{Quote(entry)}”";
        var at = where.Length == 0 || Home(type, agents, places) || whom.Contains(places[0].Name, StringComparison.Ordinal) ? "" : wording.Join.Length == 0 ? " " + where : $" {In(places, wording.Join)} {where}";
        if (agents.IsEmpty && whom.Length == 0)
            return at.Length == 0 ? Quoted(type, agents, where, entry) : $"{wording.Noun}{at}{Words(entry)}";
        // These are done to persons, whoever they were.
        if (whom.Length == 0 && Families.IsHarm(type)) return type == "displace" ? Quoted(type, agents, where, entry) : Plain(wording, who, "persons", at);
        return whom.Length == 0 && wording.Takes == Takes.Object ? Quoted(type, agents, where, entry) : Plain(wording, who, whom, at);
    }

    /// <summary>"Taliban aim to capture Afghanistan", "Plan: “will close their embassies”".</summary>
    public string ToDo(Commitment c)
    {
        var told = evidence.Entry(c.Entries[0]);
        var unit = c.Patients.IsEmpty && told.Statement.Quantity is { Unit: not "share" } counted && !counted.Text.Contains(counted.Unit, StringComparison.OrdinalIgnoreCase) ? counted.Unit : "";
        var whom = string.Join(' ', new[] { c.Quantity is { } quantity && !Holds(c.Patients, quantity) ? quantity : "", unit, Names(c.Patients) }.Where(part => part.Length > 0));
        var wording = Wording.Of(c.Type) is { } usual ? _verbs.Led(c.Type, usual, c.Entries[0]) : null;
        var place = c.Place is null || Home(c.Type, c.Agents, [c.Place]) ? "" : Where(c.Place);
        var object_ = wording?.Takes == Takes.Place && c.Quantity is null && c.Patients.IsEmpty ? place : whom;
        // Who asks is not who is asked: where the two are read as one, the words are safer.
        var asksItself = c.Mode is Statements.Mode.Demand or Statements.Mode.Appeal && told.Statement.Sources.Any(source => c.Agents.Any(agent => agent.Key == source.Actor || Same(agent.Name, source.Name)));
        if (wording is null || asksItself || c.Agents.IsEmpty || object_.Length == 0 && wording.Takes is Takes.Object or Takes.Place or Takes.Act)
            return $"{Modes.Noun(c.Mode)}{(asksItself ? "" : Named(c.Agents, c.Entries[0]))}: “{Quote(c.Entries[0])}”";
        var at = place.Length == 0 || wording.Takes == Takes.Place && object_ == place || object_.Contains(c.Place!.Name, StringComparison.Ordinal) ? "" : $" {In([c.Place!], wording.Join)} {place}";
        return $"{Names(c.Agents)} {Modes.Verb(c.Mode, IsPlural(c.Agents))} {(c.Positive ? "to" : "not to")} {wording.Base}{(object_.Length > 0 ? $" {wording.To}{object_}" : "")}{at}";
    }

    /// <summary>"corroborated by A and B", "a lawmaker said": the standing and on whose word it rests.</summary>
    public string Standing(Verdict verdict, ImmutableArray<string> said, IReadOnlyList<string>? denied = null)
    {
        if (verdict.Origins.IsEmpty) return "withdrawn";
        return verdict.Standing switch
        {
            Pictures.Standing.Conceded => "conceded by " + Speakers(verdict.Entries),
            Pictures.Standing.Corroborated => "corroborated by " + Voices(verdict.Entries),
            Pictures.Standing.Claimed => "claimed by " + Speakers(verdict.Entries),
            Pictures.Standing.Doubted => "not verified; said by " + Speakers(said),
            Pictures.Standing.Disputed => $"disputed: said by {Speakers(said)}" + (denied is { Count: > 0 } ? $"; denied by {Speakers(denied)}" : ""),
            Pictures.Standing.Reported => Reported(verdict.Entries),
            _ => "withdrawn",
        };
    }

    /// <summary>The independent voices of these entries: the named source, else the outlet.</summary>
    public string Voices(IEnumerable<string> entries) => Some(entries.Select(id => Voice(evidence.Entry(id))));

    /// <summary>Who speaks in these entries, named or not: "a doctor", else the outlet.</summary>
    public string Speakers(IEnumerable<string> entries) => Some(entries.Select(id => Speaker(evidence.Entry(id))));

    private (string Name, string Shown) Voice(LedgerEntry entry)
    {
        foreach (var source in entry.Statement.Sources)
            if (Origins.Named(source)) return (source.Name, privacy.Show(source));
        var outlet = entry.Outlet ?? "an outlet not named";
        return (outlet, outlet);
    }

    private (string Name, string Shown) Speaker(LedgerEntry entry) => entry.Statement.Sources is [var first, ..] && !entry.Statement.Sources.Any(Origins.Named)
        ? (first.Name, privacy.Show(first))
        : Voice(entry);

    // What joins a clause to one that is not quoted says nothing: "and that the ministry would …" begins with the ministry.
    private static string Begun(string words)
    {
        while (Joints.FirstOrDefault(one => words.StartsWith(one, StringComparison.Ordinal)) is { } joint && words.Length > 2 * joint.Length) words = words[joint.Length..].TrimStart(' ', ',');
        return words;
    }

    private static readonly string[] Joints = ["and ", "but ", "or ", "that ", "which ", "who "];

    /// <summary>The words of an entry, short, private persons' names blotted out.</summary>
    public string Quote(string id)
    {
        var entry = evidence.Entry(id);
        return evidence.Article(entry) is { } article ? Begun(privacy.Words(entry, article, QuoteLength).Trim(' ', ',', ';', '.')) : Label(entry.Statement.Type);
    }

    /// <summary>What a count says of those counted, in the report's word where it is one that follows a number ("136 injured"), else "counted".</summary>
    public string Counted(LedgerEntry entry)
    {
        var trigger = entry.Statement.Trigger;
        if (evidence.Article(entry)?.Text is not { } text || trigger.End > text.Length) return "counted";
        var word = trigger.Of(text).ToLowerInvariant();
        return Told.Contains(word) ? word : "counted";
    }

    private static readonly string[] Told = ["dead", "missing", "hurt", "slain", "killed", "injured", "wounded", "arrested", "detained", "abducted", "kidnapped", "displaced", "evacuated", "executed", "destroyed", "damaged", "deported", "released", "freed"];

    /// <summary>True where the words of an entry are too few to tell anything by themselves.</summary>
    public bool IsShort(string id) => Quote(id).Count(c => c == ' ') < FewestWords;

    /// <summary>"20 people (7 to 24, as reports differ)"; where they do not, in the words of the one who gives it.</summary>
    public static string Count(NumberRange number) => number.By.All(given => given.Low == number.By[0].Low && given.High == number.By[0].High)
        ? Lower(number.By[0].Text)
        : $"{Number(number.Low ?? 0)} to {Number(number.High ?? 0)}";

    public static string Label(string type) => type.Replace('_', ' ');

    public static string Upper(string line) => line.Length == 0 ? line : char.ToUpperInvariant(line[0]) + line[1..];

    public static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1],
    };

    private static string Number(double value) => value.ToString(value >= 1000 ? "#,0.##" : "0.##", CultureInfo.InvariantCulture);

    // A number word that began its sentence does not begin the line.
    public static string Lower(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private string Reported(ImmutableArray<string> entries)
    {
        var said = entries.Where(id => !evidence.Entry(id).Statement.Sources.IsEmpty).ToList();
        return said.Count > 0 ? Speakers(said) + " said" : "reported by " + Voices(entries);
    }

    private const int MostVoices = 4;

    // Two whose names are held back are two all the same.
    private static string Some(IEnumerable<(string Name, string Shown)> voices)
    {
        var all = voices.Distinct().GroupBy(voice => voice.Shown, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key == Privacy.NamedSource && group.Count() is > 1 and var count ? $"{count} named sources" : group.Key).ToList();
        return List(all.Count <= MostVoices ? all : [.. all.Take(MostVoices - 1), $"{all.Count - MostVoices + 1} more"]);
    }

    // A number that is part of the name already ("two armed men") is not said twice.
    private static bool Holds(ImmutableArray<Party> parties, string words) => parties.Any(party => party.Name.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>"11 civilians", "civilians", "persons".</summary>
    public string Counted(ImmutableArray<Party> whom, NumberRange? number) => Whom(whom, number) is { Length: > 0 } words ? words : "persons";

    private string Whom(ImmutableArray<Party> patients, NumberRange? number) =>
        number is null || Holds(patients, number.By[0].Text) ? Names(patients)
        : patients.IsEmpty ? Of(Count(number), number.Unit)
        : Of(Count(number), Names(patients));

    // "dozens of people", but "20 people".
    private static string Of(string count, string what) =>
        Collectives.Any(word => count.EndsWith(word, StringComparison.OrdinalIgnoreCase)) ? $"{count} of {what}" : $"{count} {what}";

    private static readonly string[] Collectives = ["dozens", "scores", "hundreds", "thousands", "millions"];

    private static string Plain(Wording wording, string who, string whom, string at) =>
        who.Length == 0 ? $"{whom} {wording.Participle}{at}"
        : whom.Length == 0 && wording.Takes == Takes.Act ? $"{wording.Noun} by {who}{at}"
        : $"{who} {wording.Past}{(whom.Length > 0 && wording.Takes != Takes.Nothing ? $" {wording.To}{whom}" : "")}{at}";

    /// <summary>"Capture: “the loss of the city”".</summary>
    public string Quoted(string type, ImmutableArray<Party> agents, string where, string entry) =>
        $"{Wording.NounOf(type)}{(where.Length > 0 ? ", " + where : "")}{Named(agents, entry)}: “{Quote(entry)}”";

    // A word or two after the noun of the type would only say it again.
    private string Words(string entry) => Quote(entry) is var words && words.Count(c => c == ' ') >= FewestWords ? $": “{words}”" : "";

    private static string In(IReadOnlyList<Spot> places, string join) => join == "in" && places.All(place => place.Place?.Kind == PlaceKind.Site) ? "at" : join;

    private static bool Same(string a, string b) => PlaceNames.Fold(a) == PlaceNames.Fold(b);

    // Who it is about, where the words quoted do not name them.
    private string Named(ImmutableArray<Party> agents, string entry)
    {
        var words = Quote(entry);
        return agents.IsEmpty || agents.All(agent => words.Contains(privacy.Show(agent), StringComparison.OrdinalIgnoreCase)) ? "" : $" ({Names(agents)})";
    }

    // Nobody brings people out of, or moves troops into, the country that is itself the doer: such a place is a reader's slip, and is not said.
    private static bool Home(string type, ImmutableArray<Party> agents, IReadOnlyList<Spot> places) =>
        type is "evacuate" or "mission" or "withdraw" or "deploy"
        && places.Any(place => place.Place is { Kind: PlaceKind.Country } country && agents.Any(agent => Parties.Body(agent.Key) == country.Country));

    private static bool IsPlural(ImmutableArray<Party> agents) => agents.Length > 1
        || agents[0].Name is var name && agents[0].Key.Length != 2 && (Pluralia.Contains(PlaceNames.Fold(name[(name.LastIndexOf(' ') + 1)..])) || name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal));

    private static readonly string[] Pluralia = ["taliban", "police", "people", "military", "personnel", "staff", "women", "men", "children"];
}
