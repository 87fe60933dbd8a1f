using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Triggers;
using OnRecord.Statements.Voices;

namespace OnRecord.Statements.Roles;

/// <summary>Who, whom and where of a clause: several places where the clause lists them.</summary>
internal sealed record Cast(ImmutableArray<Participant> Agent, ImmutableArray<Participant> Patient, IReadOnlyList<StatementPlace?> Places, int AgentHead, int PatientHead);

/// <summary>Fills the roles of a candidate by its trigger's frame.</summary>
internal sealed class RoleReader(PlaceReader places)
{
    /// <summary>The cast of the candidate; <paramref name="agentsOf"/> gives the agents of another candidate at a word, for harm that another act does.</summary>
    public Cast Read(Scene scene, Candidate candidate, Voice voice, Func<int, ImmutableArray<Participant>?> agentsOf)
    {
        var (clause, type, roles) = (candidate.Clause, candidate.Type, candidate.Trigger.Roles);
        var sentence = candidate.Sentence;
        List<int> agents = [], patients = [], placed = [];
        void Fill(int head, string role)
        {
            if (head < 0 || role == "none" || scene.IsTime(sentence, head)) return;
            (role switch { "agent" => agents, "place" => placed, _ => patients }).Add(head);
        }

        // "announced the end of talks between the two": whoever announces it takes no part.
        var between = type.Mutual && candidate.Trigger.Form == Coding.TriggerForm.Noun && scene.Trees[sentence].Child(clause.Predicate, "nmod:poss") < 0
            && clause.Obliques.Any(o => o.Preposition == "between" && roles.GetValueOrDefault("between") == "agent");
        if (clause.Subject >= 0 && !between) Fill(clause.Subject, roles.GetValueOrDefault("subject", "agent"));
        if (clause.Object >= 0 && clause.Object != clause.Predicate)
        {
            var role = roles.GetValueOrDefault("object", type.Mutual ? "agent" : "patient");
            if (role == "patient" && type.PlaceObject && IsPlace(scene, candidate, clause.Object)) role = "place";
            Fill(clause.Object, role);
        }
        foreach (var (preposition, head) in clause.Obliques)
        {
            if (!roles.TryGetValue(preposition, out var role)) continue;
            if (role == "patient" && type.PlaceObject && IsPlace(scene, candidate, head)) role = "place";
            if (role == "agent" && preposition is "of" && !IsActor(scene, sentence, head)) role = type.Located ? "place" : "none";
            if (role == "place" && places.At(scene, sentence, head, 0) is null) continue;
            Fill(head, role);
        }

        var agent = Agents(scene, candidate, agents, voice, agentsOf);
        var patient = patients.SelectMany(p => ParticipantReader.Read(scene, sentence, p)).DistinctBy(p => p.Name).ToImmutableArray();
        if (placed.Count == 1 && type.PlaceObject && Listed(scene, candidate, placed[0]) is { Count: > 0 } listed) placed = listed;
        var where = placed.SelectMany(p => places.Objects(scene, candidate, p)).DistinctBy(p => p.Place?.Geonames ?? p.Span.Start).Cast<StatementPlace?>().ToList();
        if (placed.Count > 1) places.KeepFinest(where);
        if (where.Count == 0 && type.PlaceObject) where.AddRange(places.Several(scene, candidate));
        if (where.Count == 0) where.Add(places.Read(scene, candidate));
        if (where.Count > 1 && !type.PlaceObject) where.RemoveRange(1, where.Count - 1);
        var counted = patients.Count > 0 ? patients[0] : placed.Count > 0 ? placed[0] : -1;
        return new Cast(agent, patient, where, agents.Count > 0 ? agents[0] : -1, counted);
    }

    // "seized three towns: X, Y and Z": the towns stand after the colon.
    private static List<int> Listed(Scene scene, Candidate candidate, int head)
    {
        var tree = scene.Trees[candidate.Sentence];
        if (scene.PlaceAt(candidate.Sentence, head) is not null) return [];
        foreach (var from in new[] { head, candidate.Clause.Carrier })
            foreach (var child in tree.Children(from))
            {
                if (child <= head || tree[child].Relation is not ("dep" or "parataxis" or "appos" or "conj") || scene.PlaceAt(candidate.Sentence, child) is null) continue;
                var (start, _) = tree.Yield(child);
                if (start > 0 && (tree[start - 1].Form == ":" || tree[start].Form == ":")) return [child];
            }
        return [];
    }

    private static ImmutableArray<Participant> Agents(Scene scene, Candidate candidate, List<int> heads, Voice voice, Func<int, ImmutableArray<Participant>?> agentsOf)
    {
        var sentence = candidate.Sentence;
        var tree = scene.Trees[sentence];
        var found = new List<Participant>();
        // "called the Russian deployments an invasion": whose it is stands before the noun.
        if (candidate is { Trigger.Form: Coding.TriggerForm.Noun, Type.Mutual: false } && candidate.Clause.Carrier != candidate.Word && !tree.Is(candidate.Word, "nsubj")) found.AddRange(MakerReader.Before(scene, sentence, candidate.Word));
        foreach (var head in found.Count > 0 ? [] : heads)
        {
            if (agentsOf(head) is { } acting) found.AddRange(acting);
            else if (tree[head].Upos == Upos.PRON && tree[head].Lemma.ToLowerInvariant() is "we" or "i" or "us")
            {
                if (Speaker(scene, voice) is { } speaker) found.Add(speaker);
            }
            else if (Wielders.Of(scene, sentence, head, voice) is { } wielder) found.Add(wielder);
            else if (tree.Is(head, "compound") || tree.Is(head, "amod")) found.AddRange(MakerReader.Before(scene, sentence, tree[head].Head));   // "the army operation to retake it"
            else
                foreach (var member in ParticipantReader.Members(scene, sentence, head).Concat(Beside(scene, sentence, head)))
                    if (IsActor(scene, sentence, member)) found.AddRange(ParticipantReader.Each(scene, sentence, member));
                    else if (Operator(tree, member) is >= 0 and var pilot && IsActor(scene, sentence, pilot)) found.AddRange(ParticipantReader.Each(scene, sentence, pilot));
                    else if (candidate.Clause.Passive && IsShot(tree, member)) found.AddRange(MakerReader.Before(scene, sentence, member));
        }
        for (var i = 0; i < found.Count; i++) found[i] = SpokenFor(scene, voice, found[i]);
        if (candidate.Type.Name == "mission" && found.All(f => OfEmbassy(scene, sentence, f)) && Sender(scene, candidate, voice) is { } sender) found = [sender];
        if (found.Count == 0 && candidate.Trigger.Form == Coding.TriggerForm.Noun) found.AddRange(MakerReader.Before(scene, sentence, candidate.Word));
        if (found.Count == 0 && candidate.Trigger.Form == Coding.TriggerForm.Noun && candidate.Clause.Obliques.FirstOrDefault(o => o.Preposition == "of").Head is > 0 and var whose
            && tree.Child(whose, "nmod:poss") is >= 0 and var owner && IsActor(scene, sentence, owner) && ParticipantReader.One(scene, sentence, owner) is { } owns) found.Add(owns);   // "completed the withdrawal of their forces"
        if (found.Count == 0 && Accused(scene, sentence, candidate.Word) is { } accused) found.Add(accused);
        if (found.Count == 0 && Claimant(scene, sentence, candidate.Word) is { } claimant) found.Add(claimant);
        if (found.Count == 0 && candidate.Trigger.Form == Coding.TriggerForm.Noun && candidate.Type is { Armed: true, Mutual: false }) found.AddRange(Causes.Within(scene, candidate, agentsOf));
        if (found.Count == 0 && (candidate.Type.Casualty || candidate.Type.Name == "destroy")) found.AddRange(Causes.Of(scene, candidate, agentsOf));
        if (candidate.Type.Mutual && candidate.Trigger.Form == Coding.TriggerForm.Verb) found.AddRange(Sides.Partners(scene, candidate, found));
        if (candidate.Type.Mutual && candidate.Clause.Subject < 0) found.InsertRange(0, Sides.Unsaid(scene, candidate, found));
        return [.. found.DistinctBy(p => p.Name)];
    }

    /// <summary>True of what is shot: "killed by police fire", "by army shells".</summary>
    public static bool IsShot(Tree tree, int word) => tree[word].Upos == Upos.NOUN && tree[word].Lemma.ToLowerInvariant() is "fire" or "gunfire" or "bullet" or "shell" or "rocket" or "missile" or "drone" or "shellfire" or "artillery" or "mortar";

    // "drones operated by the police", "missiles fired from Yemen by the Houthis": whose hand it is; -1 where it is not said.
    private static int Operator(Tree tree, int means)
    {
        foreach (var child in tree.Children(means))
            if (tree.Is(child, "acl") && tree[child].Xpos == "VBN" && tree[child].Lemma.ToLowerInvariant() is "operate" or "fly" or "fire" or "launch" or "pilot" or "send" or "use" or "deploy")
                foreach (var by in tree.Children(child))
                    if (tree.Is(by, "obl") && ClauseReader.Preposition(tree, by) == "by") return by;
        return -1;
    }

    // "France, UK to fly out citizens": a headline joins two parties by a comma, and the parser takes one for a name of the other.
    private static IEnumerable<int> Beside(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        if (scene.EntityAt(sentence, head) is not { Actor: { Length: 2 } own }) yield break;
        foreach (var child in tree.Children(head).ToArray())
            if (tree[child].Relation is "appos" or "list" or "dep" or "parataxis" or "flat" && scene.EntityAt(sentence, child) is { Actor: { Length: 2 } other } && other != own) yield return child;
    }

    // "accused the army of raids": by the accuser's word the army made them.
    private static Participant? Accused(Scene scene, int sentence, int noun)
    {
        var tree = scene.Trees[sentence];
        if (!tree.Is(noun, "obl") || ClauseReader.Preposition(tree, noun) != "of" || tree[noun].Head is not (>= 0 and var verb) || !tree[verb].Lemma.Equals("accuse", StringComparison.OrdinalIgnoreCase)) return null;
        return tree.Child(verb, "obj") is >= 0 and var whom && IsActor(scene, sentence, whom) ? ParticipantReader.One(scene, sentence, whom) : null;
    }

    // "The group claimed responsibility for the bombing", "claimed the attack": by its own word the group did it.
    private static Participant? Claimant(Scene scene, int sentence, int noun)
    {
        var tree = scene.Trees[sentence];
        var held = tree[noun].Head;
        if (held >= 0 && tree[held].Lemma.Equals("responsibility", StringComparison.OrdinalIgnoreCase) && ClauseReader.Preposition(tree, noun) == "for") noun = held;
        else if (!tree.Is(noun, "obj")) return null;
        var verb = tree[noun].Head;
        if (verb < 0 || !tree.Is(noun, "obj") || tree[verb].Lemma.ToLowerInvariant() is not ("claim" or "take" or "assume" or "admit" or "accept") || noun != held && tree[verb].Lemma.ToLowerInvariant() != "claim") return null;
        var subject = tree.Child(verb, "nsubj");
        return subject >= 0 && tree.Child(subject, "det") is var det && (det < 0 || !tree[det].Lemma.Equals("no", StringComparison.OrdinalIgnoreCase)) && IsActor(scene, sentence, subject) ? ParticipantReader.One(scene, sentence, subject) : null;
    }

    // "Its spokesman threatened to attack": the side does it.
    private static Participant SpokenFor(Scene scene, Voice voice, Participant participant)
    {
        var last = participant.Name.Split(' ')[^1].ToLowerInvariant();
        var role = voice.Sources.FirstOrDefault(s => s.Name == participant.Name)?.Role?.Split(' ')[^1].ToLowerInvariant() ?? "";
        if (!scene.Codebook.InList("speaker", last) && !scene.Codebook.InList("speaker", role)) return participant;
        return Side(scene, participant.Actor, participant.Span) ?? participant;
    }

    private static bool OfEmbassy(Scene scene, int sentence, Participant participant) =>
        scene.Codebook.Classes.TryGetValue(participant.Name.Split(' ')[^1].ToLowerInvariant(), out var classes) && classes.Contains("embassy");

    // Whose embassy it is: "its embassy", "the US embassy", "the embassy of France", else the state whose official says so.
    private static Participant? Sender(Scene scene, Candidate candidate, Voice voice)
    {
        var (sentence, tree) = (candidate.Sentence, scene.Trees[candidate.Sentence]);
        foreach (var noun in new[] { candidate.Clause.Object, candidate.Clause.Subject })
        {
            if (noun < 0 || tree[noun].Upos is not (Upos.NOUN or Upos.PROPN)) continue;
            foreach (var child in tree.Children(noun))
            {
                if (tree.Is(child, "amod") && MakerReader.Nation(scene, tree[child].Form) is { } nation) return new Participant(nation.Name, nation.Id, scene.SpanOf(sentence, child, child + 1));
                var names = tree.Is(child, "nmod:poss") || tree.Is(child, "compound") || tree.Is(child, "nmod") && ClauseReader.Preposition(tree, child) == "of";
                if (names && scene.EntityAt(sentence, child) is { Actor: not null } owner) return new Participant(owner.Name, owner.Actor, scene.MentionAt(sentence, child)!.Span);
            }
        }
        return voice.Sources.IsEmpty ? null : Side(scene, voice.Sources[0].Actor?.Split('/')[0], voice.Sources[0].Span);
    }

    // The party of an actor, if the article names it.
    private static Participant? Side(Scene scene, string? actor, Language.Articles.TextSpan span)
    {
        if (actor is null) return null;
        var side = actor.Split('/')[0];
        foreach (var entity in scene.Mentions.Entities)
            if (entity.Kind is EntityKind.Actor or EntityKind.Place && entity.Actor is { } other && (other == actor || other == side)) return new Participant(entity.Name, entity.Actor, span);
        return null;
    }

    // "We" in somebody's words is the side that the speaker speaks for.
    public static Participant? Speaker(Scene scene, Voice voice)
    {
        if (voice.Sources.IsEmpty) return null;
        var source = voice.Sources[0];
        if (Side(scene, source.Actor, source.Span) is { } side) return side;
        return Body(scene, source) ?? Office(scene, source.Role ?? source.Name, source.Span) ?? new Participant(source.Name, source.Actor, source.Span);
    }

    // "the army spokesman", "a rebel commander": the army, the rebels.
    private static Participant? Office(Scene scene, string office, Language.Articles.TextSpan span)
    {
        var words = office.Split(' ');
        // "spokesman for the northern command"
        if (words.Length > 2 && words[1] is "for" or "of" && scene.Codebook.InList("speaker", words[0].ToLowerInvariant()) && string.Join(' ', words[(words[2] == "the" ? 3 : 2)..]) is { Length: > 2 } whose) return new Participant(whose, scene.Actors?.Identify(whose).Actor, span);
        if (words.Length < 2 || !scene.Codebook.InList("speaker", words[^1].ToLowerInvariant()) && words[^1] is not ("leader" or "commander" or "official")) return null;
        var body = string.Join(' ', words[..^1]);
        if (scene.Actors?.Identify(body).Actor is { } actor) return new Participant(body, actor, span);
        return words[^2] switch
        {
            "army" or "military" or "police" or "government" or "coalition" or "militia" or "navy" => new Participant(body, null, span),
            "rebel" or "insurgent" or "militant" => new Participant(body + "s", null, span),
            _ => null,
        };
    }

    // "a commander of the Red Front": the front, where the report names it by itself too.
    private static Participant? Body(Scene scene, Source source)
    {
        Entity? body = null;
        foreach (var entity in scene.Mentions.Entities)
            if (entity.Kind == EntityKind.Actor && entity.Name.Length > 3 && char.IsUpper(entity.Name[0]) && entity.Name.Length > (body?.Name.Length ?? 0) && entity.Name != source.Name
                && (Holds(source.Name, entity.Name) || Holds(source.Role ?? "", entity.Name))) body = entity;
        return body is null ? null : new Participant(body.Name, body.Actor, source.Span);

        static bool Holds(string whole, string part) => $" {whole} ".Contains($" {part} ", StringComparison.Ordinal);
    }

    private bool IsPlace(Scene scene, Candidate candidate, int head)
    {
        if (scene.EntityAt(candidate.Sentence, head) is { } entity && (entity.Place is not null || entity.Kind == EntityKind.Place)) return true;
        var control = candidate.Type.Name is "capture" or "hold" or "retreat" or "besiege" or "advance";
        var site = scene.Codebook.Classes.TryGetValue(scene.Trees[candidate.Sentence][head].Lemma.ToLowerInvariant(), out var classes) && classes.Contains("site") && !classes.Contains("force");
        return site && (control || Settlement(scene.Trees[candidate.Sentence][head].Lemma) && places.At(scene, candidate.Sentence, head, 0) is not null);
    }

    private static bool Settlement(string lemma) => lemma.ToLowerInvariant() is "city" or "town" or "village" or "district" or "province" or "capital" or "region" or "area" or "territory" or "neighborhood" or "neighbourhood" or "suburb";

    private static bool IsActor(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        if (scene.EntityAt(sentence, head) is { } entity && (entity.Kind != EntityKind.Place || tree[head].Upos is Upos.PROPN or Upos.PRON)) return entity.Kind is EntityKind.Actor or EntityKind.Person or EntityKind.Outlet or EntityKind.Other || entity.Actor is not null || entity.Place?.Capital == "C" && (tree.Is(head, "nsubj") || tree.Is(head, "obj") || tree.Is(head, "iobj"));
        if (tree[head].Upos is Upos.PROPN) return true;
        if (tree[head].Upos is Upos.NUM or Upos.DET or Upos.ADJ) return true;
        if (tree[head].Upos is not Upos.NOUN) return false;
        // Nouns of no known class act where there are several of them ("locals", "companies"), not one ("the incident").
        return scene.IsOf(sentence, head, ["person", "force", "actor", "office", "body"]) || tree[head].Xpos == "NNS" && !scene.Codebook.Classes.ContainsKey(tree[head].Lemma.ToLowerInvariant());
    }
}
