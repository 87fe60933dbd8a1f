using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OnRecord.Lab.Training;
using OnRecord.Language;
using OnRecord.Scores;
using OnRecord.Statements.Casting;
using OnRecord.Statements.Judging;

namespace OnRecord.Lab.Judging;

/// <summary><c>lab train-judge</c>: learns from annotated documents which words make statements, of which type and in which mode, and who and where their agents and places are.</summary>
internal static class TrainJudge
{
    private const float UsualLeaning = 2f;

    private const string Licence = "CC BY-SA 3.0: annotations made for this project, on items of Wikipedia's Current events (CC BY-SA 3.0), re3d documents (public domain, OGL v3, EU reuse notice, CC BY 3.0 AU, CC BY-SA), documents of UD EWT and GUM (CC BY-SA 4.0, CC BY) and reports written for the project";

    private sealed record Settings(string[] Gold, string? Annotations, string Data, string Home, string Output, int Folds, string? Errors, bool WordsOnly, string? Beyond, string[] Test, string Commit, float? Leaning);

    public static Command Create()
    {
        var gold = new Argument<string[]>("GOLD") { Arity = ArgumentArity.OneOrMore, Description = "Annotated documents that may be trained on (gold/train); held-out figures are taken on these." };
        var annotations = new Option<string?>("--annotations") { Description = "The folder of further annotations, whose texts are in --data; always trained on." };
        var data = new Option<string>("--data") { DefaultValueFactory = _ => "../shared/data", Description = "The folder of data sets." };
        var home = new Option<string>("--home") { DefaultValueFactory = _ => AppContext.BaseDirectory, Description = "The folder that holds data/ and models/." };
        var output = new Option<string>("--out") { DefaultValueFactory = _ => "models/judge-en.bin", Description = "Where the weights go; the sidecar goes beside them." };
        var folds = new Option<int>("--folds") { Description = "Measure on held-out documents in so many parts first; 0 for not at all." };
        var errors = new Option<string?>("--cast-errors") { Description = "With --folds: write the wrong casts of held-out documents here and stop." };
        var words = new Option<bool>("--words-only") { Description = "With --folds: measure which words make statements, of which type and in which mode, and stop." };
        var beyond = new Option<string?>("--beyond") { Description = "Write the annotated statements here of whose words the codebook says nothing, and stop." };
        var test = new Option<string[]>("--test") { DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true, Description = "Annotated documents that are not trained on: read them with the new weights and measure." };
        var commit = new Option<string>("--commit") { DefaultValueFactory = _ => "unknown", Description = "The commit, for the sidecar." };
        var leaning = new Option<float?>("--leaning") { Description = "How much less \"no statement\" weighs; usually what gives the best typed F1 held out." };
        var command = new Command("train-judge", "Trains the judge of statements on annotated documents.") { gold, annotations, data, home, output, folds, errors, words, beyond, test, commit, leaning };
        command.SetAction(parsed => Run(new Settings(parsed.GetValue(gold)!, parsed.GetValue(annotations), parsed.GetValue(data)!, parsed.GetValue(home)!, parsed.GetValue(output)!, parsed.GetValue(folds), parsed.GetValue(errors), parsed.GetValue(words), parsed.GetValue(beyond), parsed.GetValue(test)!, parsed.GetValue(commit)!, parsed.GetValue(leaning))));
        return command;
    }

    private static int Run(Settings settings)
    {
        var opened = TrainingSource.Open(settings.Home);
        if (opened.Value is not { } source) return Fail(opened.Problem!);
        using var closing = source;
        var further = TrainingSource.Further(settings.Annotations);
        var documents = TrainingSource.Documents(settings.Gold, further, settings.Data);
        if (documents.Value is null) return Fail(documents.Problem!);
        var vectors = source.Vectors;
        var casts = source.Casts();
        var examples = source.Examples(casts);
        foreach (var (document, number) in documents.Value) examples.Add(document, number);
        var count = documents.Value.Count;
        var meant = examples.Triggers.Count(e => e.Label != Judge.None);
        Console.WriteLine($"{count} documents, {examples.Triggers.Count} words, {meant} statements, {examples.Unreachable.Count} out of reach");
        if (settings.Beyond is { } beyond)
        {
            File.WriteAllLines(beyond, examples.Unreachable.Order(StringComparer.Ordinal));
            return 0;
        }

        var (held, heldCasts, lean) = ("not measured", "not measured", UsualLeaning);
        if (settings.Folds > 1)
        {
            using var errors = settings.Errors is { } to ? File.CreateText(to) : null;
            var trained = new Dictionary<int, CastNetwork>();
            CastNetwork Network(int fold) => trained.TryGetValue(fold, out var known) ? known : trained[fold] = JudgeRecipe.Network(examples, d => !d.HeldOut(fold, settings.Folds), vectors, _ => { });
            if (!settings.WordsOnly) Console.WriteLine(heldCasts = casts.HeldOut(JudgeRecipe.Ranks(vectors, 1), settings.Folds, errors, examples.Articles, Network));
            if (errors is not null) return 0;
            (held, lean) = new JudgeMeasure(vectors, settings.Folds).HeldOut(examples, JudgeRecipe.Triggers(vectors, 1), JudgeRecipe.Modes(vectors, 1), Network);
            if (settings.WordsOnly)
            {
                Console.WriteLine(held);
                return 0;
            }
        }
        lean = settings.Leaning ?? lean;
        var known = source.Codebook.Triggers.SelectMany(t => t.Lemmas.Select(l => $"{t.Type} {t.Form} {l}"));
        if (Path.GetDirectoryName(Path.GetFullPath(settings.Output)) is { } below) Directory.CreateDirectory(below);
        var triggers = JudgeRecipe.BesideNetwork(JudgeRecipe.Triggers(vectors, 2).Train([.. examples.Triggers, .. examples.Alone]), JudgeRecipe.Share);
        var modes = JudgeRecipe.BesideNetwork(JudgeRecipe.Modes(vectors, 2).Train(examples.Modes), JudgeRecipe.ModeShare);
        var network = JudgeRecipe.Network(examples, _ => true, vectors, Console.WriteLine);
        JudgeFile.Write(settings.Output, Leaning(triggers, lean), modes, casts.Train(JudgeRecipe.Ranks(vectors, 3), _ => true, network), known.Distinct(), network.Sentences);
        var sidecar = new { data = settings.Gold.Concat(further).Select(Path.GetFileName), licence = Licence, documents = count, statements = meant, seed = 1, commit = settings.Commit, leaning = lean, heldOut = held, heldOutCasts = heldCasts, sha256 = ModelNote.Checksum(settings.Output) };
        File.WriteAllText(Path.ChangeExtension(settings.Output, ".json"), JsonSerializer.Serialize(sidecar, new JsonSerializerOptions { WriteIndented = true }) + "\n");
        Console.WriteLine($"{settings.Output}: {new FileInfo(settings.Output).Length / 1024} kB; held out: {held}");
        if (settings.Test.Length == 0) return 0;
        using var tested = Reader.Load(source.Data, source.Models, judge: settings.Output).Value!;
        foreach (var path in settings.Test) Test(path, tested, source.Identities);
        return 0;
    }

    private static void Test(string path, Reader reader, Identities identities)
    {
        var scorer = new StatementScorer(identities);
        var report = ScoreReport.Of(GoldFile.Read(path).Value!.Documents.AsParallel().AsOrdered().Select(d => scorer.Score(d, reader.Read(GoldArticle.Of(d)))).ToImmutableArray());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}: detection {100 * report.Detection.F1:0.0} (P {100 * report.Detection.Precision:0.0} R {100 * report.Detection.Recall:0.0}) typed {100 * report.Typed.F1:0.0} strict {100 * report.Strict.F1:0.0} | {string.Join(", ", report.Fields.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Field} {100 * f.Accuracy:0.0}")))}"));
    }

    // Every example has the feature "bias": its weight for "no statement" carries the leaning.
    private static JudgeModel Leaning(JudgeModel model, float lean)
    {
        var bias = new Features();
        bias.Add("bias");
        model.Direct[(int)(bias.Hashes[0] % (uint)model.Buckets) * model.Labels.Length + model.Labels.IndexOf(Judge.None)] -= lean;
        return model;
    }

    private static int Fail(Problem problem)
    {
        Console.Error.WriteLine(problem);
        return 1;
    }
}
