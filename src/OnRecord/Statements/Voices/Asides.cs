using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Voices;

/// <summary>Reads words of saying that stand aside from what is said: "…, residents said, and …", "…, said the mayor"; at its end, or before a colon.</summary>
internal sealed class Asides(Scene scene, SaidParts parts)
{
    private readonly Codebook _codebook = scene.Codebook;

    // "…, residents said, and …", "…, said the mayor": an aside whose sentence is what is said, whatever the tree makes of it.
    public bool Of(Tree tree, int verb, Scope scope)
    {
        var subject = Nearest(tree, verb);
        if (subject < 0 || tree[subject].Lemma.ToLowerInvariant() is "that" or "which" or "who" && subject < verb) return false;
        foreach (var child in tree.Children(verb))
        {
            if (child > verb && !IsStop(tree, verb + 1) && !SaidParts.IsQuotedAs(tree, child) && (tree.Is(child, "ccomp") || tree.Is(child, "xcomp") || tree.Is(child, "mark")) || tree.Is(child, "mark") || tree.Is(child, "aux") && Lemma(tree, child) is "do" or "can") return false;
            if (child > verb && tree.Is(child, "obj") && !parts.IsHearer(tree, child, Lemma(tree, verb))) return false;
        }
        var start = Math.Min(tree.Yield(subject).Start, verb);
        while (start < verb && tree[start].Upos == Upos.PUNCT) start++;
        foreach (var child in tree.Children(verb))
            if (child < verb && tree.Is(child, "advmod") && child > subject) start = Math.Min(start, child);
        if (start == 0 || tree[start - 1].Form is not ("," or "\"" or "”" or "''" or "—" or "–" or "-" or ",\"" or "»" or "’" or "'")) return false;
        var end = Math.Max(verb, subject < verb ? verb : tree.Yield(subject).End - 1) + 1;
        foreach (var child in tree.Children(verb))
            if (child > verb && tree.Yield(child).Start <= end && (tree.Is(child, "obl") || tree.Is(child, "obj") || tree.Is(child, "iobj") || tree.Is(child, "advmod") || tree.Is(child, "compound") || tree.Is(child, "nmod"))) end = Math.Max(end, tree.Yield(child).End);
        if (end < tree.Count && tree[end].Upos != Upos.PUNCT && tree[end].Form is not ("," or "." or "and" or "but") && tree[end].Upos is not (Upos.VERB or Upos.SCONJ)) return false;

        var (from, to) = (start, end);
        while (from > 0 && !(tree[from - 1].Form == ";" && HasSubject(tree, from, start))) from--;
        while (to < tree.Count && tree[to].Form != ";") to++;
        if (start - from < 2) return false;
        // Another's word before it in the same sentence keeps what is his.
        for (var i = start - 2; i > from; i--)
            if (tree[i].Form.ToLowerInvariant() is "but" or "while" or "whereas" && SpokenBefore(tree, from, i)) from = i + 1;
        scope.Add(from, start);
        if (end < to && tree[end].Form == "," && Continues(tree, verb, end, to)) scope.Add(end, to);
        scope.Remove(start, end);
        foreach (var child in tree.Children(verb))
            if (child >= end && (tree.Is(child, "advcl") && !(tree[child].Xpos is "VBG" && tree.Yield(child).Start <= end + 1 && !OfSpeaker(tree, end + 1)) || tree.Is(child, "conj") && tree.Child(child, "nsubj") < 0)) scope.RemoveTree(child);
        if (subject > verb)
            foreach (var child in tree.Children(subject))
                if (child >= end) scope.RemoveTree(child);
        return true;
    }

    // "…, he said, adding that": his; "…, he said, killing three": what he said goes on.
    private bool OfSpeaker(Tree tree, int participle) =>
        _codebook.Reporting.ContainsKey(Lemma(tree, participle)) || _codebook.InList("attitude", Lemma(tree, participle)) && _codebook.TriggersOf(Lemma(tree, participle), TriggerForm.Verb).IsEmpty || _codebook.Modes.TryGetValue(Lemma(tree, participle), out var mode) && mode.Voices || Lemma(tree, participle) is "cite" or "speak" or "refer" or "quote" or "use" or "point" or "stand" or "sit" or "appear" or "hold" or "vow" or "according";

    // A semicolon in a list ends nothing: "… two lorries; damaged a bridge; and burned a store, he added".
    private static bool HasSubject(Tree tree, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (tree.Is(i, "nsubj")) return true;
        return false;
    }

    private static bool IsStop(Tree tree, int word) => word < tree.Count && tree[word].Form is "," or ";" or "." or "—" or "–";

    // The parser may hang the subject of what is said on the verb of saying too: the one beside it is its own.
    public static int Nearest(Tree tree, int verb)
    {
        var nearest = -1;
        foreach (var child in tree.Children(verb))
            if (tree.Is(child, "nsubj") && (nearest < 0 || Math.Abs(child - verb) < Math.Abs(nearest - verb))) nearest = child;
        return nearest;
    }

    private bool SpokenBefore(Tree tree, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (tree[i].Upos == Upos.VERB && _codebook.Reporting.ContainsKey(Lemma(tree, i)) && tree.Child(i, "nsubj") >= 0) return true;
        return false;
    }

    // After the aside the sentence goes on with what was said, unless the one who spoke does something else or another speaks.
    private bool Continues(Tree tree, int verb, int end, int to)
    {
        if (end + 1 >= to) return false;
        var form = tree[end + 1].Form.ToLowerInvariant();
        if (tree[end + 1].Xpos is "VBG" && !OfSpeaker(tree, end + 1)) return true;
        if (tree[end + 1].Xpos is "VBG" || form is "who" or "which" or "while" or "but" or "as" or "after" or "citing" or "when") return form is "as" or "after" or "when" || form == "but" && !SpokenBefore(tree, end, to);
        if (form is not ("and" or "or")) return true;
        foreach (var child in tree.Children(verb))
            if (child > end && tree.Is(child, "conj") && tree.Child(child, "nsubj") < 0) return false;
        return !SpokenBefore(tree, end, to);
    }

    // “Who comes?” the mayor asked: the mark ends a sentence, and the one who spoke stands in the next.
    public bool Closes(int sentence, Tree tree, int verb)
    {
        if (verb > 6 || tree.Child(verb, "nsubj") < 0) return false;
        var text = scene.Article.Text;
        var start = scene.Parses[sentence].Sentence.Span.Start;
        for (var i = start - 1; i >= 0 && i >= start - 2; i--)
            if (text[i] is '”' or '"' or '»') return true;
        return tree[0].Form is "”" or "\"" or "''" or "»";
    }

    public static bool Announces(Tree tree, int verb)
    {
        for (var i = verb + 1; i < tree.Count; i++)
            if (tree[i].Form == ":") return i >= tree.Count - 2;
        return false;
    }

    // "boasted, “We won.”": words in marks follow at once, whatever the tree makes of them.
    public static bool Opens(Tree tree, int verb)
    {
        var tokens = tree.Parse.Sentence.Tokens;
        for (var i = verb + 1; i + 1 < tree.Count && i < verb + 6; i++)
        {
            if (tree[i].Form is "“" or "«" || tree[i].Form is "\"" or "``" && tokens[i - 1].End < tokens[i].Start && tokens[i].End == tokens[i + 1].Start) return true;
            if (tree[i].Upos == Upos.VERB || tree[i].Form is "." or ";") return false;
        }
        return false;
    }

    private static string Lemma(Tree tree, int word) => tree[word].Lemma.ToLowerInvariant();
}
