using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OnRecord.Language.Articles;
using OnRecord.Scores;
using OnRecord.Statements;

namespace OnRecord.Lab.Judging;

/// <summary>
/// Reads annotations that stand off from their texts (<c>lab/annotations/*.jsonl</c>): each line names a text of the data folder, or holds one of its own, and says where in it what stands; its README has the form.
/// Positions count UTF-16 units, end exclusive.
/// </summary>
internal static class Annotations
{
    /// <summary>The documents of a file, joined with their texts; fails on a text that the data folder lacks or a position outside of it.</summary>
    public static List<GoldDocument> Read(string path, AnnotatedTexts texts)
    {
        var found = new List<GoldDocument>();
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var (set, id) = (root.GetProperty("set").GetString()!, root.GetProperty("id").GetString()!);
            var (text, outlet) = root.TryGetProperty("text", out var own) ? (own.GetString()!, null) : texts.Of(set, id) ?? throw new InvalidDataException($"{path}: {set} has no text {id}");
            found.Add(new GoldDocument
            {
                Id = $"{set}/{id}",
                Text = text,
                Outlet = outlet,
                Title = root.TryGetProperty("title", out var title) ? title.GetString() : null,
                Published = root.TryGetProperty("date", out var day) ? Day(day) : null,
                Statements = [.. root.GetProperty("statements").EnumerateArray().Select(s => Statement(s, text))],
            });
        }
        return found;
    }

    private static GoldStatement Statement(JsonElement s, string text)
    {
        var trigger = Span(s.GetProperty("trigger"), text);
        return new GoldStatement
        {
            Anchor = trigger,
            Trigger = trigger,
            Type = s.GetProperty("type").GetString()!,
            Mode = s.TryGetProperty("mode", out var mode) ? Enum.Parse<Mode>(mode.GetString()!, true) : Mode.Actual,
            Polarity = s.TryGetProperty("negative", out _) ? Polarity.Negative : Polarity.Positive,
            Agent = Names(s, "agent", text),
            Patient = Names(s, "patient", text),
            Place = s.TryGetProperty("place", out var p) ? new GoldPlace(p[0].GetString()!, p[1].GetString()!, p[2].GetString()!) : null,
            Quantity = s.TryGetProperty("quantity", out var q) ? new GoldQuantity(Name(q.GetProperty("text"), text), Number(q, "low"), Number(q, "high"), q.TryGetProperty("unit", out var unit) ? unit.GetString()! : "") : null,
            Time = s.TryGetProperty("time", out var time) ? new GoldTime(Day(time[0]), Day(time[1])) : null,
            Deadline = s.TryGetProperty("deadline", out var deadline) ? Day(deadline) : null,
            Sources = Names(s, "sources", text),
            Stance = s.TryGetProperty("stance", out var stance) ? Enum.Parse<Stance>(stance.GetString()!, true) : Stance.None,
        };
    }

    private static ImmutableArray<string> Names(JsonElement s, string field, string text) =>
        s.TryGetProperty(field, out var names) ? [.. names.EnumerateArray().Select(n => Name(n, text))] : [];

    // A range of the text, or the words themselves where the text has them in another form.
    private static string Name(JsonElement name, string text) => name.ValueKind == JsonValueKind.String ? name.GetString()! : Span(name, text).Of(text);

    private static TextSpan Span(JsonElement pair, string text)
    {
        var span = new TextSpan(pair[0].GetInt32(), pair[1].GetInt32());
        return span.Start >= 0 && span.Start < span.End && span.End <= text.Length ? span : throw new InvalidDataException($"{span.Start} to {span.End} is not in a text of {text.Length}");
    }

    private static double? Number(JsonElement q, string field) => q.TryGetProperty(field, out var number) ? number.GetDouble() : null;

    private static DateOnly? Day(JsonElement day) => day.ValueKind == JsonValueKind.String ? DateOnly.Parse(day.GetString()!, CultureInfo.InvariantCulture) : null;
}
