using System.Diagnostics;
using System.Text;

namespace OnRecord.Lab.Scores;

/// <summary>Keeps measured scores in a page, each kind between its own pair of marks; what else the page holds stays.</summary>
internal static class ScoresPage
{
    private const string Head = "# Scores\n\nMeasured by `lab score`; each section says when, at which commit and how.\n";

    /// <summary>The page with the section put in, in place of its former text or at the end.</summary>
    public static string With(string? page, string section, string title, string body)
    {
        var (open, close) = ($"<!-- scores:{section} -->", $"<!-- /scores:{section} -->");
        var block = $"{open}\n## {title}\n\n{body.Trim()}\n{close}";
        var text = string.IsNullOrWhiteSpace(page) ? Head : page.ReplaceLineEndings("\n");
        var from = text.IndexOf(open, StringComparison.Ordinal);
        var to = from < 0 ? -1 : text.IndexOf(close, from, StringComparison.Ordinal);
        return to < 0 ? $"{text.TrimEnd()}\n\n{block}\n" : text[..from] + block + text[(to + close.Length)..];
    }

    /// <summary>Writes the section into the file.</summary>
    public static void Update(string path, string section, string title, string table, string? note, IEnumerable<string> lines)
    {
        var body = new StringBuilder($"{DateTime.UtcNow:yyyy-MM-dd}, commit {Commit()}{(string.IsNullOrEmpty(note) ? "" : ", " + note)}.\n\n{table}");
        foreach (var line in lines) body.Append($"\n{line}\n");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        File.WriteAllText(path, With(File.Exists(path) ? File.ReadAllText(path) : null, section, title, body.ToString()));
    }

    private static string Commit()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", "rev-parse --short HEAD") { RedirectStandardOutput = true, RedirectStandardError = true });
            var commit = git!.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return commit.Length > 0 ? commit : "unknown";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "unknown";
        }
    }
}
