using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Roles;

namespace OnRecord.Statements.Voices;

/// <summary>Names a voice: a person with the role given, a body by its name, an unnamed source by its noun phrase.</summary>
internal static class SourceNames
{
    /// <summary>The source that the word heads, or null where it cannot be one (an expletive, an unresolved pronoun).</summary>
    public static Source? Of(Scene scene, int sentence, int head) => Find(scene, sentence, head) is { } found && found.Name.Trim().Length > 0 && !(found.Actor is null && scene.EntityAt(sentence, head) is null or { Place: null } && IsPublisher(scene, found.Name)) ? FullNames.Of(scene, sentence, head, found) : null;

    private static Source? Find(Scene scene, int sentence, int head)
    {
        if (head < 0 || IsNobody(scene.Trees[sentence], head) || IsOurs(scene.Trees[sentence], head)) return null;
        if (scene.Trees[sentence][head].Lemma.Equals("one", StringComparison.OrdinalIgnoreCase) && scene.Trees[sentence].Child(head, "appos") is > 0 and var what && what > head && scene.Trees[sentence][what].Upos == Upos.NOUN) head = what;
        head = Documents.Passed(scene, scene.Trees[sentence], Both(scene.Trees[sentence], WithinName(scene, sentence, Antecedent(scene.Trees[sentence], head))));
        if (Documents.Author(scene, sentence, head) is { } author) return author;
        if (IsAct(scene, sentence, head)) return null;
        var mention = scene.MentionAt(sentence, head);
        var person = mention is not null && scene.Mentions.Entities[mention.Entity] is { Kind: EntityKind.Person } known ? known : null;
        if (person is { Role: null } && mention!.Form == MentionForm.Pronoun && Introduced(scene, mention) is { } introduced) return introduced with { Actor = person.Actor };
        if (Apposed(scene, sentence, head) is { } behind) return behind;
        if (PersonSources.Titled(scene, sentence, head) is { } titled) return titled;
        if (person is not null && mention!.Form != MentionForm.Nominal) return PersonSources.Named(scene, person, mention);
        if (PersonNames.Split(scene, sentence, head) is { } named)
            return new Source(named.Name, named.Role, scene.EntityAt(sentence, head)?.Actor, scene.SpanOf(sentence, named.Start, named.End));
        if (PersonSources.Called(scene, sentence, head) is { } called) return called;
        if ((person is null || !person.Name.Any(char.IsUpper)) && PersonSources.Unnamed(scene, sentence, head) is { } unnamed) return unnamed;
        if (person is not null) return PersonSources.Named(scene, person, mention!);
        if (Reports(scene, sentence, head) is { } reports) return reports;
        return ParticipantReader.One(scene, sentence, head) is { } participant ? new Source(PersonSources.WithoutOrdinal(participant.Name), null, participant.Actor, participant.Span) : null;
    }

    // No strike and no raid has a voice.
    private static bool IsAct(Scene scene, int sentence, int head)
    {
        var word = scene.Trees[sentence][head];
        if (word.Upos != Upos.NOUN || scene.EntityAt(sentence, head) is not null || scene.IsOf(sentence, head, ["person", "force", "actor", "office", "body"]) || scene.Codebook.InList("evidence", word.Lemma.ToLowerInvariant())) return false;
        foreach (var trigger in scene.Codebook.TriggersOf(word.Lemma.ToLowerInvariant(), TriggerForm.Noun))
            if (!trigger.Weak && scene.Codebook.Types[trigger.Type] is { Armed: true, Mutual: false }) return true;
        return false;
    }

    // "our correspondent": the outlet itself.
    private static bool IsOurs(Tree tree, int head) =>
        tree[head].Lemma.ToLowerInvariant() is "correspondent" or "reporter" or "photographer" && tree.Child(head, "nmod:poss") is >= 0 and var owner && tree[owner].Lemma.ToLowerInvariant() is "we" or "our" or "my";

    // "a report according to which": the report.
    private static int Antecedent(Tree tree, int head)
    {
        if (!tree[head].Lemma.Equals("which", StringComparison.OrdinalIgnoreCase)) return head;
        for (var (node, steps) = (tree[head].Head, 0); node >= 0 && steps < 3; node = tree[node].Head, steps++)
            if (tree.Is(node, "acl:relcl")) return tree[node].Head;
        // Hung elsewhere: the noun before the comma.
        for (var i = head - 1; i > 0 && i >= head - 4; i--)
            if (tree[i].Form == ",")
            {
                for (var noun = i - 1; noun >= 0 && noun >= i - 6; noun--)
                    if (tree[noun].Upos == Upos.NOUN && tree.Yield(noun) is var (start, end) && start <= noun && end >= i) return noun;
                break;
            }
        return head;
    }

    // "Both": the first of the two who act in the clause before.
    private static int Both(Tree tree, int head)
    {
        if (!tree[head].Lemma.Equals("both", StringComparison.OrdinalIgnoreCase) || tree[head].Head is not (>= 0 and var verb) || !tree.Is(verb, "conj") || tree.Child(tree[verb].Head, "nsubj") is not (>= 0 and var first)) return head;
        foreach (var child in tree.Children(first))
            if (tree.Is(child, "conj")) return first;
        return head;
    }

    // "no group", "none of them": nobody speaks.
    private static bool IsNobody(Tree tree, int head) =>
        tree[head].Lemma.ToLowerInvariant() is "nobody" or "none" || tree.Child(head, "det") is >= 0 and var det && tree[det].Lemma.ToLowerInvariant() is "no" or "neither";

    // A word within a longer name stands for the name ("the Islamic State of … and the Levant").
    private static int WithinName(Scene scene, int sentence, int head)
    {
        if (scene.Trees[sentence][head].Upos != Upos.PROPN || scene.MentionAt(sentence, head) is { Form: MentionForm.Name, End: var end, Start: var start } && end - start > 1) return head;
        foreach (var mention in scene.Mentions.Mentions)
            if (mention.Sentence == sentence && mention.Start <= head && head < mention.End && mention.End - mention.Start > 2 && mention.Form == MentionForm.Name && scene.Mentions.Entities[mention.Entity].Actor is not null) return mention.Head;
        return head;
    }

    // Where the article first names the person that a pronoun refers to, taken apart into name and office.
    private static Source? Introduced(Scene scene, Mention pronoun)
    {
        foreach (var mention in scene.Mentions.Mentions)
            if (mention.Entity == pronoun.Entity && mention.Form != MentionForm.Pronoun)
                return PersonNames.Split(scene, mention.Sentence, mention.Head) is { } named ? new Source(named.Name, named.Role, null, scene.SpanOf(mention.Sentence, named.Start, named.End)) : null;
        return null;
    }

    // "the officer, Colonel X Y": the name in apposition, with the office before it.
    internal static Source? Apposed(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        if (tree[head].Upos != Upos.NOUN) return null;
        foreach (var child in tree.Children(head))
        {
            if (child < head || !tree.Is(child, "appos") || tree[child].Upos != Upos.PROPN) continue;
            var (start, end) = tree.Yield(child);
            while (end > start && tree[end - 1].Upos == Upos.PUNCT) end--;
            while (start < end && tree[start].Upos is Upos.PUNCT or Upos.DET) start++;
            if (end - start is < 1 or > 5 || Enumerable.Range(start, end - start).Any(i => tree[i].Upos != Upos.PROPN)) continue;
            if (scene.EntityAt(sentence, child) is { } entity && entity.Kind != EntityKind.Person || !scene.IsOf(sentence, head, ["person", "office"])) continue;
            while (start < end - 1 && scene.Actors?.Title(tree[start].Form)?.Rank == true) start++;   // "a spokesman, Colonel X Y"
            var span = scene.SpanOf(sentence, start, end);
            var role = ParticipantReader.One(scene, sentence, head) is { } office && office.Name.Any(char.IsLower) && !office.Name.Contains(tree[end - 1].Form, StringComparison.Ordinal) ? office.Name : tree[head].Form;
            return new Source(span.Of(scene.Article.Text), role, scene.EntityAt(sentence, child)?.Actor, span);
        }
        return null;
    }

    // "reports of …" are reports, of whatever kind.
    private static Source? Reports(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        if (tree[head].Upos != Upos.NOUN || !tree[head].Lemma.Equals("report", StringComparison.OrdinalIgnoreCase) || tree[head].Xpos != "NNS" || scene.EntityAt(sentence, head) is not null) return null;
        var first = head;
        while (first > 0 && tree[first - 1].Head == head && (tree.Is(first - 1, "compound") || tree.Is(first - 1, "amod")) && tree[first - 1].Lemma.ToLowerInvariant() is not ("initial" or "immediate" or "early" or "first" or "recent" or "new" or "unconfirmed" or "several" or "multiple" or "earlier")) first--;
        return new Source(scene.SpanOf(sentence, first, head + 1).Of(scene.Article.Text), null, null, scene.SpanOf(sentence, first, head + 1));
    }

    /// <summary>The outlet that passed the words of a saying verb on: who was told ("told Reuters"), who carried them ("in a statement carried by Interfax"), who quotes the speaker; or null.</summary>
    public static Source? Relay(Scene scene, int sentence, int verb, int source)
    {
        var tree = scene.Trees[sentence];
        var tells = tree[verb].Lemma.ToLowerInvariant() is "tell" or "inform" or "assure" or "admit" or "confirm" or "say";
        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "advcl") && tree[child].Lemma.ToLowerInvariant() is "speak" or "talk")
                foreach (var hearer in tree.Children(child))   // "speaking to the BBC, a spokesman promised"
                    if (tree.Is(hearer, "obl") && Clauses.ClauseReader.Preposition(tree, hearer) is "to" or "with" && Medium(scene, sentence, hearer, true) is { } spokenTo) return spokenTo;
            if (tree[child].Relation is not ("obj" or "iobj" or "obl") && !tree.Is(child, "obl") || scene.IsTime(sentence, child)) continue;
            var preposition = Clauses.ClauseReader.Preposition(tree, child);
            if (preposition is "" or "to" or "with" or "on" or "by" && Medium(scene, sentence, child, tells && preposition is "" or "to") is { } relay) return relay;
            foreach (var below in tree.Children(child))
            {
                if (tree.Is(below, "nmod") && Clauses.ClauseReader.Preposition(tree, below) is "with" or "to" or "on" or "by" && Medium(scene, sentence, below, false) is { } inner) return inner;   // "in an interview with the BBC"
                if (tree.Is(below, "acl") && Carrier(scene, sentence, below) is { } carrier) return carrier;
            }
        }
        if (source >= 0)
            foreach (var child in tree.Children(source))
                if (tree.Is(child, "acl") && Carrier(scene, sentence, child) is { } quoting) return quoting;   // "officials quoted by the agency"
        return null;
    }

    // "carried by Interfax", "read on state television", "sent to the BBC".
    private static Source? Carrier(Scene scene, int sentence, int participle)
    {
        var tree = scene.Trees[sentence];
        if (!scene.Codebook.InList("carrying", tree[participle].Lemma.ToLowerInvariant())) return null;
        foreach (var child in tree.Children(participle))
            if (tree.Is(child, "obl") && Clauses.ClauseReader.Preposition(tree, child) is "by" or "on" or "to" or "in" or "via" && Medium(scene, sentence, child, Clauses.ClauseReader.Preposition(tree, child) == "by") is { } medium) return medium;
        return null;
    }

    /// <summary>The outlet that the word heads, known or by its kind ("state television", "the website X"); with <paramref name="named"/>, also a name that is nothing else.</summary>
    public static Source? Medium(Scene scene, int sentence, int head, bool named)
    {
        var tree = scene.Trees[sentence];
        if (Outlet(scene, sentence, head) is { } outlet) return IsPublisher(scene, outlet.Name) ? null : outlet;
        var (start, end) = tree.Yield(head);
        var medium = -1;
        for (var i = start; i < end && i <= head + 4; i++)
        {
            if (tree[i].Upos is Upos.NOUN or Upos.PROPN && scene.Codebook.InList("media", tree[i].Lemma.ToLowerInvariant()) && (i == head || tree[i].Head == head || tree[head].Head == i)) medium = i;
            if (tree[i].Lemma.ToLowerInvariant() is "this" or "our" or "my") return null;
        }
        if (medium >= 0)
        {
            for (var i = medium + 1; i < end && i <= medium + 3; i++)   // "the broadcaster X": the name alone
                if (tree[i].Upos == Upos.PROPN && tree[i - 1].Upos is not Upos.ADP)
                {
                    var last = i + 1;
                    while (last < end && (tree[last].Upos == Upos.PROPN || tree[last].Form == "-" && last + 1 < end && tree[last + 1].Upos == Upos.PROPN)) last++;
                    var span = scene.SpanOf(sentence, i, last);
                    return IsPublisher(scene, span.Of(scene.Article.Text)) ? null : new Source(span.Of(scene.Article.Text), null, null, span);
                }
            return ParticipantReader.One(scene, sentence, head) is { } kind && !IsPublisher(scene, kind.Name) ? new Source(kind.Name, null, kind.Actor, kind.Span) : null;
        }
        if (!named || tree[head].Upos != Upos.PROPN) return null;
        if (scene.EntityAt(sentence, head) is { } entity && (entity.Actor is not null || entity.Place is not null || entity.Kind is EntityKind.Person or EntityKind.Place)) return null;
        return ParticipantReader.One(scene, sentence, head) is { } other && !IsPublisher(scene, other.Name) ? new Source(other.Name, null, other.Actor, other.Span) : null;
    }

    /// <summary>The voice that the word heads where it may be an outlet.</summary>
    public static Source? Named(Scene scene, int sentence, int head) => Medium(scene, sentence, head, false) ?? Of(scene, sentence, head);

    private static bool IsPublisher(Scene scene, string name) =>
        name.Length > 2 && char.IsUpper(name[0]) && (scene.Article.Outlet is { } outlet && outlet.Contains(name, StringComparison.OrdinalIgnoreCase) || SourceLine(scene.Article.Text).Equals(name, StringComparison.OrdinalIgnoreCase));

    // "… (The Daily News)" at the end of an item says who published it.
    private static ReadOnlySpan<char> SourceLine(string text)
    {
        var end = text.AsSpan().TrimEnd();
        return end.EndsWith(")") && end.LastIndexOf('(') is >= 0 and var open && end.Length - open < 40 ? end[(open + 1)..^1] : [];
    }

    /// <summary>The outlet that the word names, or null.</summary>
    public static Source? Outlet(Scene scene, int sentence, int head) =>
        scene.EntityAt(sentence, head) is { Kind: EntityKind.Outlet } outlet
            ? new Source(outlet.Name, null, outlet.Actor, scene.MentionAt(sentence, head)!.Span)
            : null;

    /// <summary>True for a word that has a voice: a person, a body, a group, or a kind of unnamed source.</summary>
    public static bool Speaks(Scene scene, int sentence, int head)
    {
        var token = scene.Trees[sentence][head];
        if (token.Upos is Upos.PROPN) return true;
        if (scene.EntityAt(sentence, head) is not null) return true;
        return token.Upos is Upos.NOUN && (scene.Codebook.InList("unnamed_sources", token.Lemma.ToLowerInvariant()) || scene.IsOf(sentence, head, ["person", "force", "actor", "office"]));
    }
}
