using System.CommandLine;
using System.Globalization;
using OnRecord.Language.Articles;
using OnRecord.Scores;
using OnRecord.Statements;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Triggers;

namespace OnRecord.Lab.Judging;

/// <summary><c>lab score proposals</c>: how many annotated triggers the codebook proposes, with the right type or any, and how many words it proposes besides.</summary>
internal static class ScoreProposals
{
    private sealed class Count
    {
        public int Meant, Right, Any, Unfit, Proposed, Taken, TakenRight;
    }

    public static Command Create()
    {
        var gold = new Argument<string[]>("GOLD") { Arity = ArgumentArity.OneOrMore, Description = "Annotated documents." };
        var home = new Option<string>("--home") { DefaultValueFactory = _ => AppContext.BaseDirectory, Description = "The folder that holds data/ and models/." };
        var missing = new Option<int>("--missing") { Description = "Shows so many triggers that are not proposed with their type, the most frequent first." };
        var excess = new Option<int>("--excess") { Description = "Shows so many words that the rules take and nobody meant, the most frequent first." };
        var context = new Option<bool>("--context") { Description = "Shows each with its sentence." };
        var command = new Command("proposals", "Measures what the codebook proposes.") { gold, home, missing, excess, context };
        command.SetAction(r => Run(r.GetValue(gold)!, r.GetValue(home)!, r.GetValue(missing), r.GetValue(excess), r.GetValue(context)));
        return command;
    }

    private static int Run(string[] gold, string home, int missing, int excess, bool context)
    {
        var (data, models) = (Path.Combine(home, "data"), Path.Combine(home, "models"));
        var loaded = Reader.Load(data, models, rulesOnly: true);
        if (loaded.Value is not { } reader) return Fail(loaded.Problem!);
        using var closing = reader;
        var codebook = CodebookReader.Read(Path.Combine(data, "codebook")).Value!;
        var finder = new TriggerFinder(codebook, null, (_, _) => false);
        var counts = new SortedDictionary<string, Count>(StringComparer.Ordinal);
        var (missed, extra) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        foreach (var path in gold)
        {
            var set = GoldFile.Read(path);
            if (set.Value is null) return Fail(set.Problem!);
            var scenes = set.Value.Documents.AsParallel().AsOrdered().Select(d => (Document: d, Scene: SceneOf(reader, codebook, d)));
            foreach (var (document, scene) in scenes) Add(scene, document, finder, counts, missed, extra, context);
        }
        Print(counts);
        Frequent(missed, missing, "not proposed");
        Frequent(extra, excess, "too much");
        return 0;
    }

    private static Scene SceneOf(Reader reader, Codebook codebook, GoldDocument document)
    {
        var article = GoldArticle.Of(document);
        var read = reader.ReadWhole(article);
        return new Scene(article, read.Parses, read.Mentions, codebook, null);
    }

    private static void Add(Scene scene, GoldDocument document, TriggerFinder finder, SortedDictionary<string, Count> counts, Dictionary<string, int> missed, Dictionary<string, int> extra, bool context)
    {
        var proposals = new List<(TextSpan Span, Proposal Proposal)>();
        for (var s = 0; s < scene.Trees.Length; s++)
            for (var w = 0; w < scene.Trees[s].Count; w++)
                if (finder.Propose(scene, s, w) is { } proposal) proposals.Add((scene.SpanOf(s, w, w + 1), proposal));
        foreach (var gold in document.Statements.DistinctBy(s => s.Trigger))   // a list of places counts once
        {
            var count = Of(counts, gold.Type);
            var at = proposals.Where(p => p.Span.Overlaps(gold.Trigger)).Select(p => p.Proposal).ToList();
            count.Meant++;
            if (at.Exists(p => p.Matches.Any(m => m.Trigger.Type == gold.Type)))
            {
                count.Right++;
                count.Any++;
                continue;
            }
            var (any, unfit) = (at.Exists(p => p.Matches.Count > 0), at.Exists(p => p.Unfit.Contains(gold.Type)));
            if (any) count.Any++;
            else if (unfit) count.Unfit++;
            var instead = string.Join("/", at.SelectMany(p => p.Matches).Select(m => m.Trigger.Type).Distinct());
            var words = string.Join(' ', at.Select(p => $"{scene.Trees[p.Sentence][p.Word].Lemma} {scene.Trees[p.Sentence][p.Word].Xpos}"));
            var line = $"{gold.Type}: {gold.Trigger.Of(document.Text)} ({(any ? "as " + instead : unfit ? "limits" : "unknown")}: {words}){(context ? " … " + Around(scene, gold.Trigger) : "")}";
            missed[line] = missed.GetValueOrDefault(line) + 1;
        }
        foreach (var (span, proposal) in proposals.Where(p => p.Proposal.Matches.Count > 0))
        {
            var type = proposal.Matches[0].Trigger.Type;
            Of(counts, type).Proposed++;
            if (!proposal.ByRule) continue;
            Of(counts, type).Taken++;
            if (document.Statements.Any(g => g.Trigger.Overlaps(span))) Of(counts, type).TakenRight++;
            else
            {
                var line = $"{type}: {span.Of(document.Text)}{(context ? " … " + Around(scene, span) : "")}";
                extra[line] = extra.GetValueOrDefault(line) + 1;
            }
        }
    }

    private static string Around(Scene scene, TextSpan span) =>
        scene.Parses.FirstOrDefault(p => p.Sentence.Span.Overlaps(span))?.Sentence.Span.Of(scene.Article.Text).ReplaceLineEndings(" ") ?? "";

    private static Count Of(SortedDictionary<string, Count> counts, string type)
    {
        if (!counts.TryGetValue(type, out var count)) counts[type] = count = new Count();
        return count;
    }

    private static void Print(SortedDictionary<string, Count> counts)
    {
        Console.WriteLine("| type | meant | proposed with its type % | with any % | limits forbid % | words proposed | taken by rule | of these meant % |\n|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (type, c) in counts) Line(type, c);
        var all = counts.Values;
        Line("all", new Count { Meant = all.Sum(c => c.Meant), Right = all.Sum(c => c.Right), Any = all.Sum(c => c.Any), Unfit = all.Sum(c => c.Unfit), Proposed = all.Sum(c => c.Proposed), Taken = all.Sum(c => c.Taken), TakenRight = all.Sum(c => c.TakenRight) });
    }

    private static void Line(string name, Count c) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {c.Meant} | {Share(c.Right, c.Meant):0.0} | {Share(c.Any, c.Meant):0.0} | {Share(c.Unfit, c.Meant):0.0} | {c.Proposed} | {c.Taken} | {Share(c.TakenRight, c.Taken):0.0} |"));

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    private static void Frequent(Dictionary<string, int> lines, int most, string what)
    {
        foreach (var (line, times) in lines.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).Take(most))
            Console.WriteLine($"{what} {times}: {line}");
    }

    private static int Fail(Language.Problem problem)
    {
        Console.Error.WriteLine(problem);
        return 1;
    }
}
