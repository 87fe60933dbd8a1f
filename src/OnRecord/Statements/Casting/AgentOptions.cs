using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Roles;

namespace OnRecord.Statements.Casting;

/// <summary>Lists who could be a statement's agent: everybody that its sentence names, its voices, and who acts in the sentences around it.</summary>
internal static class AgentOptions
{
    private const int Back = 3;
    private const int Ahead = 1;

    // Nobody is an effort.
    private static readonly HashSet<string> Undertakings = new(StringComparer.OrdinalIgnoreCase) { "effort", "attempt", "talk", "negotiation", "move", "bid", "plan", "preparation", "discussion", "step", "measure", "call", "demand", "appeal" };

    /// <summary>The options, each identity once per way; what the rules say comes first.</summary>
    public static List<AgentOption> Of(Scene scene, Part part, IReadOnlyList<Past> past)
    {
        var sentence = part.Candidate.Sentence;
        var found = new List<AgentOption> { new(null, sentence, -1, "nobody") };
        foreach (var who in part.Rules.Agent) found.Add(new AgentOption(who, sentence, WordAt(scene, sentence, who) is var word && word == part.Candidate.Word ? -1 : word, "rule"));
        InSentence(scene, part, found);
        foreach (var (voice, at) in part.Voice.Sources.Select((v, i) => (v, i)))
        {
            found.Add(new AgentOption(new Participant(voice.Name, voice.Actor, voice.Span), sentence, WordAt(scene, sentence, voice.Span), at == 0 ? "origin" : "relay"));
            if (at == 0 && RoleReader.Speaker(scene, part.Voice) is { } side && side.Actor != voice.Actor) found.Add(new AgentOption(side, sentence, -1, "side"));
        }
        foreach (var before in past)
            if (sentence - before.Sentence <= Back)
                foreach (var who in before.Agent) found.Add(new AgentOption(who, before.Sentence, -1, "past") { Elsewhere = WordAt(scene, before.Sentence, who) });
        foreach (var mention in scene.Mentions.Mentions)
        {
            if (mention.Sentence == sentence || mention.Sentence < sentence - Back || mention.Sentence > sentence + Ahead || mention.Form == MentionForm.Pronoun) continue;
            var entity = scene.Mentions.Entities[mention.Entity];
            if (entity.Kind is EntityKind.Place or EntityKind.Outlet && entity.Actor is null) continue;
            found.Add(new AgentOption(new Participant(entity.Name, entity.Actor, mention.Span), mention.Sentence, -1, "around") { Elsewhere = mention.Head });
        }
        return found;
    }

    private static void InSentence(Scene scene, Part part, List<AgentOption> found)
    {
        var sentence = part.Candidate.Sentence;
        var tree = scene.Trees[sentence];
        var judging = Judging(tree, part.Candidate.Word);
        for (var word = 0; word < tree.Count; word++)
        {
            if (word == part.Candidate.Word || scene.IsTime(sentence, word)) continue;
            if (tree[word].Form.Length > 0 && tree.Is(word, "amod") && MakerReader.Nation(scene, tree[word].Form) is { } nation)
                found.Add(new AgentOption(new Participant(nation.Name, nation.Id, scene.SpanOf(sentence, word, word + 1)), sentence, word, "adjective"));
            if (!CanAct(scene, sentence, word) || word == judging) continue;
            if (Wielders.Of(scene, sentence, word, part.Voice) is { } wielder) found.Add(new AgentOption(wielder, sentence, word, "said"));
            else foreach (var who in ParticipantReader.Each(scene, sentence, word)) found.Add(new AgentOption(who, sentence, word, "said"));
        }
    }

    // "The army described the strike as a mistake", "called the raid a crime": whoever says what an act is does not do it by saying so; -1 for nobody.
    private static int Judging(Tree tree, int act)
    {
        if (tree[act].Upos != Upos.NOUN || !tree.Is(act, "obj") || tree[act].Head is not (>= 0 and var verb)) return -1;
        return tree[verb].Lemma.ToLowerInvariant() is "describe" or "label" or "brand" or "dub" or "denounce" or "condemn" or "decry" || ClauseReader.Names(tree, verb) ? tree.Child(verb, "nsubj") : -1;
    }

    private static bool CanAct(Scene scene, int sentence, int word)
    {
        var tree = scene.Trees[sentence];
        if (tree[word].Upos == Upos.NOUN && Undertakings.Contains(tree[word].Lemma)) return false;
        if (scene.EntityAt(sentence, word) is not null) return true;
        if (tree[word].Upos == Upos.PROPN) return !tree.Is(word, "flat") && !tree.Is(word, "compound");
        if (tree[word].Upos != Upos.NOUN || tree.Is(word, "compound")) return false;
        return scene.IsOf(sentence, word, ["person", "force", "actor", "office"]) || tree.Is(word, "nsubj") || tree[word].Xpos == "NNS" && (tree.Is(word, "obl") || tree.Is(word, "nmod"));
    }

    private static int WordAt(Scene scene, int sentence, Participant who) => WordAt(scene, sentence, who.Span);

    /// <summary>The word of the sentence that heads the range, or -1.</summary>
    public static int WordAt(Scene scene, int sentence, Language.Articles.TextSpan span)
    {
        var tokens = scene.Parses[sentence].Sentence.Tokens;
        var tree = scene.Trees[sentence];
        for (var word = 0; word < tree.Count; word++)
        {
            if (!span.Contains(tokens[word].Span)) continue;
            var head = tree[word].Head;
            if (head < 0 || !span.Contains(tokens[head].Span)) return word;
        }
        return -1;
    }
}
