using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OnRecord.Lab.Naming;

namespace OnRecord.Lab.Training;

/// <summary>The note that lies beside a model: what it was made from, how, and how well it does.</summary>
internal static class ModelNote
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Measured = "dev sets, words as the treebank cuts them, per cent; names: exact spans of persons, organisations and places (GUM: its proper-noun mentions)";

    public static void Write(string modelPath, TrainingOptions options, string commit, int words, long denseWeights, DevScores ewt, DevScores gum)
    {
        var note = new
        {
            model = Path.GetFileName(modelPath),
            sha256 = Checksum(modelPath),
            what = "English tags, features, lemmas, dependency trees and names: a recurrent network over words",
            licence = "CC BY-SA 4.0, as the treebanks it is trained on ask",
            data = new[]
            {
                new { name = "Universal Dependencies English Web Treebank, train", licence = "CC BY-SA 4.0" },
                new { name = "Georgetown University Multilayer corpus (GUM), train, genres under CC BY and CC BY-SA", licence = "annotations CC BY 4.0, texts CC BY and CC BY-SA" },
                new { name = "Universal NER on the English Web Treebank, train", licence = "CC BY-SA 4.0" },
                new { name = "GloVe 6B 100d, the 120,000 most frequent words, rounded to bytes", licence = "PDDL" },
            },
            made = new { command = "lab train", commit, words, denseWeights, options },
            scores = new { note = Measured, ewt = Scores(ewt), gum = Scores(gum) },
        };
        File.WriteAllText(Path.ChangeExtension(modelPath, ".json"), JsonSerializer.Serialize(note, Layout) + "\n");
    }

    /// <summary>The note of a model with a network of names: that of the parser it stands on, and what came to it.</summary>
    public static void WriteNames(string parserPath, string modelPath, NameOptions options, string commit, DevScores ewt, DevScores gum)
    {
        var parser = Path.ChangeExtension(parserPath, ".json");
        var note = File.Exists(parser) ? JsonNode.Parse(File.ReadAllText(parser))!.AsObject() : [];
        note["model"] = Path.GetFileName(modelPath);
        note["sha256"] = Checksum(modelPath);
        note["namesData"] = JsonSerializer.SerializeToNode(new[]
        {
            new { name = "names: Universal NER on the English Web Treebank, train", licence = "CC BY-SA 4.0" },
            new { name = "names: GUM, train, its named persons, organisations and places", licence = "annotations CC BY 4.0, texts CC BY and CC BY-SA" },
            new { name = "names: Wikipedia's Current events portal 2020 and 2021, its links, without the items reserved for measuring", licence = "CC BY-SA 3.0" },
            new { name = "names: Dstl re3d, its named persons, organisations, places and nationalities", licence = "per folder: public domain (US), OGL (UK), EU reuse notice, CC BY 3.0 AU, CC BY-SA (Wikipedia)" },
            new { name = "listed names: GeoNames by data/gazetteer.bin", licence = "CC BY 4.0" },
            new { name = "listed names: the actor list data/actors", licence = "as the repository" },
        });
        note["namesMade"] = JsonSerializer.SerializeToNode(new { command = "lab train-names", commit, options });
        note["scores"] = JsonSerializer.SerializeToNode(new { note = Measured, ewt = Scores(ewt), gum = Scores(gum) });
        File.WriteAllText(Path.ChangeExtension(modelPath, ".json"), note.ToJsonString(Layout) + "\n");
    }

    /// <summary>The checksum that <c>onrecord check</c> holds the file against.</summary>
    public static string Checksum(string modelPath)
    {
        using var file = File.OpenRead(modelPath);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static object Scores(DevScores s) => new
    {
        upos = Math.Round(s.Upos, 2),
        xpos = Math.Round(s.Xpos, 2),
        feats = Math.Round(s.Feats, 2),
        lemma = Math.Round(s.Lemma, 2),
        uas = Math.Round(s.Uas, 2),
        las = Math.Round(s.Las, 2),
        nameF1 = Math.Round(s.NameF1, 2),
    };
}
