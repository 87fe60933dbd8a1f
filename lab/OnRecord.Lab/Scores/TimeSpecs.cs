using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using OnRecord.Language.Articles;

namespace OnRecord.Lab.Scores;

/// <summary>An expression of a specification: where it stands and the days that are right; none for a length of time.</summary>
internal sealed record TimeExpected(string Text, TextSpan Span, IReadOnlyList<(DateOnly From, DateOnly To)> Days);

/// <summary>What a specification expects of one sentence.</summary>
internal sealed record TimeCase(string Input, DateOnly? Reference, IReadOnlyList<TimeExpected> Expected);

/// <summary>Reads the specifications of Recognizers-Text.</summary>
internal static partial class TimeSpecs
{
    /// <param name="path">The file.</param>
    /// <param name="kind">"date", "daterange" or "duration"; other results, such as times of day, are not read.</param>
    public static List<TimeCase> Read(string path, string kind)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var cases = new List<TimeCase>();
        foreach (var item in json.RootElement.EnumerateArray())
        {
            DateOnly? reference = item.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var at) ? Day(at.GetString()) : null;
            var input = Capitals(item.GetProperty("Input").GetString()!);
            var expected = new List<TimeExpected>();
            foreach (var result in item.GetProperty("Results").EnumerateArray())
            {
                var type = Text(result, "TypeName") ?? Text(result, "Type");
                if (type != kind && type != "datetimeV2." + kind) continue;
                var text = result.GetProperty("Text").GetString()!;
                if (kind == "duration" || Days(result) is { Count: > 0 }) expected.Add(new TimeExpected(text, Span(input, text, result), Days(result)));
            }
            if (expected.Count > 0) cases.Add(new TimeCase(input, reference, expected));
        }
        return cases;
    }

    private static TextSpan Span(string input, string text, JsonElement result)
    {
        var start = result.TryGetProperty("Start", out var at) && at.TryGetInt32(out var given) ? given : -1;
        if (start < 0 || start + text.Length > input.Length || string.Compare(input, start, text, 0, text.Length, StringComparison.OrdinalIgnoreCase) != 0) start = input.IndexOf(text, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? new TextSpan(0, input.Length) : new TextSpan(start, start + text.Length);
    }

    /// <summary>News writes the names of days and months with a capital; the specifications do not always.</summary>
    private static string Capitals(string text) => Names().Replace(text, m => char.ToUpperInvariant(m.Value[0]) + m.Value[1..]);

    [GeneratedRegex(@"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|april|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    private static List<(DateOnly From, DateOnly To)> Days(JsonElement result)
    {
        var days = new List<(DateOnly, DateOnly)>();
        if (result.TryGetProperty("Value", out var value) && value.ValueKind == JsonValueKind.Object)
            foreach (var name in new[] { "PastResolution", "FutureResolution" })
                if (value.TryGetProperty(name, out var resolution)) Add(days, resolution, "date", "startDate", "endDate");
        if (result.TryGetProperty("Resolution", out var resolved) && resolved.ValueKind == JsonValueKind.Object && resolved.TryGetProperty("values", out var values))
            foreach (var one in values.EnumerateArray()) Add(days, one, "value", "start", "end");
        return days;
    }

    private static void Add(List<(DateOnly, DateOnly)> days, JsonElement from, string day, string start, string end)
    {
        if (Day(Text(from, day)) is { Year: > 1 } one) days.Add((one, one));
        else if (Day(Text(from, start)) is { Year: > 1 } a && Day(Text(from, end)) is { } b) days.Add((a, b));
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
