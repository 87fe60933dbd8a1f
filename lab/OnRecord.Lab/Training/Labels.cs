using System.Collections.Immutable;
using OnRecord.Lab.Encoders;
using OnRecord.Language.Parses;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

/// <summary>Chooses the network's labels and tables from the training sentences.</summary>
internal static class Labels
{
    private const int RareScript = 3;
    private const double Clear = 0.75;

    /// <summary>The shape of a network for the sentences.</summary>
    public static NetworkShape Shape(IEnumerable<TrainingSentence> sentences, TrainingOptions options, int known)
    {
        var words = sentences.Where(s => s.Words is not null).SelectMany(s => s.Forms.Zip(s.Words!)).ToList();
        return new NetworkShape
        {
            Vector = Vectors.Width,
            TableRows = [known + 1, 256, 2048, 8192, 12288, 512, 2048, 8192, 16384, 1024, 32768],
            TableWidths = [64, 8, 8, 16, 16, 16, 24, 32, 24, 24, 52],
            Layers = options.Encoder == EncoderKind.Lstm ? options.Layers : 0,
            Width = options.Width,
            Arc = options.Arc,
            Relation = options.Relation,
            Tag = options.Tag,
            Name = 128,
            Xpos = Sorted(words.Select(w => w.Second.Xpos), 1),
            Feats = Sorted(words.Select(w => w.Second.Feats), 2),
            Scripts = Sorted(words.Select(w => LemmaScript.Between(w.First, w.Second.Lemma)), RareScript),
            Relations = Sorted(words.Select(w => w.Second.Relation), 1),
        };
    }

    /// <summary>How often each form occurs, in normal form.</summary>
    public static Dictionary<string, int> Counts(IEnumerable<TrainingSentence> sentences) =>
        sentences.SelectMany(s => s.Forms).CountBy(Form.Normal).ToDictionary(StringComparer.Ordinal);

    /// <summary>Hashes, sorted, of the words that get rows of their own: those that occur twice.</summary>
    public static ulong[] Known(Dictionary<string, int> counts) => [.. counts.Where(c => c.Value > 1).Select(c => WordTable.Hash(c.Key)).Distinct().Order()];

    /// <summary>The lemma of each form in lower case and tag that nearly always has the same one; proper nouns are left to the scripts.</summary>
    public static SortedDictionary<string, string> Lemmas(IEnumerable<TrainingSentence> sentences)
    {
        var lemmas = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var groups = sentences.Where(s => s.Words is not null).SelectMany(s => s.Forms.Zip(s.Words!)).Where(w => w.Second.Upos is not (Upos.PROPN or Upos.X))
            .GroupBy(w => $"{w.First.ToLowerInvariant()}\t{w.Second.Upos}", StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var most = group.CountBy(w => w.Second.Lemma).MaxBy(c => c.Value);
            if (group.Key.Length <= 40 && most.Value >= Clear * group.Count()) lemmas[group.Key] = most.Key;
        }
        return lemmas;
    }

    private static ImmutableArray<string> Sorted(IEnumerable<string> labels, int least) =>
        [.. labels.CountBy(l => l).Where(c => c.Value >= least).Select(c => c.Key).Order(StringComparer.Ordinal)];
}
