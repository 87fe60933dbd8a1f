using System.Collections.Immutable;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

/// <summary>Chooses the network's labels and tables from the training sentences.</summary>
internal static class Labels
{
    private const int RareScript = 3;

    /// <summary>The shape of a network for the sentences.</summary>
    public static NetworkShape Shape(IEnumerable<TrainingSentence> sentences, TrainingOptions options, int known)
    {
        var words = sentences.Where(s => s.Words is not null).SelectMany(s => s.Forms.Zip(s.Words!)).ToList();
        return new NetworkShape
        {
            Vector = Vectors.Width,
            TableRows = [known + 1, 256, 2048, 8192, 12288, 512, 2048, 8192, 16384, 1024, 32768],
            TableWidths = [64, 8, 8, 16, 16, 16, 24, 32, 24, 24, 52],
            Layers = options.Layers, Width = options.Width, Arc = options.Arc, Relation = options.Relation, Tag = options.Tag, Name = 64,
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

    /// <summary>Lemmas whose scripts are too rare to be labels, where a form and tag always had the same one.</summary>
    public static SortedDictionary<string, string> Exceptions(IEnumerable<TrainingSentence> sentences, NetworkShape shape)
    {
        var scripts = shape.Scripts.ToHashSet(StringComparer.Ordinal);
        var lemmas = sentences.Where(s => s.Words is not null).SelectMany(s => s.Forms.Zip(s.Words!))
            .GroupBy(w => $"{w.First.ToLowerInvariant()}\t{w.Second.Upos}", StringComparer.Ordinal);
        var exceptions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in lemmas)
        {
            var all = group.Select(w => w.Second.Lemma).Distinct(StringComparer.Ordinal).ToList();
            if (all.Count == 1 && group.Key.Length <= 40 && group.All(w => !scripts.Contains(LemmaScript.Between(w.First, w.Second.Lemma)))) exceptions[group.Key] = all[0];
        }
        return exceptions;
    }

    private static ImmutableArray<string> Sorted(IEnumerable<string> labels, int least) =>
        [.. labels.CountBy(l => l).Where(c => c.Value >= least).Select(c => c.Key).Order(StringComparer.Ordinal)];
}
