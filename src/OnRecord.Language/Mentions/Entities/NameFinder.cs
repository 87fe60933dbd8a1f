using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>A stretch of words that is a name: what the actor list and the parser say of it.</summary>
internal sealed record NameSpan(int Start, int End, IReadOnlyList<ActorName> Bearers, NameKind? Kind);

/// <summary>Finds the names of a sentence from the actor list and the parser's marks, and mends their bounds.</summary>
internal static class NameFinder
{
    public static List<NameSpan> Find(Scene scene, int sentence)
    {
        var tree = scene.Trees[sentence];
        var known = Known(scene.Actors, tree);
        var spans = new List<NameSpan>();
        foreach (var name in tree.Parse.Names)
        {
            var (start, end) = Whole(tree, Trim(tree, name.Start, name.End), known);
            if (start >= end || !HasCapital(tree, start, end)) continue;
            var over = known.FindAll(k => k.Start < end && start < k.End);
            if (over.Any(k => k.Start <= start && end <= k.End)) continue;         // the list knows the longer name
            if (over.Any(k => k.Start < start || k.End > end)) { if (over.Any(k => k.End - k.Start > 1)) continue; }
            if (name.Kind == NameKind.Other && over.Count > 0) continue;           // "Russian" within a title of something
            known.RemoveAll(over.Contains);
            spans.Add(new NameSpan(Math.Min(start, over.Select(k => k.Start).DefaultIfEmpty(start).Min()), Math.Max(end, over.Select(k => k.End).DefaultIfEmpty(end).Max()), [], name.Kind));
        }
        foreach (var hit in known)
        {
            // "Libya Today", "Kyiv Herald" are outlets that nobody listed.
            if (hit.Bearers[0].Entry.Kind == ActorKind.Country && hit.End < tree.Count && tree[hit.End].Upos == Upos.PROPN && Words.Outlets.Contains(tree[hit.End].Form) && char.IsUpper(tree[hit.End].Form[0]))
            {
                spans.Add(new NameSpan(hit.Start, hit.End + 1, [], NameKind.Organisation));
                continue;
            }
            var kind = tree.Parse.Names.Where(n => n.Start < hit.End && hit.Start < n.End).Select(n => (NameKind?)n.Kind).FirstOrDefault();
            spans.Add(hit with { Kind = kind });
        }
        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        for (var i = spans.Count - 1; i > 0; i--)
            if (spans[i].Start < spans[i - 1].End) spans.RemoveAt(i);
        var whole = new List<NameSpan>(spans.Count);
        foreach (var span in spans)
            if (whole.Count == 0 || span.Start >= whole[^1].End) whole.Add(span.Bearers.Count > 0 ? span : Extend(tree, spans, span));
        return whole;
    }

    /// <summary>The word of [start, end) whose head lies outside it.</summary>
    public static int HeadOf(Tree tree, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (tree[i].Head < start || tree[i].Head >= end) { if (tree[i].Upos != Upos.PUNCT) return i; }
        return end - 1;
    }

    // The longest names of the list, from left to right, as they are written.
    private static List<NameSpan> Known(ActorIndex actors, Tree tree)
    {
        var parts = new List<(string Text, int Word, char First, bool AllUpper)>();
        for (var i = 0; i < tree.Count; i++)
            foreach (var part in ActorKey.Parts(tree[i].Form))
            {
                var letters = tree[i].Form.AsSpan(part.Start, part.End - part.Start);
                var upper = true;
                foreach (var c in letters) upper &= !char.IsLower(c);
                parts.Add((part.Text, i, letters[0], upper));
            }
        var hits = new List<NameSpan>();
        var keys = parts.ConvertAll(p => p.Text);
        for (var i = 0; i < parts.Count;)
        {
            var step = 1;
            if (i == 0 || parts[i].Word != parts[i - 1].Word)
                foreach (var (length, names) in actors.NamesAt(keys, i))
                {
                    var last = i + length - 1;
                    if (last + 1 < parts.Count && parts[last + 1].Word == parts[last].Word) continue;
                    var (start, end) = (parts[i].Word, parts[last].Word + 1);
                    var written = names.Where(n => Written(n, tree, start, parts.GetRange(i, length))).ToList();
                    if (written.Count == 0) continue;
                    hits.Add(new NameSpan(start, end, written, null));
                    step = length;
                    break;
                }
            i += step;
        }
        return hits;
    }

    private static bool Written(ActorName name, Tree tree, int start, List<(string Text, int Word, char First, bool AllUpper)> parts)
    {
        var surface = name.Surface;
        var acronym = surface.Any(char.IsUpper) && !surface.Any(char.IsLower);
        if (acronym && !parts.TrueForAll(p => p.AllUpper)) return false;
        var spelt = ActorKey.Parts(surface);
        for (var i = 0; i < parts.Count && i < spelt.Count; i++)
            if (char.IsUpper(surface[spelt[i].Start]) && char.IsLower(parts[i].First) && parts[i].Text is not ("al" or "el" or "ash" or "an")) return false;
        if (parts.Count > 1 || acronym) return true;
        var word = tree[parts[0].Word];
        if (surface.StartsWith("The ", StringComparison.Ordinal) && (start == 0 || !tree[start - 1].Form.Equals("The", StringComparison.OrdinalIgnoreCase))) return false;
        return name.Use == NameUse.Demonym || word.Upos is Upos.PROPN or Upos.X || char.IsLower(surface[0]) || (word.Upos is Upos.NOUN or Upos.ADJ && start > 0);
    }

    private static (int Start, int End) Trim(Tree tree, int start, int end)
    {
        while (start < end && (tree[start].Upos is Upos.DET or Upos.PUNCT or Upos.ADP or Upos.CCONJ or Upos.PRON || tree[start].Form.Equals("the", StringComparison.OrdinalIgnoreCase)) && !IsLetterName(tree[start].Form)) start++;
        while (end > start && (tree[end - 1].Upos is Upos.PUNCT or Upos.ADP or Upos.DET or Upos.CCONJ || tree[end - 1].Form is "'s" or "’s" or "'" or "’")) end--;
        return (start, end);
    }

    // "Mazar-i-Sharif" is one name, into however many words it was cut.
    private static (int Start, int End) Whole(Tree tree, (int Start, int End) span, List<NameSpan> known)
    {
        var (start, end) = span;
        var tokens = tree.Parse.Sentence.Tokens;
        while (start < end && end + 1 < tree.Count && tree[end].Form == "-" && tokens[end].Start == tokens[end - 1].End && tokens[end + 1].Start == tokens[end].End
            && (char.IsUpper(tree[end + 1].Form[0]) || tree[end + 1].Form is "i" or "e" or "al" or "ul" or "el" or "de" or "ol" or "o") && !known.Exists(k => k.Start <= end + 1 && end + 1 < k.End)) end += 2;
        while (start < end && start > 1 && tree[start - 1].Form == "-" && tokens[start - 1].End == tokens[start].Start && tokens[start - 2].End == tokens[start - 1].Start
            && (char.IsUpper(tree[start - 2].Form[0]) || tree[start - 2].Form is "i" or "e" or "al" or "ul" or "el" or "de" or "o") && !known.Exists(k => k.Start <= start - 2 && start - 2 < k.End)) start -= 2;
        return (start, end);
    }

    private static bool IsLetterName(string form) => form is "Al" or "El" or "La" or "Los" or "Las" or "Le";

    private static bool HasCapital(Tree tree, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (tree[i].Form.Any(char.IsUpper)) return true;
        return false;
    }

    // "Ministry" + "of Defence of X", "Front" + "for the Liberation of X": a capitalised institution goes on over its "of" and "for".
    private static NameSpan Extend(Tree tree, List<NameSpan> spans, NameSpan span)
    {
        if (span.Kind == NameKind.Person || span.Kind == NameKind.Location) return span;
        var end = span.End;
        while (end + 1 < tree.Count && tree[end].Form is "of" or "for")
        {
            var next = end + 1;
            if (tree[next].Form.Equals("the", StringComparison.OrdinalIgnoreCase)) next++;
            if (next >= tree.Count || !char.IsUpper(tree[next].Form[0]) || tree[next].Upos is not (Upos.PROPN or Upos.NOUN or Upos.ADJ)) break;
            var stop = spans.Find(s => s.Start == next)?.End ?? next + 1;
            while (stop < tree.Count && char.IsUpper(tree[stop].Form[0]) && tree[stop].Upos == Upos.PROPN && spans.TrueForAll(s => s.Start != stop)) stop++;
            end = stop;
        }
        return end == span.End ? span : span with { End = end };
    }
}
