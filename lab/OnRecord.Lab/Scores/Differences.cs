using OnRecord.Language.Parses;

namespace OnRecord.Lab.Scores;

/// <summary>Where a cut differs from the gold standard, for whoever improves it.</summary>
internal static class Differences
{
    private const int Before = 40, After = 30;

    public static void Write(TextWriter writer, IEnumerable<ConlluSentence> gold, IEnumerable<ConlluSentence> system)
    {
        var (g, s) = (CharSpans.Of(gold), CharSpans.Of(system));
        var ends = g.Sentences.Select(x => x.End).ToHashSet();
        var found = s.Sentences.Select(x => x.End).ToHashSet();
        foreach (var end in ends.Except(found).Order()) writer.WriteLine("no end:   " + Around(g.Characters, end));
        foreach (var end in found.Except(ends).Order()) writer.WriteLine("end:      " + Around(g.Characters, end));
        var to = Alignment.Of(g.Words, s.Words);
        for (var i = 0; i < to.Length; i++)
        {
            if (to[i] >= 0) continue;
            var first = i;
            while (i + 1 < to.Length && to[i + 1] < 0) i++;
            var from = first == 0 ? 0 : to[first - 1] + 1;
            var until = i + 1 < to.Length ? to[i + 1] : s.Words.Count;
            writer.WriteLine($"words:    {Forms(g.Words, first, i + 1)}   not   {Forms(s.Words, from, until)}");
        }
    }

    private static string Forms(IReadOnlyList<PlacedWord> words, int from, int to) =>
        string.Join(' ', Enumerable.Range(from, Math.Max(0, to - from)).Select(i => words[i].Word.Form));

    private static string Around(string text, int at) =>
        $"{text[Math.Max(0, at - Before)..at]} | {text[at..Math.Min(text.Length, at + After)]}";
}
