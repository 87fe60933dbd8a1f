using System.Collections.Frozen;
using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Parses;
using OnRecord.Statements.Casting;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Judging;
using OnRecord.Statements.Roles;
using OnRecord.Statements.Triggers;
using OnRecord.Statements.Voices;

namespace OnRecord.Statements;

/// <summary>Makes statements from parses and mentions by the codebook and, where there is one, the judge; pure, and safe to call from many threads.</summary>
public sealed class StatementReader(Codebook codebook, Gazetteer gazetteer, ActorIndex? actors, Judge? judge, WordVectors vectors)
{
    private readonly TriggerFinder _triggers = new(codebook, judge, vectors);
    private readonly CastReader _casts = Casts(gazetteer, judge, vectors);
    private readonly ModeReader _modes = new(codebook);

    // In words, from what strikes to the verb that says that it does.
    private const int FarthestMeans = 8;

    /// <summary>The statements of an article, in text order.</summary>
    public ImmutableArray<Statement> Read(Article article, ImmutableArray<Parse> parses, ArticleMentions mentions)
    {
        var scene = new Scene(article, parses, mentions, codebook, actors);
        var (voices, setting) = (new VoiceReader(scene), new Setting(scene, vectors));
        var found = ImmutableArray.CreateBuilder<Statement>();
        var past = new List<Past>();
        var told = new List<(int Sentence, string Type)>();
        // All sentences are looked at before the first act is cast, since who does it may be named in a later one.
        var proposed = Enumerable.Range(0, parses.Length).Select(s => _triggers.Find(scene, setting, s).ToList()).ToList();
        for (var sentence = 0; sentence < parses.Length; sentence++)
        {
            var candidates = proposed[sentence];
            candidates.RemoveAll(c => candidates.Exists(o => o.Word != c.Word && o.Type == c.Type && o.Span.Length > c.Span.Length && o.Span.Contains(c.Span)));   // "signed a deal" says it once
            candidates.RemoveAll(c => scene.Trees[sentence][c.Word].Lemma == "be" && candidates.Exists(o => o.Word != c.Word && o.Type == c.Type && o.Trigger.Form == TriggerForm.Verb && scene.Trees[sentence].Dominates(c.Word, o.Word)));   // "there are troops stationed there": that says it
            candidates.RemoveAll(c => candidates.Exists(o => o.Type == c.Type && scene.Trees[sentence][c.Word].Head == o.Word && scene.Trees[sentence][o.Word].Lemma == "be"));   // "there are troops" says it once
            candidates.RemoveAll(c => c.Type.Name == "displace" && candidates.Exists(o => o.Type == c.Type && scene.Trees[sentence][o.Word].Head == c.Word && !scene.Trees[sentence].Is(o.Word, "conj")));   // "forced 300 to flee" says it once
            candidates.RemoveAll(c => c.Type.Name == "responsibility" && candidates.Exists(o => o.Word != c.Word && IsDenied(scene.Trees[sentence], c.Word, o.Word)));   // "denied shelling" says of the shelling that it was not
            Retype(scene, candidates, told);
            Merge(scene, candidates);
            candidates.RemoveAll(c => IsProgress(scene.Trees[c.Sentence], c, candidates));
            var acts = new Acts(scene, candidates, _casts, voices.Of);
            foreach (var candidate in candidates)
                found.AddRange(Make(scene, candidate, acts, voices, past));
        }
        return found.ToImmutable();
    }

    // "A roadside bomb hit a bus", "airstrikes that targeted the depot", "was hit by airstrikes": what strikes and that it does are one act.
    private static void Merge(Scene scene, List<Candidate> candidates)
    {
        for (var i = candidates.Count - 1; i >= 0; i--)
        {
            var means = candidates[i];
            if (means.Type.Family != "strike" || means.Trigger.Form != TriggerForm.Noun) continue;
            if (IsPart(scene.Trees[means.Sentence], means, candidates))
            {
                candidates.RemoveAt(i);
                continue;
            }
            var act = candidates.FindIndex(c => c.Trigger.Form == TriggerForm.Verb && c.Type.Family == means.Type.Family && c.Clause.Subject == means.Word && Math.Abs(c.Word - means.Word) <= FarthestMeans && (c.Type == means.Type || c.Type.Name == "attack" || c.Clause.Passive));
            if (act < 0) continue;
            var told = candidates[act];
            candidates[act] = told with { Type = told.Type.Name == "attack" || told.Clause.Passive ? means.Type : told.Type, Span = told.Clause.Passive ? told.Span : told.Span.Union(means.Span) };
            candidates.RemoveAt(i);
        }
    }

    // "Only if they withdraw": what is a condition is not demanded by these words.
    private static bool IsConditional(Scene scene, Candidate candidate) =>
        scene.Trees[candidate.Sentence] is var tree && tree.Child(candidate.Clause.Carrier, "mark") is >= 0 and var mark && tree[mark].Lemma.Equals("if", StringComparison.OrdinalIgnoreCase);

    // "Made progress in clearing the town": the clearing is what is done.
    private static bool IsProgress(Tree tree, Candidate light, List<Candidate> candidates) =>
        light.Type.Name == "advance" && light.Trigger.ObjectIs.Contains("progress")
        && candidates.Exists(c => c.Trigger.Form == TriggerForm.Verb && tree.Is(c.Word, "advcl") && tree[c.Word].Head == light.Word && tree.Child(c.Word, "mark") is >= 0 and var mark && tree[mark].Lemma == "in");

    // "Nine airstrikes, including strikes on tunnels".
    private static bool IsPart(Tree tree, Candidate part, List<Candidate> candidates) =>
        tree.Child(part.Word, "case") is >= 0 and var including && tree[including].Form.Equals("including", StringComparison.OrdinalIgnoreCase) && candidates.Exists(c => c.Word < including && including - c.Word <= 2 && c.Type == part.Type && c.Trigger.Form == TriggerForm.Noun);

    // The weapon, or the act meant, decides which kind of attack it is. What only names the weapon of such an act is not another one.
    private void Retype(Scene scene, List<Candidate> candidates, List<(int Sentence, string Type)> told)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates[i].Type.Family != "strike") continue;
            if (Means.Of(scene, candidates[i]) is var (type, weapon))
            {
                candidates[i] = candidates[i] with { Type = codebook.Types.GetValueOrDefault(type, candidates[i].Type) };
                if (weapon > candidates[i].Word) candidates.RemoveAll(c => c.Word == weapon && c.Type.Name == type);
            }
            else if (PointsBack.IsAdjunct(scene, candidates[i], told))
            {
                candidates.RemoveAt(i--);
                continue;
            }
            else if (PointsBack.To(scene, candidates[i], told) is { } meant) candidates[i] = candidates[i] with { Type = codebook.Types[meant] };
            told.Add((candidates[i].Sentence, candidates[i].Type.Name));
        }
    }

    // "denied shelling", "rejected claims of torture".
    private static bool IsDenied(Tree tree, int verb, int act) =>
        tree[verb].Lemma.ToLowerInvariant() is "deny" or "reject" or "dismiss" or "refute" && tree.Child(verb, "obj") is >= 0 and var claim && claim != act && tree.Dominates(claim, act)
        || tree[verb].Lemma.Equals("deny", StringComparison.OrdinalIgnoreCase) && tree[act].Head == verb && (tree.Is(act, "xcomp") || tree.Is(act, "ccomp"));

    private static CastReader Casts(Gazetteer gazetteer, Judge? judge, WordVectors vectors)
    {
        var places = new PlaceReader(gazetteer);
        return new CastReader(places, new PlaceOptions(places, gazetteer), judge?.Casts, vectors);
    }

    // "refuses to surrender the town to the rebels": what is not handed over, or only asked for, nobody takes.
    private Candidate Unsurrendered(Candidate candidate)
    {
        if (candidate is not { Type.Name: "capture", Trigger.Form: TriggerForm.Verb, Clause.Passive: false } || candidate.Trigger.Roles.GetValueOrDefault("subject") != "patient" || candidate.Trigger.Roles.GetValueOrDefault("to") != "agent" || candidate.Trigger.Lemmas.Contains("lose")) return candidate;
        return candidate with { Type = codebook.Types["surrender"], Trigger = candidate.Trigger with { Type = "surrender", Roles = Handed } };
    }

    private static readonly FrozenDictionary<string, string> Handed = new Dictionary<string, string> { ["object"] = "place", ["of"] = "place", ["over"] = "place", ["to"] = "patient" }.ToFrozenDictionary();

    private IEnumerable<Statement> Make(Scene scene, Candidate candidate, Acts acts, VoiceReader voices, List<Past> past)
    {
        var voice = voices.Of(candidate);
        var manner = _modes.Read(scene, candidate, voice);
        if (judge?.ModeOf(ModeFeatures.Of(scene, candidate, voice, manner), vectors, scene.ScoresOf(candidate.Sentence, candidate.Word)) is { } judged && !(manner.Modal && judged == Mode.Actual) && !(judged == Mode.Demand && IsConditional(scene, candidate))) manner = manner with { Mode = judged };   // "could fall" is not told as done
        if (manner.Negative || manner.Mode is Mode.Demand or Mode.Appeal) candidate = Unsurrendered(candidate);
        var cast = _casts.Read(scene, candidate, acts, voice, manner.Mode, past);
        var quantity = AmountReader.Read(scene, candidate, cast.AgentHead, cast.PatientHead);
        var (time, deadline) = TimeReader.Read(scene, candidate, manner.Mode);
        var type = TallyReader.IsTally(scene, candidate, manner, quantity, time, judge is not null) ? "tally" : candidate.Type.Name;
        var (start, end) = scene.Trees[candidate.Sentence].Yield(candidate.Clause.Carrier);

        foreach (var place in cast.Places)
        {
            yield return new Statement
            {
                Id = "",   // the record gives it: a hash of the article's id and the content
                Trigger = candidate.Span,
                Span = scene.SpanOf(candidate.Sentence, start, end).Union(candidate.Span),
                Type = type,
                Mode = manner.Mode,
                Polarity = manner.Negative ? Polarity.Negative : Polarity.Positive,
                Agent = cast.Agent,
                Patient = cast.Patient,
                Place = place,
                Quantity = quantity,
                Time = time,
                Deadline = deadline,
                Sources = voice.Sources,
                Stance = voice.Stance,
                Cues = [.. manner.Cues, .. voice.Cues],
            };
        }
    }
}
