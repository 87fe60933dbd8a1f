using OnRecord.Language.Mentions;
using OnRecord.Statements.Clauses;

namespace OnRecord.Statements.Roles;

/// <summary>Takes apart a noun that stands for two: "Armenian and Azerbaijani forces", "the U.S. and British governments", "North and South Korean soldiers".</summary>
internal static class Pairs
{
    /// <summary>The two, or null where the noun stands for one body of people.</summary>
    public static IReadOnlyList<Participant>? Of(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        foreach (var child in tree.Children(head))
        {
            if (child > head || !tree.Is(child, "amod") && !tree.Is(child, "compound") && !tree.Is(child, "nmod") || !char.IsUpper(tree[child].Form[0])) continue;
            foreach (var second in tree.Children(child))
            {
                if (!tree.Is(second, "conj") || second < child || second >= head || !char.IsUpper(tree[second].Form[0])) continue;
                var between = ClauseReader.Preposition(tree, head) == "between";
                var nations = IsNation(scene, sentence, child) && IsNation(scene, sentence, second);
                if (!between && !nations && !(IsDirection(tree[child].Form) && IsDirection(tree[second].Form) && second + 1 < head)) continue;
                var end = NameEnd(scene, sentence, second, head);
                var rest = Rest(scene, sentence, end, head);
                return [Named(scene, sentence, child, child + 1, rest), Named(scene, sentence, second, end, rest)];
            }
        }
        return null;
    }

    private static Participant Named(Scene scene, int sentence, int word, int end, string rest)
    {
        var name = $"{scene.SpanOf(sentence, word, end).Of(scene.Article.Text)} {rest}";
        return new Participant(name, scene.Actors?.Identify(name).Actor, scene.SpanOf(sentence, word, end));
    }

    // "African Union": a name of two words before the noun.
    private static int NameEnd(Scene scene, int sentence, int word, int head)
    {
        foreach (var mention in scene.Mentions.Mentions)
            if (mention.Sentence == sentence && mention.Start == word && mention.End <= head && mention.Form == MentionForm.Name) return mention.End;
        return word + 1;
    }

    // Two governments are one each; soldiers stay several.
    private static string Rest(Scene scene, int sentence, int start, int head)
    {
        var word = scene.Trees[sentence][head];
        var before = start < head ? scene.SpanOf(sentence, start, head).Of(scene.Article.Text) + " " : "";
        if (!scene.IsOf(sentence, head, ["office", "body", "site"]) || scene.IsOf(sentence, head, ["person"])) return Squeeze(before + word.Form);
        var lemma = word.Lemma.ToLowerInvariant();
        return Squeeze(before + (char.IsUpper(word.Form[0]) ? char.ToUpperInvariant(lemma[0]) + lemma[1..] : lemma));
    }

    private static bool IsNation(Scene scene, int sentence, int word) => MakerReader.Nation(scene, scene.Trees[sentence][word].Form) is not null || scene.EntityAt(sentence, word) is { Actor.Length: 2 } or { Kind: EntityKind.Actor, Actor: not null };

    private static bool IsDirection(string form) => form is "North" or "South" or "East" or "West" or "Northern" or "Southern" or "Eastern" or "Western";

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
