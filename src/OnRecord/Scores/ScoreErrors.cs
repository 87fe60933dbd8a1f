using OnRecord.Language.Articles;
using OnRecord.Statements;

namespace OnRecord.Scores;

/// <summary>What went wrong with one statement.</summary>
public enum ScoreErrorKind
{
    /// <summary>Meant, and not found.</summary>
    Missed,
    /// <summary>Found, and not meant.</summary>
    Spurious,
    /// <summary>Found with a field wrong that the headline figure asks for.</summary>
    Wrong,
    /// <summary>Found with only other fields wrong.</summary>
    Minor,
}

/// <summary>A field of which something else was found than was meant, both as they would be written.</summary>
public sealed record FieldError(string Field, string Gold, string Found);

/// <summary>One error, with the words around it.</summary>
/// <param name="Document">The report's id.</param>
/// <param name="Kind">What went wrong.</param>
/// <param name="Type">The type meant, or found where none was meant.</param>
/// <param name="Trigger">The predicate words.</param>
/// <param name="TriggerText">What they are.</param>
/// <param name="Context">The line of the text around them, shortened, with the predicate in brackets.</param>
/// <param name="Fields">The fields that are wrong; empty for a statement missed or spurious.</param>
public sealed record ScoreError(string Document, ScoreErrorKind Kind, string Type, TextSpan Trigger, string TriggerText, string Context, IReadOnlyList<FieldError> Fields);

/// <summary>Lists what went wrong.</summary>
public static class ScoreErrors
{
    private const int Around = 160;

    /// <summary>The errors of a report in text order.</summary>
    public static IEnumerable<ScoreError> Of(DocumentScore score)
    {
        var text = score.Document.Text;
        return score.Missed.Select(g => Error(ScoreErrorKind.Missed, g.Type, g.Trigger, []))
            .Concat(score.Spurious.Select(f => Error(ScoreErrorKind.Spurious, f.Type, f.Trigger, [])))
            .Concat(score.Pairs.Where(p => p.Agreement.Wrong.Any()).Select(p =>
                Error(p.Agreement.Strict ? ScoreErrorKind.Minor : ScoreErrorKind.Wrong, p.Gold.Type, p.Gold.Trigger, [.. p.Agreement.Wrong.Select(f => Field(f, p))])))
            .OrderBy(e => e.Trigger.Start).ThenBy(e => e.Trigger.End).ThenBy(e => e.Kind).ThenBy(e => e.Type, StringComparer.Ordinal);

        ScoreError Error(ScoreErrorKind kind, string type, TextSpan trigger, IReadOnlyList<FieldError> fields) =>
            new(score.Document.Id, kind, type, trigger, trigger.Of(text), Context(text, trigger), fields);
    }

    private static string Context(string text, TextSpan trigger)
    {
        var start = Math.Max(text.LastIndexOf('\n', Math.Max(0, trigger.Start - 1)) + 1, trigger.Start - Around);
        var lineEnd = text.IndexOf('\n', trigger.End);
        var end = Math.Min(lineEnd < 0 ? text.Length : lineEnd, trigger.End + Around);
        return $"{text[Math.Min(start, trigger.Start)..trigger.Start]}[{trigger.Of(text)}]{text[trigger.End..end]}".Trim();
    }

    private static FieldError Field(string field, ScoredPair pair)
    {
        var (gold, found) = (pair.Gold, pair.Found);
        return field switch
        {
            "type" => new(field, gold.Type, found.Type),
            "mode" => new(field, gold.Mode.Label(), found.Mode.Label()),
            "polarity" => new(field, gold.Polarity.Label(), found.Polarity.Label()),
            "agent" => new(field, List(gold.Agent), List(found.Agent.Select(a => a.Name))),
            "patient" => new(field, List(gold.Patient), List(found.Patient.Select(a => a.Name))),
            "place" => new(field, gold.Place is { } p ? $"{p.Name}, {p.Admin1}, {p.Country}" : "",
                found.Place switch { null => "", { Place: { } at } => $"{at.Name}, {at.Admin1}, {at.Country}", { Name: var name } => $"{name} (unresolved)" }),
            "quantity" => new(field, Range(gold.Quantity?.Low, gold.Quantity?.High, gold.Quantity is null), Range(found.Quantity?.Low, found.Quantity?.High, found.Quantity is null)),
            "time" => new(field, Days(gold.Time?.From, gold.Time?.To, gold.Time is null), Days(found.Time?.From, found.Time?.To, found.Time is null)),
            "deadline" => new(field, Day(gold.Deadline), Day(found.Deadline?.Day)),
            "stance" => new(field, gold.Stance.Label(), found.Stance.Label()),
            _ => new(field, List(gold.Sources), List(found.Sources.Select(s => s.Role is null ? s.Name : $"{s.Name} ({s.Role})"))),
        };
    }

    private static string List(IEnumerable<string> names) => string.Join("; ", names);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd") ?? "";

    private static string Days(DateOnly? from, DateOnly? to, bool none) => none ? "" : $"{Day(from)}..{Day(to)}";

    private static string Range(double? low, double? high, bool none) =>
        none ? "" : FormattableString.Invariant($"{low}..{high}");
}
