using System.Collections.Immutable;
using OnRecord.Language.Parses;

namespace OnRecord.Tests.Scores;

/// <summary>Small treebanks written by hand: a word a line, "id form lemma upos xpos feats head relation [misc]".</summary>
internal static class Trees
{
    public static string Conllu(params string[] rows) => string.Concat(rows.Select(row =>
    {
        if (row.Length == 0 || row[0] == '#') return row + "\n";
        var c = row.Split(' ');
        return c.Length < 8 ? $"{c[0]}\t{c[1]}\t_\t_\t_\t_\t_\t_\t_\t{(c.Length > 2 ? c[2] : "_")}\n" : $"{string.Join('\t', c[..8])}\t_\t{(c.Length > 8 ? c[8] : "_")}\n";
    })) + "\n";

    public static ImmutableArray<ConlluSentence> Read(params string[] rows)
    {
        var read = Language.Parses.Conllu.Read(new StringReader(Conllu(rows)), "test");
        read.Problem.ShouldBeNull();
        return read.Value!.Sentences;
    }
}
