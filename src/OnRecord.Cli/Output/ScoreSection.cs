using System.Text;
using OnRecord.Language;
using OnRecord.Scores;

namespace OnRecord.Cli.Output;

/// <summary>Keeps the figures of each gold set in a section of a Markdown file, between two marks; the rest of the file is not touched.</summary>
internal static class ScoreSection
{
    /// <summary>Replaces the section of this title, or adds it at the end; the problem, or null.</summary>
    public static Problem? Write(string path, string title, DateOnly day, string? note, ScoreReport report)
    {
        try
        {
            var old = File.Exists(path) ? File.ReadAllText(path) : "";
            File.WriteAllText(path, Replace(old, title, Section(title, day, note, report)), new UTF8Encoding(false));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem("the figures cannot be written", path, "check the path and the permissions");
        }
    }

    internal static string Replace(string old, string title, string section)
    {
        var (begin, end) = (Begin(title), End(title));
        var from = old.IndexOf(begin, StringComparison.Ordinal);
        var to = from < 0 ? -1 : old.IndexOf(end, from, StringComparison.Ordinal);
        if (to >= 0) return old[..from] + section + old[(to + end.Length)..];
        return old.Length == 0 ? section + "\n" : old.TrimEnd('\n') + "\n\n" + section + "\n";
    }

    internal static string Section(string title, DateOnly day, string? note, ScoreReport report)
    {
        var text = new StringBuilder();
        text.Append(Begin(title)).Append("\n## Statements: ").Append(title).Append("\n\n");
        text.Append($"{StatementText.Iso(day)}; {report.Documents} documents, {report.Detection.Gold} statements meant, {report.Detection.Found} found.");
        text.Append(note is { Length: > 0 } ? $" {note.ReplaceLineEndings(" ").TrimEnd()}\n\n" : "\n\n");
        text.Append("| | precision | recall | F1 |\n|---|---|---|---|\n");
        foreach (var (name, tally) in ScoreText.Headlines(report))
            text.Append($"| {name} | {ScoreText.Percent(tally.Precision)} | {ScoreText.Percent(tally.Recall)} | {ScoreText.Percent(tally.F1)} |\n");
        text.Append($"\n| over {report.Detection.Right} pairs | {string.Join(" | ", report.Fields.Select(f => f.Field))} |\n");
        text.Append($"|---|{string.Concat(report.Fields.Select(_ => "---|"))}\n");
        text.Append($"| right | {string.Join(" | ", report.Fields.Select(f => ScoreText.Percent(f.Accuracy)))} |\n");
        return text.Append(End(title)).ToString();
    }

    private static string Begin(string title) => $"<!-- score {title}: begin -->";

    private static string End(string title) => $"<!-- score {title}: end -->";
}
