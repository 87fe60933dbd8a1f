using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OnRecord.Lab.Judging;

/// <summary>The texts of the data folder that annotations refer to: items of Current events by the first 12 hex digits of the SHA-1 of their text, documents of re3d by id, of the treebanks by the name of the document (its sentences joined by blanks, paragraphs by line breaks).</summary>
internal sealed class AnnotatedTexts
{
    private readonly Dictionary<(string Set, string Id), (string Text, string? Outlet)> _texts = [];

    /// <summary>Reads the texts below the data folder; items kept for measuring are left out.</summary>
    public AnnotatedTexts(string data)
    {
        Items(Path.Combine(data, "current-events"));
        foreach (var file in Files(Path.Combine(data, "re3d"), "documents.jsonl"))
            foreach (var line in File.ReadLines(file))
            {
                using var json = JsonDocument.Parse(line);
                _texts[("re3d", json.RootElement.GetProperty("_id").GetString()!)] = (json.RootElement.GetProperty("text").GetString()!, json.RootElement.GetProperty("sourceName").GetString());
            }
        foreach (var set in new[] { "ud-ewt", "ud-gum" })
            foreach (var file in Files(Path.Combine(data, set), "*train*.conllu")) Treebank(set, file);
    }

    /// <summary>The text and its outlet, or null where the data folder does not have it.</summary>
    public (string Text, string? Outlet)? Of(string set, string id) => _texts.TryGetValue((set, id), out var found) ? found : null;

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];

    private void Items(string folder)
    {
        if (!Directory.Exists(folder)) return;
        var reserved = File.ReadLines(Path.Combine(folder, "reserved.txt")).Select(l => l.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Files(folder, "*.jsonl"))
            foreach (var line in File.ReadLines(file))
            {
                using var json = JsonDocument.Parse(line);
                var text = json.RootElement.GetProperty("text").GetString()!;
                var id = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)))[..12];
                var outlet = json.RootElement.GetProperty("sources").EnumerateArray().Select(s => s[0].GetString()!.Trim('(', ')')).LastOrDefault();
                if (!reserved.Contains(id)) _texts[("current-events", id)] = (text, outlet);
            }
    }

    private void Treebank(string set, string file)
    {
        var (id, text, paragraph) = ("", new StringBuilder(), false);
        void End()
        {
            if (id.Length > 0) _texts[(set, id)] = (text.ToString(), null);
            text.Clear();
        }
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                End();
                (id, paragraph) = (line[14..].Trim(), false);
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal)) paragraph = true;
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                if (text.Length > 0) text.Append(paragraph ? '\n' : ' ');
                text.Append(line[9..].Trim());
                paragraph = false;
            }
        }
        End();
    }
}
