using OnRecord.Language.Parses;

namespace OnRecord.Lab.Scores;

internal static class Differences
{
    public static void Write(IEnumerable<ConlluSentence> gold, IEnumerable<ConlluSentence> system)
    {
        var (g, s) = (CharSpans.Of(gold), CharSpans.Of(system));
        var gs = g.Sentences.Select(x => x.End).ToHashSet(); var ss = s.Sentences.Select(x => x.End).ToHashSet();
        string At(int e) => g.Characters[Math.Max(0, e - 40)..e] + " ## " + g.Characters[e..Math.Min(g.Characters.Length, e + 30)];
        foreach (var e in gs.Except(ss).Order()) Console.WriteLine("S- " + At(e));
        foreach (var e in ss.Except(gs).Order()) Console.WriteLine("S+ " + At(e));
        var to = Alignment.Of(g.Words, s.Words);
        var have = to.ToHashSet();
        for (var i = 0; i < to.Length; i++)
            if (to[i] < 0 && (i == 0 || to[i - 1] >= 0))
            {
                var j = i; while (j < to.Length && to[j] < 0) j++;
                var a = i > 0 ? to[i - 1] + 1 : 0; var b = j < to.Length ? to[j] : s.Words.Count;
                Console.WriteLine("W " + string.Join('|', Enumerable.Range(i, j - i).Select(k => g.Words[k].Word.Form)) + "   <>   " + string.Join('|', Enumerable.Range(a, Math.Max(0, b - a)).Select(k => s.Words[k].Word.Form)));
            }
    }
}
