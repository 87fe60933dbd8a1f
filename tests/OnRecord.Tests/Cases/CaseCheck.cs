using System.Globalization;
using OnRecord.Language.Articles;
using OnRecord.Statements;

namespace OnRecord.Tests.Cases;

/// <summary>Reads a case's report and says what is wrong with the statements, one line for each field that differs.</summary>
internal static class CaseCheck
{
    /// <summary>The folder of the cases beside the tests.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "cases");

    /// <summary>The faults of one case; none where all is as expected.</summary>
    public static List<string> Faults(IReader reader, CaseFile file)
    {
        var article = ArticleReader.FromInput(new ArticleInput { Id = file.Name, Text = file.Text, Outlet = file.About.GetValueOrDefault("outlet"), Published = file.About.GetValueOrDefault("published") });
        var statements = reader.Read(article.Value!);
        return [.. file.Expected.SelectMany(e => Faults(e, file.Text, statements))];
    }

    private static IEnumerable<string> Faults(Expectation expected, string text, IReadOnlyList<Statement> statements)
    {
        var found = statements.Where(s => s.Trigger.Of(text).Contains(expected.Trigger, StringComparison.Ordinal) || expected.Trigger.Contains(s.Trigger.Of(text), StringComparison.Ordinal)).ToList();
        if (expected.Absent) return found.Select(s => $"'{expected.Trigger}' makes a statement of type {s.Type}");
        if (found.Count == 0) return [$"no statement for: {expected.Line}"];
        // Several statements may share a trigger word: one of them must fit.
        return found.Select(s => Differences(expected, s).ToList()).MinBy(d => d.Count)!.Select(d => $"{expected.Line}: {d}");
    }

    private static IEnumerable<string> Differences(Expectation expected, Statement statement)
    {
        foreach (var (field, wanted) in expected.Fields)
        {
            var actual = Field(statement, field);
            if (field == "place" && string.Equals(statement.Place?.Place?.Name, wanted, StringComparison.OrdinalIgnoreCase)) continue;   // the gazetteer may spell it otherwise
            if (!string.Equals(actual, wanted, StringComparison.OrdinalIgnoreCase)) yield return $"{field} is '{actual}'";
        }
    }

    private static string Field(Statement s, string field) => field switch
    {
        "type" => s.Type,
        "mode" => s.Mode.ToString(),
        "polarity" => s.Polarity.ToString(),
        "agent" => string.Join(" + ", s.Agent.Select(a => a.Name)),
        "patient" => string.Join(" + ", s.Patient.Select(a => a.Name)),
        "place" => s.Place?.Name ?? "",
        "quantity" => s.Quantity is { } q ? string.Create(CultureInfo.InvariantCulture, $"{q.Low}-{q.High}") : "",
        "time" => s.Time is { } t ? $"{t.From:yyyy-MM-dd}..{t.To:yyyy-MM-dd}" : "",
        "deadline" => s.Deadline?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        "sources" => string.Join(" < ", s.Sources.Select(v => v.Role is null ? v.Name : $"{v.Name} ({v.Role})")),
        "stance" => s.Stance == Stance.None ? "" : s.Stance.ToString(),
        _ => throw new ArgumentException($"'{field}' is no field of a statement"),
    };
}
