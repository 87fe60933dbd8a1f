using OnRecord.Language.Articles;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions;

/// <summary>The words that name a participant: a noun with its modifiers, without articles, numerals, quantifiers, possessive pronouns and clauses.</summary>
public static class NounPhrase
{
    private static readonly HashSet<string> Quantifiers = new(StringComparer.Ordinal)
    {
        "several", "many", "few", "more", "most", "least", "numerous", "some", "all", "any", "both", "each", "every", "dozen", "dozens", "hundred", "hundreds", "thousand",
        "thousands", "million", "millions", "score", "scores", "number", "handful", "couple", "majority", "lot", "lots", "rest", "total", "half", "third", "quarter",
        "another", "other", "others", "later", "earlier", "much", "various", "countless", "additional", "further", "two-thirds", "pair", "bulk", "hundred-odd", "single",
    };

    private static readonly HashSet<string> Attached = new(StringComparer.Ordinal) { "link", "ally", "affiliate", "loyal", "align", "belong" };

    /// <summary>True where the noun only counts what its "of" brings ("dozens of civilians").</summary>
    public static bool Counts(Tree tree, int head) => CountedBy(tree, head) >= 0;

    /// <summary>The noun counted by a counting noun, else -1.</summary>
    public static int CountedBy(Tree tree, int head)
    {
        if (!Quantifiers.Contains(tree[head].Form.ToLowerInvariant()) && tree[head].Upos != Upos.NUM) return -1;
        foreach (var child in tree.Children(head))
            if (child > head && tree.Is(child, "nmod") && Case(tree, child) == "of") return child;
        return -1;
    }

    /// <summary>The half-open range of the words that name what <paramref name="head"/> heads; a counting noun gives the range of what it counts.</summary>
    public static (int Start, int End) Core(Tree tree, int head) => Core(tree, head, 0);

    /// <summary>The text of <see cref="Core(Tree, int)"/>, white space made single.</summary>
    public static string Text(Tree tree, int head)
    {
        var (start, end) = Core(tree, head);
        return Text(tree, start, end);
    }

    /// <summary>The text of words [start, end), white space made single.</summary>
    public static string Text(Tree tree, int start, int end)
    {
        var tokens = tree.Parse.Sentence.Tokens;
        var text = new TextSpan(tokens[start].Start, tokens[end - 1].End).Of(tree.Parse.Sentence.Text);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The preposition that governs <paramref name="index"/>, in small letters; "" where there is none.</summary>
    public static string Case(Tree tree, int index)
    {
        foreach (var child in tree.Children(index))
            if (child < index && tree.Is(child, "case")) return tree[child].Form.ToLowerInvariant();
        return "";
    }

    private static (int Start, int End) Core(Tree tree, int head, int depth)
    {
        if (CountedBy(tree, head) is var counted and >= 0 && depth < 4) return Core(tree, counted, depth + 1);
        var start = Left(tree, head);
        var end = Right(tree, head, depth);
        while (start < head && IsShed(tree, start) && !Hyphened(tree, start)) start++;
        return (start, end);
    }

    /// <summary>True for a word that hyphens join to its neighbour: "17-year-old", "heavily-armed".</summary>
    public static bool Hyphened(Tree tree, int word)
    {
        var tokens = tree.Parse.Sentence.Tokens;
        return Joined(word - 1) || Joined(word);

        bool Joined(int first) => first >= 0 && first + 1 < tree.Count && Touch(first) && (Dash(first) && first > 0 && Touch(first - 1) || Dash(first + 1));
        bool Touch(int first) => tokens[first].End == tokens[first + 1].Start;
        bool Dash(int at) => tree[at].Form is "-" or "‑";
    }

    private static int Left(Tree tree, int head)
    {
        var start = head;
        for (var i = head - 1; i >= 0; i--)
        {
            var top = i;
            var steps = 0;
            while (top >= 0 && tree[top].Head != head && steps++ < tree.Count) top = tree[top].Head;
            if (top < 0 || tree[top].Head != head || top > head) break;
            if (tree.Is(top, "det") || tree.Is(top, "nummod")) break;
            if (tree.Is(top, "advmod") && Hyphened(tree, i)) { start = i; continue; }
            if (!(tree.Is(top, "compound") || tree.Is(top, "amod") || tree.Is(top, "nmod") || tree.Is(top, "flat") || tree.Is(top, "punct"))) break;
            if (tree.Is(top, "nmod") && Case(tree, top).Length > 0 && !tree[top].Relation.Contains("poss", StringComparison.Ordinal)) break;
            if (tree[i].Upos == Upos.PUNCT && tree[i].Form is "," or ";" or ":" or "(" or ")" or "—" or "–") break;
            start = i;
        }
        return start;
    }

    private static int Right(Tree tree, int head, int depth)
    {
        var end = head + 1;
        foreach (var child in tree.Children(head))
        {
            if (child < end) continue;
            if (tree.Is(child, "flat") && child == end) { end = tree.Yield(child).End; continue; }
            if (tree.Is(child, "nummod") && child == end && tree[head].Upos == Upos.PROPN) { end = child + 1; continue; }
            if (tree.Is(child, "nmod") && depth < 3 && (Joins(tree, head, child) || IsOutfit(tree, head, child)) && tree.Yield(child).Start == end && tree[end].Upos != Upos.PUNCT && tree[child].Upos is Upos.NOUN or Upos.PROPN && !IsTime(tree, child))
            {
                end = Math.Max(end, Core(tree, child, depth + 1).End);
                continue;
            }
            if (tree.Is(child, "acl") && child == end && Attached.Contains(tree[child].Lemma)) { end = Tail(tree, child, end); continue; }
            if (tree.Is(child, "amod") && child == end && Attached.Contains(tree[child].Lemma)) { end = Tail(tree, child, end); continue; }
            if (child > end) break;
        }
        return end;
    }

    // "for" names whose office it is; "a rebel for a soldier" is something else.
    private static bool Joins(Tree tree, int head, int child) => Case(tree, child) switch
    {
        "of" => !IsCharge(tree, head, child),
        // "fighters from Misrata", not "soldiers from a base six miles away".
        "from" => tree[child].Upos == Upos.PROPN || tree.Child(child, "det") is var det && (det < 0 || tree[det].Form is not ("a" or "an")),
        "for" => tree[head].Upos == Upos.PROPN || Offices.Any(o => tree[head].Lemma.EndsWith(o, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    // "accused the army of raids": what it is accused of is no part of its name; "accused the army of Chad of raids" has both.
    private static bool IsCharge(Tree tree, int head, int child)
    {
        if (!tree.Is(head, "obj") || tree[head].Head is not (>= 0 and var verb) || !tree[verb].Lemma.Equals("accuse", StringComparison.OrdinalIgnoreCase)) return false;
        for (var i = tree.Yield(verb).End - 1; i > child; i--)
            if (tree[i].Lemma == "of" && (tree[i].Head is var of && of > child && (tree[of].Head == head || tree[of].Head == verb))) return false;
        return true;
    }

    // "gunmen on motorcycles", "men in uniform": who they are is how they come.
    private static bool IsOutfit(Tree tree, int head, int child) => tree[head].Lemma.ToLowerInvariant() is "man" or "gunman" or "assailant" or "attacker" or "fighter" or "militant" or "person" or "people" or "raider" or "soldier" or "bandit" or "rebel"
        && (Case(tree, child), tree[child].Lemma.ToLowerInvariant()) is ("on", "motorcycle" or "motorbike" or "bike" or "horseback" or "horse" or "camel" or "foot") or ("in", "uniform" or "fatigue" or "fatigues" or "plainclothes" or "clothes" or "mask" or "balaclava");

    private static readonly string[] Offices =
    [
        "spokesman", "spokeswoman", "spokesperson", "minister", "secretary", "envoy", "ministry", "department", "commissioner", "coordinator", "representative", "director",
        "office", "agency", "chief", "head", "front", "movement", "union", "official", "ambassador", "adviser", "advisor", "committee", "council", "lawyer", "analyst",
    ];

    private static int Tail(Tree tree, int child, int end)
    {
        var close = tree.Yield(child).End;
        return close - child <= 7 ? close : end;
    }

    private static bool IsTime(Tree tree, int index) => tree[index].Lemma.ToLowerInvariant() is "day" or "week" or "month" or "year" or "hour" or "minute" or "monday" or "tuesday"
        or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "today" or "yesterday" or "time" or "age" or "decade";

    private static bool IsShed(Tree tree, int index)
    {
        var word = tree[index];
        return word.Upos is Upos.DET or Upos.PUNCT or Upos.NUM or Upos.ADV or Upos.ADP or Upos.CCONJ or Upos.SYM or Upos.PART
            || (word.Upos == Upos.PRON) || Quantifiers.Contains(word.Form.ToLowerInvariant())
            || word.Form.ToLowerInvariant() is "the" or "a" or "an" or "this" or "that" or "these" or "those" or "its" or "their" or "his" or "her" or "our" or "my" or "your";
    }
}
