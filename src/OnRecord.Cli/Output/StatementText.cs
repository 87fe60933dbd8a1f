using System.Globalization;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Cli.Output;

/// <summary>A statement in words, for a screen.</summary>
internal static class StatementText
{
    /// <summary>How many characters of an id are shown; they suffice to name the entry.</summary>
    public const int ShortId = 8;

    /// <summary>The first characters of an id.</summary>
    public static string Short(string id) => id.Length <= ShortId ? id : id[..ShortId];

    /// <summary>How a text without a title begins, on one line.</summary>
    public static string Beginning(string text)
    {
        const int Length = 60;
        var words = string.Join(' ', text[..Math.Min(text.Length, 4 * Length)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= Length ? words : words[..(words.LastIndexOf(' ', Length) is > 0 and var end ? end : Length)] + " …";
    }

    /// <summary>One line: id, day, outlet's word for it, and what is said.</summary>
    public static string Line(LedgerEntry entry)
    {
        var s = entry.Statement;
        var what = string.Join(", ", new[] { Names(s.Agent), s.Patient.IsEmpty ? null : $"→ {Names(s.Patient)}", Place(s.Place), Number(s.Quantity), Time(s.Time), s.Deadline is { } d ? $"by {Iso(d.Day)}" : null }
            .Where(part => part is { Length: > 0 }));
        var by = s.Sources.IsEmpty ? entry.Outlet ?? "" : $"{Chain(s)}{(s.Stance is Stance.None or Stance.Said ? "" : $" ({s.Stance.Label()})")}{(entry.Outlet is { } outlet ? $" in {outlet}" : "")}";
        return $"{Short(s.Id)}  {Day(entry.Published),-10}  {s.Type + Qualifier(s),-28}  {what}{(by.Length > 0 ? $"  — {by}" : "")}";
    }

    public static string Names(IEnumerable<Participant> participants) => string.Join(" and ", participants.Select(p => p.Name));

    public static string Chain(Statement s) => string.Join(" ← ", s.Sources.Select(Voice));

    public static string Voice(Source source) => source.Role is { Length: > 0 } role ? $"{source.Name} ({role})" : source.Name;

    public static string? Place(StatementPlace? place) => place switch
    {
        null => null,
        { Place: { } at } => string.Join(", ", new[] { at.Name, at.Admin1 == at.Name ? "" : at.Admin1, at.Country == at.Name ? "" : at.Country }.Where(part => part.Length > 0)),
        _ => $"{place.Name} (unresolved)",
    };

    public static string? Number(Quantity? q) => q is null ? null : Bounds(q.Low, q.High) is var bounds && q.Unit == "share"
        ? q.Text : $"{bounds} {q.Unit}".TrimEnd();

    public static string? Time(TimeRange? time) => time switch
    {
        null => null,
        { From: { } from, To: { } to } => from == to ? $"on {Iso(from)}" : $"{Iso(from)} to {Iso(to)}",
        { From: { } from } => $"since {Iso(from)}",
        { To: { } to } => $"until {Iso(to)}",
        _ => "at a time that cannot be placed",
    };

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment, to the second, in universal time.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public static string Day(DateOnly? day) => day is { } known ? Iso(known) : "undated";

    private static string Bounds(double? low, double? high) => (low, high) switch
    {
        ({ } a, { } b) => a == b ? Plain(a) : $"{Plain(a)}–{Plain(b)}",
        ({ } a, null) => $"{Plain(a)} or more",
        (null, { } b) => $"up to {Plain(b)}",
        _ => "",
    };

    private static string Plain(double number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);

    private static string Qualifier(Statement s)
    {
        var mode = s.Mode == Mode.Actual ? "" : s.Mode.Label();
        var not = s.Polarity == Polarity.Negative ? "not" : "";
        return (mode, not) switch { ("", "") => "", (_, "") => $" [{mode}]", ("", _) => " [not]", _ => $" [{mode}, not]" };
    }
}
