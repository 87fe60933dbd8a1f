using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OnRecord.Lab.Training;
using OnRecord.Language;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Parses;
using OnRecord.Scores;
using OnRecord.Statements.Casting;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Judging;
using OnRecord.Statements.Roles;

namespace OnRecord.Lab.Judging;

/// <summary><c>lab train-judge</c>: learns from annotated documents which words make statements, of which type and in which mode, and who and where their agents and places are.</summary>
internal static class TrainJudge
{
    private const float UsualLeaning = 2f;

    private const string Licence = "CC BY-SA 3.0: annotations made for this project, on items of Wikipedia's Current events (CC BY-SA 3.0), re3d documents (public domain, OGL v3, EU reuse notice, CC BY 3.0 AU, CC BY-SA), documents of UD EWT and GUM (CC BY-SA 4.0, CC BY) and reports written for the project";

    private sealed record Settings(string[] Gold, string? Annotations, string Data, string Home, string Output, int Folds, string? Errors, string? Beyond, string[] Test, string Commit);

    public static Command Create()
    {
        var gold = new Argument<string[]>("GOLD") { Arity = ArgumentArity.OneOrMore, Description = "Annotated documents that may be trained on (gold/train); held-out figures are taken on these." };
        var annotations = new Option<string?>("--annotations") { Description = "The folder of further annotations, whose texts are in --data; always trained on." };
        var data = new Option<string>("--data") { DefaultValueFactory = _ => "../shared/data", Description = "The folder of data sets." };
        var home = new Option<string>("--home") { DefaultValueFactory = _ => AppContext.BaseDirectory, Description = "The folder that holds data/ and models/." };
        var output = new Option<string>("--out") { DefaultValueFactory = _ => "models/judge-en.bin", Description = "Where the weights go; the sidecar goes beside them." };
        var folds = new Option<int>("--folds") { Description = "Measure on held-out documents in so many parts first; 0 for not at all." };
        var errors = new Option<string?>("--cast-errors") { Description = "With --folds: write the wrong casts of held-out documents here and stop." };
        var beyond = new Option<string?>("--beyond") { Description = "Write the annotated statements here of whose words the codebook says nothing, and stop." };
        var test = new Option<string[]>("--test") { DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true, Description = "Annotated documents that are not trained on: read them with the new weights and measure." };
        var commit = new Option<string>("--commit") { DefaultValueFactory = _ => "unknown", Description = "The commit, for the sidecar." };
        var command = new Command("train-judge", "Trains the judge of statements on annotated documents.") { gold, annotations, data, home, output, folds, errors, beyond, test, commit };
        command.SetAction(parsed => Run(new Settings(parsed.GetValue(gold)!, parsed.GetValue(annotations), parsed.GetValue(data)!, parsed.GetValue(home)!, parsed.GetValue(output)!, parsed.GetValue(folds), parsed.GetValue(errors), parsed.GetValue(beyond), parsed.GetValue(test)!, parsed.GetValue(commit)!)));
        return command;
    }

    private static int Run(Settings settings)
    {
        var (data, models) = (Path.Combine(settings.Home, "data"), Path.Combine(settings.Home, "models"));
        var reader = Reader.Load(data, models, rulesOnly: true, keepStates: true);
        if (reader.Value is null) return Fail(reader.Problem!);
        using var parser = Parser.Load(Path.Combine(models, "core-en.bin")).Value!;
        var codebook = CodebookReader.Read(Path.Combine(data, "codebook")).Value!;
        using var gazetteer = Gazetteer.Open(Path.Combine(data, "gazetteer.bin")).Value!;
        var actors = ActorIndex.Load(Path.Combine(data, "actors")).Value!;
        var places = new PlaceReader(gazetteer);
        var options = new PlaceOptions(places, gazetteer);
        var identities = Identities.Of(gazetteer, actors.SameActor);
        var casts = new CastExamples(new CastReader(places, options, null, parser.TryVector), options, identities, parser.TryVector);
        var examples = new JudgeExamples(reader.Value, codebook, actors, parser.TryVector, casts);
        var count = 0;
        foreach (var path in settings.Gold)
        {
            var set = GoldFile.Read(path);
            if (set.Value is null) return Fail(set.Problem!);
            foreach (var document in set.Value.Documents) examples.Add(document, new DocumentNumber(count++, Gold: true));
        }
        string[] further = settings.Annotations is { } folder ? [.. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal)] : [];
        if (further.Length > 0)
        {
            var texts = new AnnotatedTexts(settings.Data);
            foreach (var document in further.SelectMany(f => Annotations.Read(f, texts))) examples.Add(document, new DocumentNumber(count++, Gold: false));
        }
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
            heldCasts = casts.HeldOut(new RankTrainer(parser.TryVector, new RankOptions(Runs: 1)), settings.Folds, errors);
            Console.WriteLine(heldCasts);
            if (errors is not null) return 0;
            (held, lean) = new JudgeMeasure(parser.TryVector, settings.Folds).HeldOut(examples, Triggers(parser.TryVector, 1), Modes(parser.TryVector, 1));
        }
        var ranks = new RankTrainer(parser.TryVector, new RankOptions());
        var known = codebook.Triggers.SelectMany(t => t.Lemmas.Select(l => $"{t.Type} {t.Form} {l}"));
        if (Path.GetDirectoryName(Path.GetFullPath(settings.Output)) is { } below) Directory.CreateDirectory(below);
        JudgeFile.Write(settings.Output, Leaning(Triggers(parser.TryVector, 2).Train([.. examples.Triggers, .. examples.Alone]), lean), Modes(parser.TryVector, 2).Train(examples.Modes), casts.Train(ranks, _ => true), known.Distinct());
        var sidecar = new { data = settings.Gold.Concat(further).Select(Path.GetFileName), licence = Licence, documents = count, statements = meant, seed = 1, commit = settings.Commit, leaning = lean, heldOut = held, heldOutCasts = heldCasts, sha256 = ModelNote.Checksum(settings.Output) };
        File.WriteAllText(Path.ChangeExtension(settings.Output, ".json"), JsonSerializer.Serialize(sidecar, new JsonSerializerOptions { WriteIndented = true }) + "\n");
        Console.WriteLine($"{settings.Output}: {new FileInfo(settings.Output).Length / 1024} kB; held out: {held}");
        if (settings.Test.Length == 0) return 0;
        using var tested = Reader.Load(data, models, judge: settings.Output).Value!;
        foreach (var path in settings.Test) Test(path, tested, identities);
        return 0;
    }

    private static JudgeTrainer Triggers(WordVectors vectors, int runs) => new(vectors, new JudgeOptions(Buckets: 1 << 18, Rate: 0.03f, Passes: 20, Dropout: 0.5f, States: true, Runs: runs, Least: 3));

    private static JudgeTrainer Modes(WordVectors vectors, int runs) => new(vectors, new JudgeOptions(Buckets: 1 << 16, Units: 16, Passes: 20, States: true, Runs: runs));

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
