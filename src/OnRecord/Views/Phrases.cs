using System.Collections.Immutable;
using System.Globalization;
using OnRecord.Language.Mentions;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Statements;

namespace OnRecord.Views;

/// <summary>Puts the parts of a picture into short sentences that say no more than the record does.</summary>
internal sealed class Phrases(Privacy privacy, Evidence evidence)
{
    private const int MostVoices = 4;

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string When(DayRange days) => (days.From, days.To) switch
    {
        ({ } from, { } to) when from == to => Day(from),
        ({ } from, { } to) => $"{Day(from)} – {Day(to)}",
        (null, { } to) => "by " + Day(to),
        ({ } from, null) => "from " + Day(from),
        _ => "day not said",
    };

    public static string Number(double value) => value.ToString(value >= 1000 ? "#,0.##" : "0.##", CultureInfo.InvariantCulture);

    public static string Where(Spot? place) => place switch
    {
        null => "",
        { Place: { Admin1.Length: > 0 } known } when PlaceNames.Fold(known.Admin1) != PlaceNames.Fold(known.Name) => $"{place.Name} ({known.Admin1})",
        _ => place.Name,
    };

    public string Names(ImmutableArray<Party> parties) => List([.. parties.Select(privacy.Show).Distinct()]);

    /// <summary>"A took B", "B was taken", "A fought in B", as far as the record has the parts.</summary>
    public string Did(string type, ImmutableArray<Party> agents, ImmutableArray<Party> patients, Spot? place, NumberRange? number)
    {
        var whom = Whom(patients, number);
        // These types are done to persons, whoever they were.
        if (whom.Length == 0 && Families.IsHarm(type)) whom = "persons";
        // A side that is said to have taken a country took places in it: more is not said.
        if (type == "capture" && place?.Place is { Kind: PlaceKind.Country or PlaceKind.Region })
            return agents.IsEmpty ? $"places in {Where(place)} were taken" : $"{Names(agents)} took places in {Where(place)}";
        if (Wording.Of(type) is not { } wording) return Plain(type, agents, whom, place);
        // What is done to a place ("took Kunduz") has the place for its object, and the loser comes after it.
        if (wording.Join.Length == 0 && place is not null)
            return (agents.IsEmpty ? $"{Where(place)} was {wording.Participle}" : $"{Names(agents)} {wording.Past} {Where(place)}") + (patients.IsEmpty || type != "capture" ? "" : " from " + Names(patients));
        var at = place is null ? "" : $" {(wording.Join.Length == 0 ? "in" : wording.Join)} {Where(place)}";
        // Who moves or gives up is who is counted.
        if (type is "surrender" or "retreat" or "advance" && !agents.IsEmpty)
            return $"{Names(agents)} {wording.Past}{at}{(number is null ? "" : $" ({Counted(number)})")}";
        if (!agents.IsEmpty) return $"{Names(agents)} {With(wording.Past, whom)}{at}";
        return whom.Length > 0 ? $"{Upper(wording.Participle)}{at}: {whom}" : Plain(type, agents, whom, place);
    }

    /// <summary>"(aim) to take Kabul", "(promise) not to attack foreign missions".</summary>
    public string ToDo(Commitment c)
    {
        var whom = string.Join(' ', new[] { c.Quantity ?? "", Names(c.Patients) }.Where(part => part.Length > 0));
        var verb = Verb(c.Mode);
        // Without a verb of its own for the type, the report's word stands for it.
        if (Wording.Of(c.Type) is not { } wording)
            return $"{verb}, {Label(c.Type)}{(c.Place is null ? "" : " in " + Where(c.Place))}: {(c.Positive ? "" : "not ")}{Trigger(c.Entries[0])}{(whom.Length > 0 ? " " + whom : "")}";
        var start = $"{verb} {(c.Positive ? "to" : "not to")} ";
        if (wording.Join.Length == 0 && c.Place is not null) return $"{start}{wording.Base} {Where(c.Place)}";
        return $"{start}{With(wording.Base, whom)}{(c.Place is null ? "" : $" {(wording.Join.Length == 0 ? "in" : wording.Join)} {Where(c.Place)}")}";
    }

    /// <summary>"send 3,000 troops to Kabul": what a movement is to be.</summary>
    public string ToMove(Movement m, NumberRange? number)
    {
        var wording = Wording.Of(m.Type)!;
        var whom = Whom(m.Whom, number);
        return $"{(m.Force.IsEmpty ? "" : Names(m.Force) + " ")}to {With(wording.Base, whom)}{(m.Place is null ? "" : $" {wording.Join} {Where(m.Place)}")}";
    }

    /// <summary>"claimed by the Taliban", "reported by two outlets …": the standing and on whose word it rests.</summary>
    public string Standing(Verdict verdict, ImmutableArray<string> said)
    {
        var by = verdict.Standing switch
        {
            Pictures.Standing.Conceded => "conceded by",
            Pictures.Standing.Corroborated => "corroborated by",
            Pictures.Standing.Reported => "reported by",
            Pictures.Standing.Claimed => "claimed by",
            Pictures.Standing.Doubted => "doubted, on the word of",
            Pictures.Standing.Disputed => "disputed; said by",
            _ => "withdrawn",
        };
        if (verdict.Origins.IsEmpty) return by;
        var heard = verdict.Standing == Pictures.Standing.Disputed ? said : verdict.Entries;
        var voices = heard.Select(id => Voice(evidence.Entry(id))).Distinct().Order(StringComparer.Ordinal).ToList();
        return $"{by} {List(voices.Count <= MostVoices ? voices : [.. voices.Take(MostVoices - 1), $"{voices.Count - MostVoices + 1} more"])}";
    }

    /// <summary>The report's own word for what was done or is to be done, in quotation marks.</summary>
    private string Trigger(string id)
    {
        var entry = evidence.Entry(id);
        var at = entry.Statement.Trigger;
        return evidence.Article(entry) is { } article && at.Start >= 0 && at.End <= article.Text.Length && at.Start < at.End ? $"“{at.Of(article.Text)}”" : Label(entry.Statement.Type);
    }

    private static string Verb(Mode mode) => mode switch
    {
        Mode.Planned => "(plan)",
        Mode.Aim => "(aim)",
        Mode.Threat => "(threat)",
        Mode.Pledge => "(promise)",
        Mode.Demand => "(demand)",
        Mode.Appeal => "(appeal)",
        _ => "(forecast)",
    };

    /// <summary>By whose word an entry stands, as it may be printed.</summary>
    public string Voice(LedgerEntry entry)
    {
        foreach (var source in entry.Statement.Sources)
            if (Origins.Named(source)) return privacy.Show(source);
        return entry.Outlet ?? "an outlet not named";
    }

    /// <summary>"20 (7 to 24)" where reports differ, else the words of the one who gives it.</summary>
    public static string Count(NumberRange number) => number.Low == number.High || number.By.Length == 1
        ? number.By[0].Text
        : $"{Number(number.Best ?? 0)} ({Number(number.Low ?? 0)} to {Number(number.High ?? 0)}, as reports differ)";

    public static string Label(string type) => type.Replace('_', ' ');

    public static string Upper(string line) => line.Length == 0 ? line : char.ToUpperInvariant(line[0]) + line[1..];

    public static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1],
    };

    private string Whom(ImmutableArray<Party> patients, NumberRange? number)
    {
        if (number is null) return Names(patients);
        return patients.IsEmpty ? Counted(number) : Of(Count(number), Names(patients));
    }

    private static string Counted(NumberRange number) => Of(Count(number), number.Unit);

    // "dozens of people", but "20 people".
    private static string Of(string count, string what) =>
        count.EndsWith("dozens", StringComparison.Ordinal) || count.EndsWith("hundreds", StringComparison.Ordinal) || count.EndsWith("thousands", StringComparison.Ordinal)
            ? $"{count} of {what}"
            : $"{count} {what}";

    // A verb that wants an object ("gave aid to") goes without its last word where there is none.
    private static string With(string verb, string whom) => whom.Length > 0 ? $"{verb} {whom}"
        : verb.EndsWith(" to", StringComparison.Ordinal) || verb.EndsWith(" on", StringComparison.Ordinal) ? verb[..^3]
        : verb;

    private string Plain(string type, ImmutableArray<Party> agents, string whom, Spot? place)
    {
        var parts = new[] { Names(agents), whom }.Where(part => part.Length > 0).ToList();
        return Upper(Label(type)) + (place is null ? "" : " in " + Where(place)) + (parts.Count > 0 ? ": " + string.Join("; ", parts) : "");
    }
}
