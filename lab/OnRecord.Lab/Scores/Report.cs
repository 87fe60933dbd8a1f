using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OnRecord.Lab.Scores;

/// <summary>What was measured on one file.</summary>
internal sealed record FileScores(string File, ImmutableArray<Score> Scores);

/// <summary>Scores as a table for people and as JSON for programs.</summary>
internal static class Report
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>A Markdown table of F1: one row per file, one column per measure.</summary>
    public static string Table(IReadOnlyList<FileScores> files)
    {
        var text = new StringBuilder("| F1 |");
        foreach (var score in files[0].Scores) text.Append($" {score.Name} |");
        text.Append("\n|---|").Insert(text.Length, "---:|", files[0].Scores.Length).Append('\n');
        foreach (var file in files)
        {
            text.Append($"| {file.File} |");
            foreach (var score in file.Scores) text.Append(CultureInfo.InvariantCulture, $" {score.F1:F2} |");
            text.Append('\n');
        }
        return text.ToString();
    }

    public static string Json(IReadOnlyList<FileScores> files, IReadOnlyList<SpeedScore> speeds)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteStartArray("files");
            foreach (var file in files)
            {
                json.WriteStartObject();
                json.WriteString("file", file.File);
                foreach (var score in file.Scores)
                {
                    json.WriteStartObject(score.Name);
                    json.WriteNumber("precision", Math.Round(score.Precision, 2));
                    json.WriteNumber("recall", Math.Round(score.Recall, 2));
                    json.WriteNumber("f1", Math.Round(score.F1, 2));
                    json.WriteNumber("gold", score.Gold);
                    json.WriteNumber("system", score.System);
                    json.WriteNumber("correct", score.Correct);
                    json.WriteEndObject();
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (speeds.Count > 0) Speed.Write(json, speeds);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
