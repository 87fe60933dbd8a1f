using System.Globalization;
using OnRecord.Language.Parses;

namespace OnRecord.Lab.Training;

/// <summary>Reads the syntactic words of CoNLL-U files, and the token lines of IOB2 files in the same layout.</summary>
internal static class Treebank
{
    /// <summary>The sentences of a CoNLL-U file; ranges and empty nodes are left out.</summary>
    public static List<TrainingSentence> Read(string path)
    {
        var sentences = new List<TrainingSentence>();
        foreach (var (id, rows) in Blocks(path))
            sentences.Add(new TrainingSentence
            {
                Id = id,
                Forms = [.. rows.Select(r => r[1])],
                Words = [.. rows.Select(r => new Gold(r[2], Enum.Parse<Upos>(r[3]), r[4], r[5], int.Parse(r[6], CultureInfo.InvariantCulture) - 1, r[7], r[9]))],
            });
        return sentences;
    }

    /// <summary>The words and IOB2 tags of a file, by sentence.</summary>
    public static Dictionary<string, (string[] Forms, string[] Tags)> ReadTags(string path) =>
        Blocks(path).ToDictionary(b => b.Id, b => (b.Rows.Select(r => r[1]).ToArray(), b.Rows.Select(r => r[2]).ToArray()), StringComparer.Ordinal);

    private static IEnumerable<(string Id, List<string[]> Rows)> Blocks(string path)
    {
        var id = "";
        var rows = new List<string[]>();
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("# sent_id = ", StringComparison.Ordinal)) id = line[12..];
            else if (line.Length == 0 && rows.Count > 0)
            {
                yield return (id, rows);
                rows = [];
            }
            else if (line.Length > 0 && char.IsAsciiDigit(line[0]))
            {
                var fields = line.Split('\t');
                if (fields[0].All(char.IsAsciiDigit)) rows.Add(fields);
            }
        }
    }
}
