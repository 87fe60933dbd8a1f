using System.Collections.Immutable;
using System.Globalization;
using OnRecord.Language.Articles;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;

namespace OnRecord.Lab.Training;

/// <summary>How a parser does on sentences whose words are given, in per cent.</summary>
internal sealed record DevScores(double Upos, double Xpos, double Feats, double Lemma, double Uas, double Las, double NameF1, double WordsPerSecond)
{
    public static DevScores Of(Parser parser, List<TrainingSentence> gold)
    {
        var sentences = gold.Select(Sentence).ToArray();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var parses = parser.Parse(sentences);
        var seconds = clock.Elapsed.TotalSeconds;
        int words = 0, upos = 0, xpos = 0, feats = 0, lemma = 0, heads = 0, labels = 0, found = 0, right = 0, there = 0;
        for (var s = 0; s < gold.Count; s++)
        {
            for (var i = 0; i < gold[s].Forms.Length; i++)
            {
                var (g, p) = (gold[s].Words![i], parses[s].Words[i]);
                words++;
                if (g.Upos == p.Upos) upos++;
                if (g.Xpos == p.Xpos) xpos++;
                if (g.Feats == p.Feats) feats++;
                if (g.Lemma == p.Lemma) lemma++;
                if (g.Head != p.Head) continue;
                heads++;
                if (g.Relation == p.Relation) labels++;
            }
            if (gold[s].Names is not { } names) continue;
            var expected = Spans(names);
            var given = parses[s].Names.Where(n => n.Kind != NameKind.Other).ToHashSet();
            there += expected.Count;
            found += given.Count;
            right += given.Count(expected.Contains);
        }
        double Share(int n) => 100.0 * n / words;
        return new DevScores(Share(upos), Share(xpos), Share(feats), Share(lemma), Share(heads), Share(labels), there + found == 0 ? 0 : 200.0 * right / (there + found), words / seconds);
    }

    public static Sentence Sentence(TrainingSentence gold) => Sentence(gold.Forms);

    public static Sentence Sentence(IReadOnlyList<string> forms)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var at = 0;
        foreach (var form in forms)
        {
            tokens.Add(new Token(at, at + form.Length, false));
            at += form.Length + 1;
        }
        return new Sentence { Text = string.Join(' ', forms), Span = new TextSpan(0, at - 1), Tokens = tokens.ToImmutable() };
    }

    internal static HashSet<Name> Spans(int[] labels)
    {
        var names = new HashSet<Name>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] <= 0 || labels[i] % 2 == 0) continue;
            var end = i + 1;
            while (end < labels.Length && labels[end] == labels[i] + 1) end++;
            names.Add(new Name(i, end, (NameKind)(labels[i] / 2)));
        }
        return names;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"UPOS {Upos:F2} XPOS {Xpos:F2} feats {Feats:F2} lemma {Lemma:F2} UAS {Uas:F2} LAS {Las:F2} names {NameF1:F1} ({WordsPerSecond:F0} words/s)");
}
