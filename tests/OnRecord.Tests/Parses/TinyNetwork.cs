using OnRecord.Lab.Encoders;
using OnRecord.Lab.Training;
using OnRecord.Language.Parses;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Tests.Parses;

/// <summary>A network of the smallest sizes with random weights, and a few sentences made for it.</summary>
internal sealed unsafe class TinyNetwork
{
    public required List<TrainingSentence> Sentences { get; init; }
    public required Parameters Parameters { get; init; }
    public required Vectors Vectors { get; init; }
    public required ulong[] Known { get; init; }
    public required Item[] Items { get; init; }

    public static TinyNetwork Make(TrainingOptions options, ulong seed = 3, int workers = 1)
    {
        List<TrainingSentence> sentences =
        [
            Sentence("Rebels/rebel/NOUN/1/nsubj seized/seize/VERB/-1/root the/the/DET/3/det town/town/NOUN/1/obj ././PUNCT/1/punct", [0, 0, 0, 0, 0]),
            Sentence("Troops/troops/NOUN/1/nsubj left/leave/VERB/-1/root Kabul/Kabul/PROPN/1/obj", [0, 0, 5]),
            Sentence("The/the/DET/1/det army/army/NOUN/2/nsubj denied/deny/VERB/-1/root it/it/PRON/2/obj", [0, 3, 0, -1]),
            Sentence("Nothing/nothing/PRON/-1/root", null),
        ];
        var counts = Labels.Counts(sentences);
        var known = Labels.Known(counts);
        var wide = Labels.Shape(sentences, options, known.Length);
        var shape = wide with { TableRows = [known.Length + 1, 11, 11, 11, 11, 11, 11, 11, 11, 11, 17], TableWidths = [8, 4, 4, 4, 4, 4, 4, 4, 4, 4, 8], Scripts = [.. sentences.SelectMany(s => s.Forms.Zip(s.Words!)).Select(w => LemmaScript.Between(w.First, w.Second.Lemma)).Distinct().Order(StringComparer.Ordinal)] };
        ulong[] hashes = [.. new[] { "rebels", "town", "the", "left" }.Select(w => WordTable.Hash(w)).Order()];
        var noise = new Noise(9);
        var vectors = new Vectors { Hashes = hashes, Bytes = [.. Enumerable.Range(0, hashes.Length * Vectors.Width).Select(_ => (sbyte)(noise.Below(255) - 127))], Scales = [.. hashes.Select(_ => 0.01f)] };
        var parameters = new Parameters(shape, seed, workers, Encoder.Weights(shape, options));
        // Biases start at zero, where rectifiers have no slope of their own: move everything a little.
        foreach (var p in parameters.Dense)
            for (var r = 0; r < p.Rows; r++)
                for (var c = 0; c < p.Columns; c++) p.Value.Data[(long)r * p.Stride + c] += (noise.Uniform() - 0.5f) * 0.3f;
        var maker = new ItemMaker(shape, new PinnedHashes(hashes), new PinnedHashes(known), counts);
        return new TinyNetwork { Sentences = sentences, Parameters = parameters, Vectors = vectors, Known = known, Items = [.. sentences.Select(s => maker.Make(s))] };
    }

    private static TrainingSentence Sentence(string words, int[]? names)
    {
        var parts = words.Split(' ').Select(w => w.Split('/')).ToArray();
        return new TrainingSentence
        {
            Id = words,
            Forms = [.. parts.Select(p => p[0])],
            Words = [.. parts.Select(p => new Gold(p[1], Enum.Parse<Upos>(p[2]), p[2], "_", int.Parse(p[3], System.Globalization.CultureInfo.InvariantCulture), p[4], "_"))],
            Names = names,
        };
    }
}
