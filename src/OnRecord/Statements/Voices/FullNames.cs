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
        if (Ranked(scene, sentence, head, source) is { } ranked) return ranked;
        if (Holder(scene, sentence, head) is { } holder) return holder;
        if (tree[head].Upos == Upos.PROPN || tree[head].Upos == Upos.NOUN && tree[head].Form.Length > 1 && tree[head].Form.All(char.IsUpper)) return NameAlone(scene, sentence, head, source);
        if (tree[head].Upos != Upos.NOUN || source.Role is not null) return source;
        return Member(scene, sentence, head, source) ?? Owned(scene, sentence, head, source) ?? OfBody(scene, sentence, head, source) ?? Called(scene, sentence, head, source) ?? NotItsMembers(scene.Trees[sentence], head, source) ?? ByItself(scene, sentence, head, source) ?? source;
    }

    // "Reyes said" after "Colonel Jose Reyes": first name and surname, from where both stand.
    private static Source? Whole(Scene scene, Source source) => Whole(scene, source, (form, name) => form == name) ?? Whole(scene, source, (form, name) => name.Length > 4 && IsSpelling(form, name));

    // "Saree" is "Sarea", "Mohammed" is "Mohamed": one letter more, less or other, but not the first.
    private static bool IsSpelling(string form, string name)
    {
        if (form.Length < 5 || Math.Abs(form.Length - name.Length) > 1 || form[0] != name[0]) return false;
        if (form == name) return false;
        var same = 0;
        while (same < Math.Min(form.Length, name.Length) && form[same] == name[same]) same++;
        var (left, right) = (form[same..], name[same..]);
        return left.Length == right.Length ? left[1..] == right[1..] : left.Length > right.Length ? left[1..] == right : left == right[1..];
    }

    private static Source? Whole(Scene scene, Source source, Func<string, string, bool> same)
    {
        var name = source.Name;
        if (source.Actor is not null || name.Contains(' ', StringComparison.Ordinal) || name.Length < 3 || !char.IsUpper(name[0]) || !name.Any(char.IsLower)) return null;
        for (var s = 0; s < scene.Trees.Length; s++)
        {
            var tree = scene.Trees[s];
            for (var w = 1; w < tree.Count; w++)
            {
                if (tree[w].Upos != Upos.PROPN || !same(tree[w].Form, name) || w + 1 < tree.Count && tree[w + 1].Upos == Upos.PROPN || scene.EntityAt(s, w) is { Kind: not EntityKind.Person }) continue;
                var first = w;
                while (first > 0 && w - first < LongestName - 1 && tree[first - 1].Upos == Upos.PROPN && char.IsUpper(tree[first - 1].Form[0]) && scene.Actors?.Title(tree[first - 1].Form) is null && scene.Actors?.Title(tree[first - 1].Form.TrimEnd('.')) is null && !(tree[first - 1].Form.EndsWith('.') && tree[first - 1].Form.Length > 2)) first--;
                while (first < w && tree[first].Form.Length < 3) first++;   // no name begins with an initial here
                if (first == w || first > 0 && scene.EntityAt(s, first) is { Kind: not EntityKind.Person }) continue;
                return source with { Name = scene.SpanOf(s, first, w + 1).Of(scene.Article.Text) };
            }
        }
        return null;
    }

    // "Maj. Gen. X Y", of which the first word was taken for the name.
    private static Source? Ranked(Scene scene, int sentence, int head, Source source)
    {
        var tree = scene.Trees[sentence];
        if (tree[head].Upos != Upos.PROPN || source.Name != tree[head].Form || !IsTitle(scene, source.Name)) return null;
        var (start, end) = (head, head + 1);
        while (end < tree.Count && tree[end].Upos == Upos.PROPN && end - head < 6) end++;
        while (start < end && IsTitle(scene, tree[start].Form)) start++;
        if (start == end) return null;
        var span = scene.SpanOf(sentence, start, end);
        return source with { Name = span.Of(scene.Article.Text), Role = source.Role ?? scene.SpanOf(sentence, head, start).Of(scene.Article.Text), Span = span };
    }

    private static bool IsTitle(Scene scene, string word) => scene.Actors?.Title(word) is not null || scene.Actors?.Title(word.TrimEnd('.')) is not null || word.Length > 2 && word.EndsWith('.');

    // "The task force commander, Lt. Gen. X Y, said", the office hung on the force: the one who holds it.
    private static Source? Holder(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        if (tree[head].Upos != Upos.PROPN) return null;
        foreach (var office in tree.Children(head))
        {
            if (office < head || !tree.Is(office, "appos") || scene.Actors?.Title(tree[office].Form) is null) continue;
            foreach (var name in tree.Children(office))
            {
                if (name < office || !tree.Is(name, "appos") || tree[name].Upos != Upos.PROPN) continue;
                var end = name + 1;
                while (end < tree.Count && tree[end].Upos == Upos.PROPN) end++;
                if (end - name < 2) continue;
                var start = tree.Yield(head).Start;
                while (start < head && tree[start].Upos is Upos.DET or Upos.PUNCT) start++;
                var span = scene.SpanOf(sentence, name, end);
                return new Source(span.Of(scene.Article.Text), scene.SpanOf(sentence, start, office + 1).Of(scene.Article.Text), null, span);
            }
        }
        return null;
    }

    // "The junta, the Movement for X", "Y's government, the Government of Z": by the name that stands beside.
    private static Source? Called(Scene scene, int sentence, int head, Source source)
    {
        var tree = scene.Trees[sentence];
        var lemma = tree[head].Lemma.ToLowerInvariant();
        if (!scene.Codebook.InList("collective", lemma) && lemma is not ("mission" or "army" or "body" or "outfit" or "watchdog" or "charity")) return null;
        foreach (var child in tree.Children(head))
        {
            if (child < head || !tree.Is(child, "appos") || !char.IsUpper(tree[child].Form[0]) || scene.EntityAt(sentence, child) is { Kind: EntityKind.Person or EntityKind.Place, Actor: null }) continue;
            var (start, end) = tree.Yield(child);
            while (start < child && tree[start].Upos is Upos.PUNCT or Upos.DET) start++;
            for (var i = child + 1; i < end; i++)
                if (tree[i].Upos is Upos.PUNCT or Upos.VERB) end = i;
            if (start > child || !char.IsUpper(tree[start].Form[0])) continue;
            var span = scene.SpanOf(sentence, start, end);
            return source with { Name = span.Of(scene.Article.Text), Role = null, Span = span };
        }
        return null;
    }

    // "The head of the mission", which has a name: by that.
    private static Source? OfBody(Scene scene, int sentence, int head, Source source)
    {
        var tree = scene.Trees[sentence];
        if (tree[head].Xpos != "NN") return null;
        foreach (var child in tree.Children(head))
        {
            if (child < head || !tree.Is(child, "nmod") || ClauseReader.Preposition(tree, child) is not ("of" or "for") || tree[child].Upos != Upos.NOUN) continue;
            var bare = true;
            foreach (var below in tree.Children(child)) bare &= tree.Is(below, "case") || tree.Is(below, "det") || tree.Is(below, "punct");
            if (!bare || scene.EntityAt(sentence, child) is not { Kind: EntityKind.Actor } body || !char.IsUpper(body.Name[0]) || char.IsLower(body.Name.Split(' ')[^1][0])) continue;
            var tail = scene.SpanOf(sentence, head + 1, child + 1).Of(scene.Article.Text);
            if (!source.Name.EndsWith(tail, StringComparison.Ordinal)) continue;
            return source with { Name = source.Name[..^tree[child].Form.Length] + body.Name };
        }
        return null;
    }

    // "the state news agency X", "the separatist group X": the name alone.
    private static Source NameAlone(Scene scene, int sentence, int head, Source source)
    {
        var tree = scene.Trees[sentence];
        var end = head + 1;
        while (end < tree.Count && tree.Is(end, "flat") && tree[end].Head == head) end++;
        if (source.Role is not null || !source.Name.EndsWith(tree[end - 1].Form, StringComparison.Ordinal)) return source;
        for (var i = head - 1; i >= 0 && i >= head - 8 && i >= tree.Yield(head).Start; i--)
        {
            if (tree[i].Upos is Upos.PROPN or Upos.ADJ && char.IsUpper(tree[i].Form[0])) continue;
            if (tree[i].Upos != Upos.NOUN || !char.IsLower(tree[i].Form[0]) || tree[i + 1].Upos == Upos.PUNCT || !IsKind(scene, tree[i].Lemma.ToLowerInvariant())) return source;
            var span = scene.SpanOf(sentence, i + 1, end);
            var start = i;
            while (start > 0 && tree[start - 1].Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN && scene.SpanOf(sentence, start - 1, end).Of(scene.Article.Text) is var longer && source.Name.EndsWith(longer, StringComparison.Ordinal)) start--;
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
        while (start < head && (start == owner || tree[start].Head == owner && tree.Is(start, "case"))) start++;
        var rest = scene.SpanOf(sentence, start, head + 1).Of(scene.Article.Text);
        return source with { Name = somebody ? $"{entity.Name}'s {rest}" : $"{entity.Name} {rest}", Actor = null };
    }

    // "The party", taken for "members of his Karama party" that came before: the party.
    private static Source? NotItsMembers(Tree tree, int head, Source source)
    {
        if (tree[head].Xpos != "NN" || !source.Name.EndsWith(" " + tree[head].Form, StringComparison.OrdinalIgnoreCase) || source.Name.Split(" of ") is not [[.., 's'] members, var whole] || members.Contains(tree[head].Form, StringComparison.OrdinalIgnoreCase)) return null;
        var words = whole.Split(' ');
        var name = string.Join(' ', words.SkipWhile(w => w is "the" or "a" or "an" or "his" or "her" or "its" or "their" or "our" or "my"));
        return name.Length > 0 && char.IsUpper(name[0]) ? source with { Name = name, Actor = null } : null;
    }

    // "The army", taken for "soldiers of the north" that came before: no name, so by its own word.
    private static Source? ByItself(Scene scene, int sentence, int head, Source source)
    {
        var tree = scene.Trees[sentence];
        if (scene.EntityAt(sentence, head) is null || source.Name.Contains(tree[head].Form, StringComparison.OrdinalIgnoreCase)) return null;
        var last = source.Name.Split(' ')[^1];
        if (char.IsUpper(last[0]) || last is "army" or "military" or "police" or "government" or "ministry" or "forces" or "authorities" || tree[head].Lemma.ToLowerInvariant() is not ("army" or "military" or "police" or "government" or "ministry" or "authority" or "court")) return null;
        var start = head;
        foreach (var child in tree.Children(head))
            if (child < head && tree[child].Relation is "compound" or "amod") start = Math.Min(start, child);
        var span = scene.SpanOf(sentence, start, head + 1);
        return source with { Name = span.Of(scene.Article.Text), Span = span };
    }
}
