using OnRecord.Lab.Training;
using OnRecord.Language.Parses;

namespace OnRecord.Lab.Naming;

/// <summary>What a parser says of the sentences to learn names from: their parts of speech.</summary>
internal static class NameTags
{
    /// <summary>
    /// Sets what the parser says of the sentences in each style. <paramref name="halves"/> are parsers that learned from the even and from the odd sentences of
    /// the treebanks alone; where they are given, each of these sentences is read by the one that did not learn from it, so that what the network of names
    /// is told is as often wrong as it will be.
    /// </summary>
    public static void Set(IReadOnlyList<NameSentence> sentences, Parser parser, IReadOnlyList<Parser> halves)
    {
        foreach (var sentence in sentences) sentence.Tags = new Upos[3][];
        foreach (var group in sentences.GroupBy(s => halves.Count == 0 || s.Order < 0 ? parser : halves[(s.Order + 1) % 2]))
            Parallel.ForEach(group.Chunk(500), new ParallelOptions { MaxDegreeOfParallelism = 2 }, part => Set(part, group.Key));
    }

    private static void Set(NameSentence[] sentences, Parser parser)
    {
        foreach (var style in Enum.GetValues<NameStyle>())
        {
            var parses = parser.Parse([.. sentences.Select(s => DevScores.Sentence(NameItems.Written(s.Sentence.Forms, style)))]);
            for (var i = 0; i < sentences.Length; i++) sentences[i].Tags[(int)style] = [.. parses[i].Words.Select(w => w.Upos)];
        }
    }

    /// <summary>Writes what was set to a file.</summary>
    public static void Save(string path, IReadOnlyList<NameSentence> sentences)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(sentences.Sum(s => s.Allowed.Length));
        foreach (var sentence in sentences)
            for (var style = 0; style < 3; style++) writer.Write([.. sentence.Tags[style].Select(t => (byte)t)]);
    }

    /// <summary>Takes what was written for the same sentences; false where there is no such file.</summary>
    public static bool Load(string path, IReadOnlyList<NameSentence> sentences)
    {
        if (!File.Exists(path)) return false;
        using var reader = new BinaryReader(File.OpenRead(path));
        if (reader.ReadInt32() != sentences.Sum(s => s.Allowed.Length)) return false;
        foreach (var sentence in sentences)
        {
            sentence.Tags = new Upos[3][];
            for (var style = 0; style < 3; style++) sentence.Tags[style] = [.. reader.ReadBytes(sentence.Allowed.Length).Select(t => (Upos)t)];
        }
        return true;
    }
}
