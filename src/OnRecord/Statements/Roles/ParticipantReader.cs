using System.Collections.Immutable;
using System.Text;
using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;

namespace OnRecord.Statements.Roles;

/// <summary>Names who takes part: by the fullest name that the document gives, or by the noun phrase without articles and numbers.</summary>
internal static class ParticipantReader
{
    private static readonly HashSet<string> Quantifiers = new(StringComparer.Ordinal)
    {
        "several", "many", "some", "more", "most", "few", "all", "both", "numerous", "other", "another", "various", "multiple", "additional", "least", "any", "every", "each", "countless", "such", "same", "own", "later", "earlier", "last",
    };

    private const int LongestOf = 8;

    /// <summary>The participants that the word heads, with those joined to it by "and"; empty for bare numbers and pronouns without a known referent.</summary>
    public static ImmutableArray<Participant> Read(Scene scene, int sentence, int head)
    {
        if (head < 0) return [];
        var found = ImmutableArray.CreateBuilder<Participant>();
        foreach (var participant in Members(scene, sentence, head).SelectMany(m => Each(scene, sentence, m)))
            if (!found.Any(p => p.Name == participant.Name)) found.Add(participant);
        return found.ToImmutable();
    }

    /// <summary>The participants that the word alone heads: one, or two where it stands for both ("Armenian and Azerbaijani forces"); none for pronouns and bare numbers.</summary>
    public static IEnumerable<Participant> Each(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        if (BothSides.Of(scene, sentence, head) is { } two) return two;
        if (One(scene, sentence, head) is not { } one) return [];
        return (tree[head].Xpos is "NNS" or "NNPS" || tree[head].Form.ToLowerInvariant() is "aircraft" or "personnel" or "police") && Pairs.Of(scene, sentence, head) is { } pair ? pair : [one];
    }

    /// <summary>The word and those joined to it: "soldiers and police"; not what is joined within one name.</summary>
    public static IEnumerable<int> Members(Scene scene, int sentence, int head) =>
        scene.MentionAt(sentence, head) is { Form: MentionForm.Name } name ? Members(scene.Trees[sentence], head).Where(m => m == head || m < name.Start || m >= name.End) : Members(scene.Trees[sentence], head);

    /// <summary>The word and those joined to it, whatever names there are.</summary>
    public static IEnumerable<int> Members(Tree tree, int head)
    {
        yield return head;
        foreach (var child in tree.Children(head).ToArray())
            if (tree.Is(child, "conj") && tree[child].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM && tree.Child(child, "nsubj") < 0) yield return child;
    }

    /// <summary>The participant that the word alone heads, or null.</summary>
    public static Participant? One(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        head = Counted(scene, tree, head);
        if (Namesake.Of(scene, sentence, head) is { } own) return new Participant(scene.Mentions.EntityOf(own).Name, scene.Mentions.EntityOf(own).Actor, own.Span);
        var mention = scene.MentionAt(sentence, head);
        if ((mention is null || scene.Mentions.Entities[mention.Entity].Kind == EntityKind.Person && mention.Form == MentionForm.Nominal) && PersonNames.Split(scene, sentence, head) is { } named)
            return new Participant(named.Name, null, scene.SpanOf(sentence, named.Start, named.End));
        if (mention is not null)
        {
            var entity = scene.Mentions.Entities[mention.Entity];
            if (entity is { Kind: EntityKind.Actor, Actor: null } && scene.Mentions.Country is { } country && entity.Name.Equals("government", StringComparison.OrdinalIgnoreCase) && scene.Actors?.Entry(country) is { } land)
                return new Participant($"government of {land.Name}", $"{country}/government", mention.Span);
            if (mention.Form != MentionForm.Name || entity.Kind != EntityKind.Place || entity.Actor is not null || Plain(tree, head))
                return new Participant(mention.Form == MentionForm.Nominal && entity.Actor is null && Phrase(scene, sentence, head, mention) is { } whole && whole.StartsWith(entity.Name + " of ", StringComparison.Ordinal) ? whole : mention.Form == MentionForm.Name && entity.Kind != EntityKind.Person ? Own(Phrase(scene, sentence, head, mention), tree[head], entity) : entity.Name, entity.Actor, mention.Span);
        }
        var token = tree[head];
        if (token.Upos is Upos.PRON or Upos.NUM or Upos.ADV or Upos.SYM || token.Upos is Upos.DET && !IsThose(tree, head)) return IsThose(tree, head) ? Those(scene, sentence, head) : null;
        var name = Phrase(scene, sentence, head, null);
        var (start, end) = Bounds(tree, head);
        return name is null || Quantifiers.Contains(name.ToLowerInvariant()) && name.ToLowerInvariant() is not "other" ? null : new Participant(name, null, scene.SpanOf(sentence, start, end));
    }

    // As it is called here; "the UN mission" that has a name of its own by that.
    private static string Own(string? phrase, Word head, Entity entity)
    {
        if (phrase is null) return entity.Name;
        if (head.Upos != Upos.NOUN || entity.Actor is null || entity.Actor.Contains('/', StringComparison.Ordinal) || entity.Actor.Length == 2) return phrase;
        var words = entity.Name.Split(' ');
        return phrase.Split(' ').Any(w => words.Contains(w, StringComparer.OrdinalIgnoreCase)) ? phrase : entity.Name;
    }

    /// <summary>The noun that is counted: "civilians" for "dozens of civilians"; else the word itself.</summary>
    public static int Counted(Scene scene, Tree tree, int head)
    {
        if (!scene.Codebook.InList("part", tree[head].Lemma.ToLowerInvariant()) && tree[head].Upos != Upos.NUM) return head;
        foreach (var child in tree.Children(head))
            if (child > head && tree.Is(child, "nmod") && ClauseReader.Preposition(tree, child) is "of" or "among") return Counted(scene, tree, child);
        return head;
    }

    private static bool Plain(Tree tree, int head)
    {
        foreach (var child in tree.Children(head))
            if (child < head && (tree.Is(child, "compound") || tree.Is(child, "amod"))) return false;
        return true;
    }

    private static bool IsThose(Tree tree, int head) => tree[head].Lemma.ToLowerInvariant() is "those" or "that" or "anyone" or "everyone" or "someone" && tree.Child(head, "acl") >= 0;

    private static Participant Those(Scene scene, int sentence, int head)
    {
        var (start, end) = scene.Trees[sentence].Yield(head);
        if (end < start + 1) end = start + 1;
        if (scene.Trees[sentence].Child(head, "acl") is > 0 and var told) end = Math.Min(end, scene.Trees[sentence].Yield(told).End);   // and not the comma that the parser hung on it
        while (end > head + 1 && scene.Trees[sentence][end - 1].Upos == Upos.PUNCT) end--;
        var span = scene.SpanOf(sentence, head, end);
        return new Participant(Squeeze(span.Of(scene.Article.Text)), null, span);
    }

    // The noun phrase without articles, numbers, quantifiers and what follows the head, but for "of …".
    private static string? Phrase(Scene scene, int sentence, int head, Mention? mention)
    {
        var tree = scene.Trees[sentence];
        var (start, end) = Bounds(tree, head);
        if (mention is not null) (start, end) = (Math.Min(start, mention.Start), Math.Max(end, mention.End));
        for (var i = start; i < head; i++)   // "police arrest student leaders": the verb that they hang on is no part of what they are called
            if (tree[i].Upos == Upos.VERB && tree[i].Xpos is "VBP" or "VBZ" or "VBD" && tree.Is(head, "obj") && tree[head].Head == i) start = i + 1;
        var words = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            var token = tree[i];
            if (i < head && (mention is null || i < mention.Start) && Stripped(scene, sentence, tree, i, head)) continue;
            if (words.Length > 0 && scene.Parses[sentence].Sentence.Tokens[i].Start > scene.Parses[sentence].Sentence.Tokens[i - 1].End) words.Append(' ');
            words.Append(token.Form);
        }
        var name = words.ToString().Trim(' ', '"', '“', '”', '\'', ',', '-', '(', ')', '’');
        if (name.StartsWith("own ", StringComparison.Ordinal)) name = name[4..];
        foreach (var ending in new[] { "'s", "’s" })
            if (name.EndsWith(ending, StringComparison.Ordinal)) name = name[..^2];
        return name.Length == 0 ? null : name;
    }

    private static bool Stripped(Scene scene, int sentence, Tree tree, int i, int head)
    {
        if (NounPhrase.Hyphened(tree, i)) return false;
        if (scene.IsTime(sentence, i)) return true;   // "on Wednesday government troops"
        if (OfTown(scene, sentence, tree, i, head)) return true;
        if (tree[i].Upos == Upos.ADP && i + 1 < tree.Count && tree[i + 1].Lemma.ToLowerInvariant() is "least" or "most") return true;
        if (tree.Is(i, "det") || tree.Is(i, "nummod") || tree.Is(i, "case") && (tree[i].Head == head || scene.IsTime(sentence, tree[i].Head)) || tree[i].Upos is Upos.PUNCT && tree[i].Form != "-" || tree[i].Upos is Upos.NUM && tree[i].Relation != "compound") return true;
        if (tree[i].Upos is Upos.PRON or Upos.DET or Upos.ADV || tree[i].Upos == Upos.CCONJ && !Joins(tree, i, head)) return true;
        var lemma = tree[i].Lemma.ToLowerInvariant();
        if (Quantifiers.Contains(lemma) || Describes(scene, sentence, tree, i, head)) return true;
        // Words that belong to the number: "more than 20".
        return scene.CountOf(sentence, head) is { } count && i >= count.Start && i < count.End && i != head;
    }

    // "The separatist BRN" is the BRN.
    private static bool Describes(Scene scene, int sentence, Tree tree, int word, int head) =>
        tree[head].Upos == Upos.PROPN && tree[word].Head == head && tree[word].Upos is Upos.ADJ or Upos.NOUN && char.IsLower(tree[word].Form[0])
        && scene.MentionAt(sentence, head) is { Form: MentionForm.Name } name && scene.Mentions.EntityOf(name) is { Actor: { } actor } && !actor.Contains('/', StringComparison.Ordinal);

    // "Foreign and local soldiers".
    private static bool Joins(Tree tree, int word, int head) => tree[word].Head is >= 0 and var second && second < head && tree.Is(second, "conj") && tree[second].Head < word && tree.Dominates(head, tree[second].Head);

    // "The mining town's people" are people.
    private static bool OfTown(Scene scene, int sentence, Tree tree, int word, int head)
    {
        foreach (var owner in tree.Children(head))
            if (owner < head && tree[owner].Relation == "nmod:poss" && tree[owner].Upos == Upos.NOUN && scene.IsOf(sentence, owner, ["site"]) && (owner == word || tree.Dominates(owner, word))) return true;
        return false;
    }

    // The head with what stands before it, and an "of" phrase right after it.
    private static (int Start, int End) Bounds(Tree tree, int head)
    {
        var start = head;
        foreach (var child in tree.Children(head))
            if (child < head && tree[child].Relation is not ("punct" or "cc" or "advmod" or "acl:relcl" or "nsubj" or "cop" or "mark" or "aux" or "parataxis" or "case")) start = Math.Min(start, tree.Yield(child).Start);
        // "IS-KP" is one name, whatever the parser makes of its hyphen.
        while (start == head && start > 1 && tree[start - 1].Form is "-" or "‑" && char.IsUpper(tree[start - 2].Form[0]) && Touch(tree, start - 2) && Touch(tree, start - 1)) start -= 2;
        var end = head + 1;
        foreach (var child in tree.Children(head))
            if (child == end && (tree.Is(child, "flat") || tree.Is(child, "compound") || tree.Is(child, "goeswith"))) end = tree.Yield(child).End;
        foreach (var child in tree.Children(head))
            if (tree.Is(child, "nmod") && !tree.Is(child, "nmod:poss") && tree.Yield(child).Start == end && ClauseReader.Preposition(tree, child) == "of")
            {
                var over = tree.Yield(child).End;
                if (over - end > LongestOf) over = child + 1;   // without what hangs on it in turn
                if (over - end <= LongestOf) end = over;
            }
        if (start == head) end = Told(tree, head, end);
        return (start, end);
    }

    private static bool Touch(Tree tree, int word) => tree.Parse.Sentence.Tokens[word].End == tree.Parse.Sentence.Tokens[word + 1].Start;

    // "A man with an axe", "gunmen on motorcycles", "fighters from Misrata", "insurgents linked to …": a bare noun for people takes what tells them from others.
    private static int Told(Tree tree, int head, int end)
    {
        if (tree[head].Upos != Upos.NOUN || end != head + 1) return end;
        foreach (var child in tree.Children(head))
        {
            var (start, over) = tree.Yield(child);
            if (start != end || over - end > 5) continue;
            var preposition = ClauseReader.Preposition(tree, child);
            if (tree.Is(child, "nmod") && preposition is "with" or "on" && tree[child].Upos == Upos.NOUN && People.Contains(tree[head].Lemma.ToLowerInvariant())) return over;
            if (tree.Is(child, "nmod") && preposition is "from" && tree[child].Upos == Upos.PROPN) return over;
            if (tree.Is(child, "acl") && tree[child].Lemma.ToLowerInvariant() is "link" or "back" or "ally" or "affiliate" or "align" && tree[child].Xpos == "VBN") return over;
            if (tree.Is(child, "amod") && tree[child].Lemma.ToLowerInvariant() is "loyal" or "close") return over;
        }
        return end;
    }

    private static readonly HashSet<string> People = new(StringComparer.Ordinal) { "man", "woman", "gunman", "people", "person", "attacker", "assailant", "militant", "fighter", "bomber" };

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
