using System.Collections.Immutable;
using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
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

        if (clause.Subject >= 0) Fill(clause.Subject, roles.GetValueOrDefault("subject", "agent"));
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
        foreach (var head in heads)
        {
            if (agentsOf(head) is { } acting) found.AddRange(acting);
            else if (tree[head].Upos == Upos.PRON && tree[head].Lemma.ToLowerInvariant() is "we" or "i" or "us")
            {
                if (Speaker(scene, voice) is { } speaker) found.Add(speaker);
            }
            else
                foreach (var member in ParticipantReader.Members(tree, head))
                    if (IsActor(scene, sentence, member) && ParticipantReader.One(scene, sentence, member) is { } one) found.Add(one);
        }
        if (found.Count == 0 && candidate.Trigger.Form == Coding.TriggerForm.Noun) found.AddRange(MakerReader.Before(scene, sentence, candidate.Word));
        if (found.Count == 0 && (candidate.Type.Casualty || candidate.Type.Name == "destroy")) found.AddRange(Cause(scene, candidate, agentsOf));
        return [.. found.DistinctBy(p => p.Name)];
    }

    // Harm without a doer of its own is done by who does the act that it comes with: "killed in an attack by …", "killed when … raided".
    private static ImmutableArray<Participant> Cause(Scene scene, Candidate candidate, Func<int, ImmutableArray<Participant>?> agentsOf)
    {
        var tree = scene.Trees[candidate.Sentence];
        foreach (var (preposition, head) in candidate.Clause.Obliques)
            if (preposition is "in" or "by" or "during" or "after" or "from" or "when" && agentsOf(head) is { IsEmpty: false } acting) return acting;
        foreach (var child in tree.Children(candidate.Clause.Carrier))
        {
            if (tree.Is(child, "advcl") && agentsOf(child) is { IsEmpty: false } acting) return acting;
            if (!tree.Is(child, "conj")) continue;   // "were killed and a house was burnt when … raided"
            foreach (var below in tree.Children(child))
                if (tree.Is(below, "advcl") && agentsOf(below) is { IsEmpty: false } both) return both;
        }
        if (tree.Is(candidate.Clause.Carrier, "conj") && agentsOf(tree[candidate.Clause.Carrier].Head) is { IsEmpty: false } shared) return shared;
        return [];
    }

    // "We" in somebody's words is the side that the speaker speaks for.
    public static Participant? Speaker(Scene scene, Voice voice)
    {
        if (voice.Sources.IsEmpty) return null;
        var source = voice.Sources[0];
        if (source.Actor is { } id)
        {
            var side = id.Split('/')[0];
            foreach (var entity in scene.Mentions.Entities)
                if (entity.Kind is EntityKind.Actor or EntityKind.Place && entity.Actor is { } other && (other == id || other == side)) return new Participant(entity.Name, entity.Actor, source.Span);
        }
        return new Participant(source.Name, source.Actor, source.Span);
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
        if (scene.EntityAt(sentence, head) is { } entity && (entity.Kind != EntityKind.Place || tree[head].Upos is Upos.PROPN or Upos.PRON)) return entity.Kind is EntityKind.Actor or EntityKind.Person or EntityKind.Outlet or EntityKind.Other || entity.Actor is not null || entity.Place?.Capital == "C" && tree.Is(head, "nsubj");
        if (tree[head].Upos is Upos.PROPN) return true;
        if (tree[head].Upos is Upos.NUM or Upos.DET or Upos.ADJ) return true;
        if (tree[head].Upos is not Upos.NOUN) return false;
        // Nouns of no known class act where there are several of them ("locals", "companies"), not one ("the incident").
        return scene.IsOf(sentence, head, ["person", "force", "actor", "office"]) || tree[head].Xpos == "NNS" && !scene.Codebook.Classes.ContainsKey(tree[head].Lemma.ToLowerInvariant());
    }
}
