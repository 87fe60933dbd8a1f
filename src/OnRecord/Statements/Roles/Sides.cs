using OnRecord.Statements.Clauses;
using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Roles;

/// <summary>Finds the side of a fight or of talks that the noun leaves to its sentence: "five soldiers were killed in clashes with rebels", "the president called for a meeting with …".</summary>
internal static class Sides
{
    private const int Steps = 6;

    /// <summary>The first side, where the noun or verb names but the other; both, where it names none and both lost people.</summary>
    public static IEnumerable<Participant> Unsaid(Scene scene, Candidate candidate, IReadOnlyList<Participant> said)
    {
        if (said.Count > 1 || (said.Count == 0 ? candidate.Type.Name != "clash" : !candidate.Clause.Obliques.Any(o => o.Preposition is "with" or "against"))) return [];
        var (sentence, tree) = (candidate.Sentence, scene.Trees[candidate.Sentence]);
        var clauses = new ClauseReader(scene.Codebook);
        for (var (at, steps) = (candidate.Word, 0); steps < Steps && tree[at].Head is >= 0 and var head; at = head, steps++)
        {
            if (tree[head].Upos is Language.Parses.Upos.NOUN or Language.Parses.Upos.PROPN && tree.Child(head, "nsubj") < 0)
            {
                if (!tree.Is(at, "nmod") && !tree.Is(at, "obl") && !tree.Is(at, "conj") && !tree.Is(at, "acl") && !tree.Is(at, "advcl")) return [];
                continue;
            }
            if ((tree.Is(at, "ccomp") || tree.Is(at, "parataxis")) && scene.Codebook.Reporting.ContainsKey(tree[head].Lemma.ToLowerInvariant())) return [];
            if (tree.Is(at, "nsubj") || tree.Is(at, "parataxis") || tree.Is(at, "root")) return [];
            var clause = clauses.OfVerb(tree, head);
            var side = clause.Passive ? Lost(tree[head].Lemma) ? clause.Object : -1 : clause.Subject;
            if (side < 0) continue;
            var sides = ParticipantReader.Members(scene, sentence, side).Where(m => Fights(scene, sentence, m, clause.Passive || Lost(tree[head].Lemma))).SelectMany(m => ParticipantReader.Each(scene, sentence, m)).ToList();
            if (sides.Count == 0) return [];
            if (said.Count == 0) return sides.Count == 2 && (clause.Passive || Lost(tree[head].Lemma)) ? sides : [];
            sides.RemoveAll(s => said.Any(o => o.Name == s.Name || o.Actor is not null && o.Actor == s.Actor));
            return sides;
        }
        return [];
    }

    /// <summary>Those with whom the object of a mutual verb is shared: "signed a deal with the rebels", where "with" hangs on the deal.</summary>
    public static IEnumerable<Participant> Partners(Scene scene, Candidate candidate, IReadOnlyList<Participant> said)
    {
        var (sentence, tree, deal) = (candidate.Sentence, scene.Trees[candidate.Sentence], candidate.Clause.Object);
        if (said.Count != 1 || deal < 0 || tree[deal].Upos != Language.Parses.Upos.NOUN) return [];
        foreach (var child in tree.Children(deal))
            if (child > deal && tree.Is(child, "nmod") && ClauseReader.Preposition(tree, child) == "with")
                return [.. ParticipantReader.Members(scene, sentence, child).Where(m => Fights(scene, sentence, m, false)).SelectMany(m => ParticipantReader.Each(scene, sentence, m)).Where(p => p.Name != said[0].Name)];
        return [];
    }

    private static bool Lost(string lemma) => lemma.ToLowerInvariant() is "kill" or "wound" or "injure" or "die" or "hurt" or "capture" or "lose";

    // Of those who suffer only who bears arms is a side.
    private static bool Fights(Scene scene, int sentence, int word, bool suffers)
    {
        if (scene.IsTime(sentence, word)) return false;
        word = ParticipantReader.Counted(scene, scene.Trees[sentence], word);
        if (scene.EntityAt(sentence, word) is { } entity) return entity.Actor is not null && (!suffers || entity.Place is null) || entity.Kind is Language.Mentions.EntityKind.Actor || !suffers && entity.Kind is Language.Mentions.EntityKind.Person;
        return scene.IsOf(sentence, word, suffers ? ["force"] : ["force", "office"]);
    }
}
