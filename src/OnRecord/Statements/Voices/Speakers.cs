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
        if (speaker.Source is { } bare && Theirs(saying, tree, head, bare) is { } whole) speaker = speaker with { Source = whole };
        // "told the agency …, adding that …": still to the agency.
        if (speaker.Relay is null && _before is [.., var last] && last.Saying.Sentence == saying.Sentence && last.Speaker.Source == speaker.Source && last.Saying.Source == head) speaker = speaker with { Relay = last.Speaker.Relay };
        if (speaker.Source is not null && saying.Voiced)
            _before.Add((saying, speaker, HeadOf(saying, tree, head), IsHuman(saying.Sentence, tree, head), IsPlural(tree, head)));
        return speaker;
    }

    // "The ministry denied it. Its spokesman said …": the ministry's.
    private Source? Theirs(Saying saying, Tree tree, int head, Source bare)
    {
        if (bare.Name != tree[head].Form.ToLowerInvariant() || tree.Child(head, "nmod:poss") is not (>= 0 and var owner) || tree[owner].Lemma.ToLowerInvariant() is not ("its" or "their" or "it" or "they")) return null;
        if (Last(saying, b => !b.Human && saying.Sentence - b.Saying.Sentence <= 2)?.Source is not { } body || body.Name.Split(' ')[^1] is var last && !char.IsUpper(last[0])) return null;
        return bare with { Name = $"{body.Name} {bare.Name}" };
    }

    private string HeadOf(Saying saying, Tree tree, int head)
    {
        if (tree[head].Upos == Upos.PRON && Continued(saying, tree, head) is { } known)
            return _before.FindLast(b => b.Speaker.Source == known.Source).Head ?? "";
        if (IsOneOf(tree, head) && Continued(saying, tree, head) is { Source: { } one } && one.Name.Split(' ')[^1] is var last && last.Length > 0 && char.IsLower(last[0])) return last;   // "one of them", of the officials: an official
        return tree[head].Lemma.ToLowerInvariant();
    }

    private static bool IsOneOf(Tree tree, int head) => tree[head].Lemma.ToLowerInvariant() is "one" or "another" || tree[head].Upos == Upos.NUM;

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
                "he" or "she" => Referred(saying.Sentence, head) is { Kind: EntityKind.Person } he && !OnlySpokenOf(saying, he) ? Same(saying.Sentence, head) : Last(saying, b => b.Human && !b.Plural),
                "they" => Last(saying, b => b.Plural) ?? null,
                "it" => Referred(saying.Sentence, head) is { } body && (body.Actor is not null || body.Kind is EntityKind.Actor or EntityKind.Outlet) ? Same(saying.Sentence, head) : Last(saying, b => !b.Human && !b.Plural),
                "one" => OneOf(saying, tree, head),
                _ => null,
            };
        if (tree[head].Upos == Upos.NOUN && tree[head].Xpos == "NN" && IsOne(tree, head) && Bare(tree, head, true)) return OneNamed(saying, lemma);
        if (lemma is "one" or "another" || tree[head].Upos == Upos.NUM && lemma == "1") return OneOf(saying, tree, head);
        if (tree[head].Upos != Upos.NOUN) return null;
        var definite = Definite(tree, head);
        if (!definite) return null;
        if (scene.EntityAt(saying.Sentence, head) is { Kind: EntityKind.Person } person && person.Name.Any(char.IsUpper) && !person.Name.EndsWith(lemma, StringComparison.OrdinalIgnoreCase)) return null;
        if (scene.Codebook.InList("evidence", lemma) || lemma is "text" or "voice" or "message" or "letter" or "communique" or "post" or "recording" or "note")
            return Bare(tree, head) ? Last(saying, b => !scene.Codebook.InList("evidence", b.Head) && b.Saying.Stance != Stance.Denied) : null;
        if (SourceNames.Apposed(scene, saying.Sentence, head) is not null) return null;
        if (!Bare(tree, head)) return RoleHolder(tree, head, lemma);
        return Last(saying, b => b.Head == lemma) ?? RoleHolder(tree, head, lemma);
    }

    // The one person of the article whose office the word names, there or further down; "the army spokesman" is not the ministry's.
    private Speaker? RoleHolder(Tree tree, int head, string lemma)
    {
        var holders = (_holders ??= Holders()).Where(h => h.Lemma == lemma).ToList();
        foreach (var child in tree.Children(head))
            if (child < head && (tree.Is(child, "compound") || tree.Is(child, "nmod:poss")) && tree[child].Upos is Upos.PROPN or Upos.NOUN) holders.RemoveAll(h => h.Source.Role is { } role && !role.Contains(tree[child].Form, StringComparison.OrdinalIgnoreCase));
        return holders.Count > 0 && holders.TrueForAll(h => h.Source.Name == holders[0].Source.Name) ? new Speaker(holders[0].Source, null) : null;
    }

    private List<(string Lemma, Source Source)>? _holders;

    private List<(string Lemma, Source Source)> Holders()
    {
        var found = new List<(string, Source)>();
        foreach (var mention in scene.Mentions.Mentions)
            if (mention.Form == MentionForm.Name && scene.Mentions.Entities[mention.Entity] is { Kind: EntityKind.Person, Role: { } role } person)
                found.Add((role[(role.LastIndexOf(' ') + 1)..].ToLowerInvariant(), PersonSources.Named(scene, person, mention)));
        for (var s = 0; s < scene.Trees.Length; s++)
            for (var w = 0; w < scene.Trees[s].Count; w++)
                if (scene.Trees[s][w].Upos == Upos.NOUN && SourceNames.Apposed(scene, s, w) is { } apposed) found.Add((scene.Trees[s][w].Lemma.ToLowerInvariant(), apposed));
        return found;
    }

    // "But the president has a week to leave," he added: nobody speaks of himself so, whatever the pronoun was taken for.
    private bool OnlySpokenOf(Saying saying, Entity person)
    {
        var quoted = false;
        foreach (var mention in scene.Mentions.Mentions)
        {
            if (mention.Entity != person.Index || mention.Form == MentionForm.Pronoun) continue;
            if (mention.Sentence != saying.Sentence || !saying.Covers(mention.Span.Start)) return false;
            quoted = true;
        }
        return quoted && Last(saying, b => b.Human && !b.Plural) is not null;
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
            if (tree.Is(child, "nmod") && tree[child].Upos != Upos.PRON || child > head && tree.Is(child, "appos") && tree[child].Upos == Upos.NOUN) return null;   // "one of them, a teacher": by what he is
        if (Crowd(saying.Sentence, null) is { } crowd) return new Speaker(crowd, null);
        if (Last(saying, b => b.Plural) is not { Source: { } many } last) return null;
        var lemma = _before.FindLast(b => b.Speaker.Source == many).Head;
        return last with { Source = lemma.Length == 0 ? many : many with { Name = Singular(many.Name, lemma) } };
    }

    // "One official": one of the officials whom the sentences before name.
    private Speaker? OneNamed(Saying saying, string lemma) => Last(saying, b => b.Head == lemma && b.Plural) is { Source: { } many } last
        ? last with { Source = many with { Name = Singular(many.Name, lemma) } }
        : Crowd(saying.Sentence, lemma) is { } crowd ? new Speaker(crowd, null) : null;

    // The people of whom a sentence or two before speaks, as one of them.
    private Source? Crowd(int sentence, string? lemma)
    {
        for (var s = sentence - 1; s >= 0 && s >= sentence - 2; s--)
        {
            if (_before is [.., var last] && last.Saying.Sentence > s) return null;   // whoever spoke since is nearer
            var tree = scene.Trees[s];
            for (var w = 0; w < tree.Count; w++)
            {
                if (tree[w].Xpos != "NNS" || tree[w].Upos != Upos.NOUN || lemma is not null && !tree[w].Lemma.Equals(lemma, StringComparison.OrdinalIgnoreCase) || lemma is null && (!tree.Is(w, "nsubj") || !tree.Is(tree[w].Head, "root")) || !IsHuman(s, tree, w)) continue;
                if (SourceNames.Of(scene, s, w) is { } many) return many with { Name = Singular(many.Name, tree[w].Lemma.ToLowerInvariant()) };
            }
        }
        return null;
    }

    private static string Singular(string name, string lemma)
    {
        var words = name.Split(' ');
        for (var i = words.Length - 1; i >= 0; i--)
            if (words[i].EndsWith('s') && words[i].StartsWith(lemma[..Math.Min(3, lemma.Length)], StringComparison.OrdinalIgnoreCase))
            {
                words[i] = lemma;
                break;
            }
        return string.Join(' ', words);
    }

    private static bool IsOne(Tree tree, int head)
    {
        foreach (var child in tree.Children(head))
            if (child < head && tree[child].Form.Equals("one", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
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
            if (tree.Is(child, "det") && tree[child].Lemma.ToLowerInvariant() is "the" or "this" or "that" || tree.Is(child, "nmod:poss")) return true;
        return false;
    }

    // Nothing but an article or a possessive before it: no other of the kind is meant.
    private static bool Bare(Tree tree, int head, bool counted = false)
    {
        foreach (var child in tree.Children(head))
            if (child < head && (tree[child].Relation is "amod" or "compound" || tree[child].Relation == "nummod" && !counted) || tree.Is(child, "nmod") && !tree.Is(child, "nmod:poss") && child > head || tree.Is(child, "nmod:poss") && tree[child].Upos != Upos.PRON) return false;
        return true;
    }
}
