using System.Collections.Immutable;
using System.Globalization;
using OnRecord.Scores;
using OnRecord.Statements;
using OnRecord.Statements.Casting;
using OnRecord.Statements.Judging;
using OnRecord.Statements.Triggers;
using OnRecord.Statements.Voices;

namespace OnRecord.Lab.Judging;

/// <summary>Makes the examples from which the cast of a statement is learned: of every annotated statement the options, and which are right; and measures on documents held out.</summary>
internal sealed class CastExamples(CastReader reader, PlaceOptions places, Identities world, WordVectors vectors)
{
    private readonly List<(DocumentNumber Number, Scene Scene, List<(Part Part, GoldStatement[] Gold)> Parts)> _documents = [];

    private readonly List<Choice> _agents = [], _places = [], _company = [];

    /// <summary>Trains what casts on the documents chosen, beside a network.</summary>
    public CastJudge Train(RankTrainer trainer, Func<DocumentNumber, bool> chosen, CastNetwork? network)
    {
        List<Choice> Of(IEnumerable<Choice> all, int gold) => [.. all.Where(e => chosen(e.Document)).SelectMany(e => Enumerable.Repeat(e, e.Document.Gold ? gold : 1))];
        var models = new[] { Of(_agents, JudgeRecipe.GoldWeight), Of(_places, 1), Of(_company, JudgeRecipe.GoldWeight) }.AsParallel().AsOrdered().Select(trainer.Train).ToList();
        return new CastJudge(models[0], models[1], models[2], network);
    }

    /// <summary>Adds a document's statements, given the words that make them, in text order, and gives the links that are to be learned of them. Where earlier acts were and who did them is taken as annotated.</summary>
    public LinkItem[] Add(Scene scene, VoiceReader voices, IReadOnlyList<(Candidate Candidate, GoldStatement[] Gold)> statements, DocumentNumber document, ImmutableArray<string> types)
    {
        var links = new List<LinkItem>();
        var past = new List<Past>();
        var parts = new List<(Part, GoldStatement[])>();
        var acts = statements.Select(s => s.Candidate).GroupBy(c => c.Sentence).ToDictionary(g => g.Key, g => new Acts(scene, [.. g], reader, voices.Of));
        foreach (var (candidate, gold) in statements)
        {
            var cast = acts[candidate.Sentence].Of(candidate);
            var part = new Part(candidate, cast, voices.Of(candidate), gold[0].Mode, acts[candidate.Sentence]);
            parts.Add((part, gold));
            var agents = CastJudge.AgentGroups(scene, part, past);
            var named = agents.ConvertAll(a => a.Option.Who is { } who ? gold[0].Agent.Any(g => NameMatch.Same(g, who.Name, world)) : gold[0].Agent.IsEmpty);
            var look = PartFeatures.Of(scene, part);
            _agents.Add(new Choice(look, [.. agents.Select(a => a.Features)], [.. named], document));
            Link(CastField.Agent, agents.ConvertAll(a => a.Words), named);
            Company(scene, part, gold[0], agents, past, look, document);
            var options = CastJudge.PlaceGroups(scene, part, past, places);
            var placed = options.ConvertAll(a => gold.Any(g => PlaceMatch.Same(g.Place, a.Option.Place, world)));
            if (One(part, gold))
            {
                _places.Add(new Choice(look, [.. options.Select(a => a.Features)], [.. placed], document));
                Link(CastField.Place, options.ConvertAll(o => o.Words), placed);
            }
            past.Add(new Past(candidate.Sentence, candidate.Type.Name, cast.Agent, cast.Patient, options.Where((o, i) => placed[i]).Select(o => o.Option.Place).FirstOrDefault()));

            void Link(CastField field, IEnumerable<IReadOnlyList<OptionWord>> words, List<bool> right)
            {
                if (right.Contains(true)) links.Add(new LinkItem(field, candidate.Sentence, candidate.Word, types.IndexOf(candidate.Type.Name), [.. words.Select(w => w.ToArray())], [.. right]));
            }
        }
        _documents.Add((document, scene, parts));
        return [.. links];
    }

    // Beside every right agent every other is asked for: right are those who match another of the names meant.
    private void Company(Scene scene, Part part, GoldStatement gold, IReadOnlyList<Weighed<AgentOption>> agents, IReadOnlyList<Past> past, Features look, DocumentNumber document)
    {
        var meant = agents.Select(a => Meant(a.Option, gold.Agent)).ToList();
        for (var first = 0; first < agents.Count; first++)
        {
            if (meant[first].Length == 0) continue;
            for (var other = 0; other < agents.Count; other++)
            {
                if (!CompanyFeatures.Asked(scene, part, agents[first].Option, agents[other].Option)) continue;
                var too = meant[other].Except(meant[first]).Any();
                if (too || meant[other].Length == 0) _company.Add(new Choice(look, [CompanyFeatures.Alone(part), CompanyFeatures.Of(scene, part, agents[first].Option, agents[other], past)], [!too, too], document));
            }
        }
    }

    private string[] Meant(AgentOption option, IEnumerable<string> names) => option.Who is { } who ? [.. names.Where(n => NameMatch.Same(n, who.Name, world))] : [];

    private static bool One(Part part, GoldStatement[] gold) => gold.Length == 1 && part.Rules.Places.Count <= 1;

    /// <summary>Trains on all documents but a part, measures on that part, for each of the parts, beside a network trained without it; says what the rules alone give and what could be reached at best.</summary>
    public string HeldOut(RankTrainer trainer, int folds, TextWriter? errors, IEnumerable<ArticleItem> articles, Func<int, CastNetwork> networks)
    {
        var items = articles.Where(a => a.Document.Gold).ToDictionary(a => a.Document.Number);
        Tally agent = new(), place = new();
        for (var fold = 0; fold < folds; fold++)
        {
            var f = fold;
            var judge = Train(trainer, d => !d.HeldOut(f, folds), networks(fold));
            foreach (var d in _documents.Where(d => d.Number.HeldOut(f, folds)))
            {
                var sentences = items[d.Number.Number].Sentences;
                for (var s = 0; s < sentences.Length; s++) d.Scene.Links[s] = judge.Network!.Sentences.Read(sentences[s].States, sentences[s].Lemmas, sentences[s].Signs, [], vectors).Links;
                Measure(judge, d.Scene, d.Parts, agent, place, errors);
            }
        }
        return $"{_documents.Where(d => d.Number.Gold).Sum(d => d.Parts.Count)} casts: agent {agent}, place {place}";
    }

    private void Measure(CastJudge judge, Scene scene, List<(Part, GoldStatement[])> parts, Tally agent, Tally place, TextWriter? errors)
    {
        var past = new List<Past>();
        foreach (var (part, gold) in parts)
        {
            var text = $"{gold[0].Trigger.Of(scene.Article.Text)} | {scene.Parses[part.Candidate.Sentence].Sentence.Span.Of(scene.Article.Text).ReplaceLineEndings(" ")}";
            var people = CastJudge.AgentGroups(scene, part, past);
            var taken = judge.Taken(scene, people, part, past, vectors).ToList();
            var right = Right(gold[0], taken);
            agent.Add(right, Right(gold[0], part.Rules.Agent), gold[0].Agent.All(g => people.Exists(o => o.Option.Who is { } who && NameMatch.Same(g, who.Name, world))));
            if (!right) errors?.WriteLine($"agent {gold[0].Type} {gold[0].Mode} meant [{string.Join("; ", gold[0].Agent)}] chosen [{string.Join("; ", taken.Select(t => t.Name))}] rules [{string.Join("; ", part.Rules.Agent.Select(a => a.Name))}] options [{string.Join("; ", people.Select(o => o.Option.Who?.Name))}] | {text}");
            var sites = CastJudge.PlaceGroups(scene, part, past, places);
            var chosen = judge.Best(scene, part, sites, vectors).Place;
            if (One(part, gold))
            {
                right = PlaceMatch.Same(gold[0].Place, chosen, world);
                place.Add(right, PlaceMatch.Same(gold[0].Place, part.Rules.Places.FirstOrDefault(), world), sites.Exists(s => PlaceMatch.Same(gold[0].Place, s.Option.Place, world)));
                if (!right) errors?.WriteLine($"place {gold[0].Type} {gold[0].Mode} meant [{gold[0].Place?.Name}, {gold[0].Place?.Admin1}, {gold[0].Place?.Country}] chosen [{chosen?.Name}, {chosen?.Country}] rules [{part.Rules.Places.FirstOrDefault()?.Name}] options [{string.Join("; ", sites.Select(o => o.Option.Place?.Name + (o.Option.Place?.Place is null ? "?" : "")))}] | {text}");
            }
            past.Add(new Past(part.Candidate.Sentence, part.Candidate.Type.Name, [.. taken], part.Rules.Patient, chosen));
        }
    }

    private bool Right(GoldStatement gold, IReadOnlyList<Participant> found) => found.Count == gold.Agent.Length && NameMatch.Common(gold.Agent, [.. found.Select(p => p.Name)], world) == found.Count;

    // How often the judge and the rules are right, and how often the right answer was among the options.
    private sealed class Tally
    {
        private int _all, _right, _rules, _best;

        public void Add(bool right, bool rules, bool best)
        {
            _all++;
            if (right) _right++;
            if (rules) _rules++;
            if (best) _best++;
        }

        public override string ToString() => $"{Share(_right)} (rules {Share(_rules)}, at best {Share(_best)})";

        private string Share(int count) => (100.0 * count / Math.Max(1, _all)).ToString("0.0", CultureInfo.InvariantCulture);
    }
}
