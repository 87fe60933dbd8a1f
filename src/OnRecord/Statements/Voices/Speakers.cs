using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;

namespace OnRecord.Statements.Voices;

/// <summary>Who speaks, and who passed it on; null for each that is not known.</summary>
internal readonly record struct Speaker(Source? Source, Source? Relay);

/// <summary>
/// Names the speakers of an article in text order. Whoever spoke before is the first to whom "he added", "the official" and "one of them" can refer:
/// reports carry a speaker on in this way more than they carry on anybody else.
/// </summary>
internal sealed class Speakers(Scene scene)
{
    private const int Reach = 8;
    private readonly List<(Saying Saying, Speaker Speaker, string Head, bool Human, bool Plural)> _before = [];

    /// <summary>The speaker of the next saying.</summary>
    public Speaker Of(Saying saying)
    {
        if (saying.Source < 0) return default;
        if (saying.Kind == SayingKind.Quotation) return _before.FindLast(b => b.Saying.Sentence == saying.Sentence && b.Saying.Cue == saying.Cue).Speaker;
        var tree = scene.Trees[saying.Sentence];
        var head = saying.Source;
        var relay = saying.Relay >= 0 ? SourceNames.Named(scene, saying.Sentence, saying.Relay) : saying.Kind == SayingKind.Verb ? SourceNames.Relay(scene, saying.Sentence, saying.Cue, head) : null;
        var speaker = Continued(saying, tree, head) is { } known
            ? known with { Relay = relay ?? known.Relay }
            : new Speaker(SourceNames.Of(scene, saying.Sentence, head), relay);
        if (speaker.Source is not null && saying.Voiced)
            _before.Add((saying, speaker, HeadOf(saying, tree, head), IsHuman(saying.Sentence, tree, head), IsPlural(tree, head)));
        return speaker;
    }

    private string HeadOf(Saying saying, Tree tree, int head)
    {
        if (tree[head].Upos == Upos.PRON && Continued(saying, tree, head) is { } known)
            return _before.FindLast(b => b.Speaker.Source == known.Source).Head ?? "";
        return tree[head].Lemma.ToLowerInvariant();
    }

    private bool IsHuman(int sentence, Tree tree, int head)
    {
        if (tree[head].Upos == Upos.PRON) return tree[head].Lemma.ToLowerInvariant() is "he" or "she" or "who";
        if (scene.EntityAt(sentence, head) is { Kind: EntityKind.Person }) return true;
        if (scene.EntityAt(sentence, head) is { Kind: EntityKind.Outlet or EntityKind.Place }) return false;
        var lemma = tree[head].Lemma.ToLowerInvariant();
        if (scene.Codebook.InList("evidence", lemma) || scene.Codebook.InList("media", lemma) || scene.Codebook.InList("collective", lemma)) return false;
        if (tree[head].Upos == Upos.PROPN) return scene.EntityAt(sentence, head) is null;
        // Nouns of no class that forces or bodies have are people: "a nun", "a shopkeeper".
        return !scene.Codebook.Classes.TryGetValue(lemma, out var classes) || classes.Contains("person") || !classes.Contains("force") && !classes.Contains("office") && !classes.Contains("site");
    }

    private static bool IsPlural(Tree tree, int head) => tree[head].Xpos is "NNS" or "NNPS" || tree[head].Lemma.ToLowerInvariant() is "they";

    private Speaker? Continued(Saying saying, Tree tree, int head)
    {
        var lemma = tree[head].Lemma.ToLowerInvariant();
        if (tree[head].Upos == Upos.PRON)
            return lemma switch
            {
                "he" or "she" => Referred(saying.Sentence, head) is { Kind: EntityKind.Person } ? Same(saying.Sentence, head) : Last(saying, b => b.Human && !b.Plural),
                "they" => Last(saying, b => b.Plural) ?? null,
                "it" => Referred(saying.Sentence, head) is { } body && (body.Actor is not null || body.Kind is EntityKind.Actor or EntityKind.Outlet) ? Same(saying.Sentence, head) : Last(saying, b => !b.Human && !b.Plural),
                "one" => OneOf(saying, tree, head),
                _ => null,
            };
        if (lemma is "one" or "another" || tree[head].Upos == Upos.NUM && lemma == "1") return OneOf(saying, tree, head);
        if (tree[head].Upos != Upos.NOUN) return null;
        var definite = Definite(tree, head);
        if (!definite) return null;
        if (scene.EntityAt(saying.Sentence, head) is { Kind: EntityKind.Person } person && person.Name.Any(char.IsUpper) && !person.Name.EndsWith(lemma, StringComparison.OrdinalIgnoreCase)) return null;
        if (scene.Codebook.InList("evidence", lemma) || lemma is "text" or "voice" or "message" or "letter" or "communique" or "post" or "recording" or "note")
            return Bare(tree, head) ? Last(saying, b => !scene.Codebook.InList("evidence", b.Head)) : null;
        if (!Bare(tree, head)) return null;
        return Last(saying, b => b.Head == lemma) ?? RoleHolder(lemma);
    }

    // The one person of the article whose office the word names.
    private Speaker? RoleHolder(string lemma)
    {
        Entity? found = null;
        foreach (var entity in scene.Mentions.Entities)
        {
            if (entity.Kind != EntityKind.Person || entity.Role is null || !entity.Role.EndsWith(lemma, StringComparison.OrdinalIgnoreCase)) continue;
            if (found is not null) return null;
            found = entity;
        }
        if (found is null) return null;
        foreach (var mention in scene.Mentions.Mentions)
            if (mention.Entity == found.Index) return new Speaker(new Source(found.Name, found.Role, found.Actor, mention.Span), null);
        return null;
    }

    private Entity? Referred(int sentence, int word) => scene.EntityAt(sentence, word);

    // What the pronoun refers to, with the relay of his last words.
    private Speaker? Same(int sentence, int word)
    {
        if (SourceNames.Of(scene, sentence, word) is not { } source) return null;
        for (var i = _before.Count - 1; i >= 0; i--)
            if (_before[i].Speaker.Source is { } earlier && (earlier.Name == source.Name || source.Actor is not null && earlier.Actor == source.Actor && _before[i].Human == false))
                return sentence - _before[i].Saying.Sentence <= Reach ? _before[i].Speaker with { Source = earlier.Name == source.Name ? earlier : source } : new Speaker(source, null);
        return new Speaker(source, null);
    }

    // "one of them", "one": one of those who spoke last.
    private Speaker? OneOf(Saying saying, Tree tree, int head)
    {
        foreach (var child in tree.Children(head))
            if (tree.Is(child, "nmod") && tree[child].Upos != Upos.PRON) return null;
        if (Last(saying, b => b.Plural) is not { Source: { } many } last) return null;
        var words = many.Name.Split(' ');
        var lemma = _before.FindLast(b => b.Speaker.Source == many).Head;
        words[^1] = words[^1].EndsWith('s') && lemma.Length > 0 ? lemma : words[^1];
        return last with { Source = many with { Name = string.Join(' ', words) } };
    }

    private Speaker? Last(Saying saying, Func<(Saying Saying, Speaker Speaker, string Head, bool Human, bool Plural), bool> fits)
    {
        for (var i = _before.Count - 1; i >= 0; i--)
            if (saying.Sentence - _before[i].Saying.Sentence is var distance && distance <= Reach)
            {
                if (fits(_before[i]) && _before[i].Saying != saying) return _before[i].Speaker;
            }
            else return null;
        return null;
    }

    private static bool Definite(Tree tree, int head)
    {
        foreach (var child in tree.Children(head))
            if (tree.Is(child, "det") && tree[child].Lemma.ToLowerInvariant() is "the" or "this" or "that" || tree.Is(child, "nmod:poss") && tree[child].Upos == Upos.PRON) return true;
        return false;
    }

    // Nothing but an article or a possessive before it: no other of the kind is meant.
    private static bool Bare(Tree tree, int head)
    {
        foreach (var child in tree.Children(head))
            if (child < head && tree[child].Relation is "amod" or "compound" or "nummod" || tree.Is(child, "nmod") && !tree.Is(child, "nmod:poss") && child > head || tree.Is(child, "nmod:poss") && tree[child].Upos != Upos.PRON) return false;
        return true;
    }
}
