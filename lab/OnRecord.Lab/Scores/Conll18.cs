using System.Collections.Frozen;
using System.Collections.Immutable;
using OnRecord.Language;
using OnRecord.Language.Parses;

namespace OnRecord.Lab.Scores;

/// <summary>The scores of the CoNLL 2018 shared task, universaldependencies.org/conll18/evaluation.html.</summary>
internal sealed record Conll18(ImmutableArray<Score> Scores)
{
    // The task's lists: what counts as content, and which features are universal.
    private static readonly FrozenSet<string> Content = ("nsubj obj iobj csubj ccomp xcomp obl vocative expl dislocated advcl advmod discourse nmod appos nummod acl amod conj fixed flat " +
        "compound list parataxis orphan goeswith reparandum root dep").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Universal = ("PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree VerbForm Mood Tense Aspect Voice Evident " +
        "Polarity Person Polite").Split(' ').ToFrozenSet();

    public Score this[string name] => Scores.Single(s => s.Name == name);

    /// <summary>Compares two analyses of one text; a problem where the texts differ.</summary>
    public static Outcome<Conll18> Of(IEnumerable<ConlluSentence> gold, IEnumerable<ConlluSentence> system)
    {
        var (g, s) = (CharSpans.Of(gold), CharSpans.Of(system));
        if (!string.Equals(g.Characters, s.Characters, StringComparison.Ordinal))
        {
            var at = g.Characters.AsSpan().CommonPrefixLength(s.Characters);
            return new Problem($"the texts differ after {at} characters: {Near(g.Characters, at)} | {Near(s.Characters, at)}", "score", "");
        }
        var to = Alignment.Of(g.Words, s.Words);
        return new Conll18([
            Spans("Tokens", g.Tokens, s.Tokens), Spans("Sentences", g.Sentences, s.Sentences),
            Words("Words", (_, _) => true),
            Words("UPOS", (a, b) => a.Word.Upos == b.Word.Upos),
            Words("XPOS", (a, b) => a.Word.Xpos == b.Word.Xpos),
            Words("UFeats", (a, b) => Features(a.Word.Feats) == Features(b.Word.Feats)),
            Words("AllTags", (a, b) => a.Word.Upos == b.Word.Upos && a.Word.Xpos == b.Word.Xpos && Features(a.Word.Feats) == Features(b.Word.Feats)),
            Words("Lemmas", (a, b) => a.Word.Lemma == b.Word.Lemma || a.Word.Lemma == "_"),
            Words("UAS", SameParent),
            Words("LAS", SameArc),
            Words("CLAS", SameArc, w => Content.Contains(Relation(w))),
        ]);

        Score Words(string name, Func<PlacedWord, PlacedWord, bool> same, Func<PlacedWord, bool>? counts = null)
        {
            var correct = 0;
            for (var i = 0; i < to.Length; i++)
                if (to[i] >= 0 && (counts is null || counts(g.Words[i])) && same(g.Words[i], s.Words[to[i]])) correct++;
            return counts is null ? new(name, g.Words.Count, s.Words.Count, correct) : new(name, g.Words.Count(counts), s.Words.Count(counts), correct);
        }

        bool SameParent(PlacedWord a, PlacedWord b) => a.Parent < 0 ? b.Parent < 0 : b.Parent >= 0 && to[a.Parent] == b.Parent;
        bool SameArc(PlacedWord a, PlacedWord b) => SameParent(a, b) && Relation(a) == Relation(b);
    }

    private static string Relation(PlacedWord word)
    {
        var colon = word.Word.Relation.IndexOf(':');
        return colon < 0 ? word.Word.Relation : word.Word.Relation[..colon];
    }

    private static string Features(string feats) =>
        feats.Contains('=') ? string.Join('|', feats.Split('|').Where(f => Universal.Contains(f.Split('=')[0])).Order(StringComparer.Ordinal)) : "";

    private static Score Spans(string name, IReadOnlyList<(int, int)> gold, IReadOnlyList<(int, int)> system)
    {
        var known = gold.ToHashSet();
        return new(name, gold.Count, system.Count, system.Count(known.Contains));
    }

    private static string Near(string text, int at) => text.Substring(at, Math.Min(20, text.Length - at));
}
