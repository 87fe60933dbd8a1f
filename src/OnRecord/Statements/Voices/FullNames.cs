using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;

namespace OnRecord.Statements.Voices;

/// <summary>Names sources as fully as the article does: a surname by the whole name, "its spokesman" by whose he is, "state news agency X" by X, and a noun that was taken for another by its own words.</summary>
internal static class FullNames
{
    private const int LongestName = 4;

    /// <summary>The source with the fullest name that the article gives.</summary>
    public static Source Of(Scene scene, int sentence, int head, Source source)
    {
        if (Whole(scene, source) is { } whole) return whole;
        var tree = scene.Trees[sentence];
        if (tree[head].Upos == Upos.PROPN) return NameAlone(scene, sentence, head, source);
        if (tree[head].Upos != Upos.NOUN || source.Role is not null) return source;
        return Member(scene, sentence, head, source) ?? Owned(scene, sentence, head, source) ?? ByItself(scene, sentence, head, source) ?? source;
    }

    // "Reyes said" after "Colonel Jose Reyes": first name and surname, from where both stand.
    private static Source? Whole(Scene scene, Source source)
    {
        var name = source.Name;
        if (source.Actor is not null || name.Contains(' ', StringComparison.Ordinal) || name.Length < 3 || !char.IsUpper(name[0]) || !name.Any(char.IsLower)) return null;
        for (var s = 0; s < scene.Trees.Length; s++)
        {
            var tree = scene.Trees[s];
            for (var w = 1; w < tree.Count; w++)
            {
                if (tree[w].Upos != Upos.PROPN || tree[w].Form != name || w + 1 < tree.Count && tree[w + 1].Upos == Upos.PROPN || scene.EntityAt(s, w) is { Kind: not EntityKind.Person }) continue;
                var first = w;
                while (first > 0 && w - first < LongestName - 1 && tree[first - 1].Upos == Upos.PROPN && char.IsUpper(tree[first - 1].Form[0]) && scene.Actors?.Title(tree[first - 1].Form) is null && scene.Actors?.Title(tree[first - 1].Form.TrimEnd('.')) is null && !(tree[first - 1].Form.EndsWith('.') && tree[first - 1].Form.Length > 2)) first--;
                while (first < w && tree[first].Form.Length < 3) first++;   // no name begins with an initial here
                if (first == w || first > 0 && scene.EntityAt(s, first) is { Kind: not EntityKind.Person }) continue;
                return source with { Name = scene.SpanOf(s, first, w + 1).Of(scene.Article.Text) };
            }
        }
        return null;
    }

    // "the state news agency X", "the separatist group X": the name alone.
    private static Source NameAlone(Scene scene, int sentence, int head, Source source)
    {
        var tree = scene.Trees[sentence];
        if (source.Role is not null || !source.Name.EndsWith(tree[head].Form, StringComparison.Ordinal)) return source;
        for (var i = head - 1; i >= 0 && i >= head - 8 && i >= tree.Yield(head).Start; i--)
        {
            if (tree[i].Upos is Upos.PROPN or Upos.ADJ && char.IsUpper(tree[i].Form[0])) continue;
            if (tree[i].Upos != Upos.NOUN || !char.IsLower(tree[i].Form[0]) || tree[i + 1].Upos == Upos.PUNCT || !IsKind(scene, tree[i].Lemma.ToLowerInvariant())) return source;
            var span = scene.SpanOf(sentence, i + 1, head + 1);
            var start = i;
            while (start > 0 && tree[start - 1].Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN && scene.SpanOf(sentence, start - 1, head + 1).Of(scene.Article.Text) is var longer && source.Name.EndsWith(longer, StringComparison.Ordinal)) start--;
            return source with { Name = span.Of(scene.Article.Text), Role = scene.SpanOf(sentence, start, i + 1).Of(scene.Article.Text), Span = span };
        }
        return source;
    }

    // What a name may stand beside as what it is the name of.
    private static bool IsKind(Scene scene, string lemma) => scene.Codebook.InList("collective", lemma) || scene.Codebook.InList("media", lemma) || lemma is "opposition" or "company" or "militia" or "outfit" or "watchdog" or "charity";

    // "A member of the front said": he, and not the front.
    private static Source? Member(Scene scene, int sentence, int head, Source source)
    {
        var tree = scene.Trees[sentence];
        if (tree[head].Xpos != "NN" || tree[head].Lemma is not "member" || tree.Child(head, "nmod") is not (> 0 and var whole) || whole < head || ClauseReader.Preposition(tree, whole) != "of") return null;
        var end = tree.Yield(whole).End;
        while (end > whole + 1 && tree[end - 1].Upos == Upos.PUNCT) end--;
        for (var i = whole + 1; i < end; i++)
            if (tree[i].Upos is Upos.PUNCT or Upos.VERB) end = i;
        var span = scene.SpanOf(sentence, head, end);
        return source with { Name = span.Of(scene.Article.Text), Span = span, Actor = null };
    }

    // "Its spokesman", "the group's information officer", "X's lawyer" of whom the article has the first name: by the full name of whose he is.
    private static Source? Owned(Scene scene, int sentence, int head, Source source)
    {
        var tree = scene.Trees[sentence];
        if (tree.Child(head, "nmod:poss") is not (>= 0 and var owner) || owner > head || tree[head].Xpos != "NN" || scene.EntityAt(sentence, head) is { Actor: not null }) return null;
        var person = tree[head].Lemma.ToLowerInvariant() is var lemma && scene.Codebook.Classes.TryGetValue(lemma, out var classes) && classes.Contains("person");
        if (!person || scene.EntityAt(sentence, owner) is not { } entity || !char.IsUpper(entity.Name[0])) return null;
        var somebody = entity.Kind == EntityKind.Person;
        if (tree[owner].Upos == Upos.PROPN && !(somebody && entity.Name.EndsWith(tree[owner].Form, StringComparison.Ordinal) && entity.Name != tree[owner].Form)) return null;
        if (!somebody && entity.Kind != EntityKind.Actor || entity.Name.Split(' ')[^1] is var last && char.IsLower(last[0])) return null;
        var start = owner;
        while (start + 1 < head && (tree[start].Head == owner && tree.Is(start, "case") || start == owner)) start++;
        if (start == owner) start = head;
        var rest = scene.SpanOf(sentence, start, head + 1).Of(scene.Article.Text);
        return source with { Name = somebody ? $"{entity.Name}'s {rest}" : $"{entity.Name} {rest}", Actor = null };
    }

    // "The army", taken for "soldiers of the north" that came before: no name, so by its own word.
    private static Source? ByItself(Scene scene, int sentence, int head, Source source)
    {
        var tree = scene.Trees[sentence];
        if (source.Actor is not null || scene.EntityAt(sentence, head) is null || source.Name.Contains(tree[head].Form, StringComparison.OrdinalIgnoreCase)) return null;
        var last = source.Name.Split(' ')[^1];
        if (char.IsUpper(last[0]) || tree[head].Lemma.ToLowerInvariant() is not ("army" or "military" or "police" or "government" or "ministry" or "authority" or "court")) return null;
        var start = head;
        foreach (var child in tree.Children(head))
            if (child < head && tree[child].Relation is "compound" or "amod") start = Math.Min(start, child);
        var span = scene.SpanOf(sentence, start, head + 1);
        return source with { Name = span.Of(scene.Article.Text), Span = span };
    }
}
