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

/// <summary><c>lab train-judge</c>: learns from annotated documents which words make statements, of which type and in which mode.</summary>
internal static class TrainJudge
{
    private const float UsualLeaning = 2f;
    private static readonly float[] Leanings = [0, 0.5f, 1, 1.5f, 2, 2.5f, 3, 3.5f, 4];

    public static Command Create()
    {
        var gold = new Argument<string[]>("GOLD") { Arity = ArgumentArity.OneOrMore, Description = "Annotated documents that may be trained on (gold/train)." };
        var home = new Option<string>("--home") { DefaultValueFactory = _ => AppContext.BaseDirectory, Description = "The folder that holds data/ and models/." };
        var output = new Option<string>("--out") { DefaultValueFactory = _ => "models/judge-en.bin", Description = "Where the weights go; the sidecar goes beside them." };
        var folds = new Option<int>("--folds") { Description = "Measure on held-out documents in so many parts first; 0 for not at all." };
        var commit = new Option<string>("--commit") { DefaultValueFactory = _ => "unknown", Description = "The commit, for the sidecar." };
        var rate = new Option<float>("--rate") { DefaultValueFactory = _ => 0.03f, Description = "How fast the direct weights move." };
        var passes = new Option<int>("--passes") { DefaultValueFactory = _ => 24, Description = "How often each example is seen." };
        var dropout = new Option<float>("--dropout") { DefaultValueFactory = _ => 0.5f, Description = "The share of features left out at random." };
        var errors = new Option<string?>("--cast-errors") { Description = "With --folds: write the wrong casts of held-out documents here and stop." };
        var states = new Option<bool>("--states") { DefaultValueFactory = _ => true, Description = "Look at what the encoder made of each word; the judge then goes with these weights of the core alone." };
        var units = new Option<int>("--units") { DefaultValueFactory = _ => 48, Description = "The width of the hidden layer." };
        var command = new Command("train-judge", "Trains the judge of statements on annotated documents.") { gold, home, output, folds, commit, rate, passes, dropout, errors, states, units };
        command.SetAction(parsed => Run(parsed.GetValue(gold)!, parsed.GetValue(home)!, parsed.GetValue(output)!, parsed.GetValue(folds), parsed.GetValue(commit)!, parsed.GetValue(rate), parsed.GetValue(passes), parsed.GetValue(dropout), parsed.GetValue(errors), parsed.GetValue(states), parsed.GetValue(units)));
        return command;
    }

    private static int Run(string[] gold, string home, string output, int folds, string commit, float rate, int passes, float dropout, string? errorsTo, bool states, int units)
    {
        var (data, models) = (Path.Combine(home, "data"), Path.Combine(home, "models"));
        var reader = Reader.Load(data, models, rulesOnly: true, keepStates: true);
        if (reader.Value is null) return Fail(reader.Problem!);
        using var parser = Parser.Load(Path.Combine(models, "core-en.bin")).Value!;
        var codebook = CodebookReader.Read(Path.Combine(data, "codebook")).Value!;
        using var gazetteer = Gazetteer.Open(Path.Combine(data, "gazetteer.bin")).Value!;
        var actors = ActorIndex.Load(Path.Combine(data, "actors")).Value!;
        var places = new PlaceReader(gazetteer);
        var options = new PlaceOptions(places, gazetteer);
        var casts = new CastExamples(new CastReader(places, options, null), options, Identities.Of(gazetteer, actors.SameActor));
        var examples = new JudgeExamples(reader.Value, codebook, actors, parser.TryVector, casts);
        var documents = 0;
        foreach (var path in gold)
        {
            var set = GoldFile.Read(path);
            if (set.Value is null) return Fail(set.Problem!);
            foreach (var document in set.Value.Documents) examples.Add(document, documents++);
        }
        Console.WriteLine($"{documents} documents, {examples.Triggers.Count} words, {examples.Triggers.Count(e => e.Label != Judge.None)} statements, {examples.Unreachable} out of reach");

        var ranks = new RankTrainer(new RankOptions());
        var castsHeld = "not measured";
        if (folds > 1)
        {
            using var errors = errorsTo is null ? null : File.CreateText(errorsTo);
            castsHeld = casts.HeldOut(ranks, folds, errors);
            Console.WriteLine(castsHeld);
            if (errors is not null) return 0;
        }
        var trainer = new JudgeTrainer(parser.TryVector, new JudgeOptions(Rate: rate, Passes: passes, Dropout: dropout, States: states, Units: units));
        var modeTrainer = new JudgeTrainer(parser.TryVector, new JudgeOptions(Buckets: 1 << 13, Units: 16, Passes: 20, States: states));
        var (held, lean) = folds > 1 ? HeldOut(examples, trainer, modeTrainer, parser.TryVector, folds) : ("not measured", UsualLeaning);
        var known = codebook.Triggers.SelectMany(t => t.Lemmas.Select(l => $"{t.Type} {t.Form} {l}"));
        JudgeFile.Write(output, Leaning(trainer.Train(examples.Triggers), lean), modeTrainer.Train(examples.Modes), new CastJudge(ranks.Train(casts.Agents), ranks.Train(casts.Places)), known.Distinct());
        var sidecar = new { data = gold.Select(Path.GetFileName), licence = "CC BY-SA 3.0: annotations made for this project, on items of Wikipedia's Current events (CC BY-SA 3.0), re3d press releases (public domain, OGL v3, EU reuse notice, CC BY 3.0 AU) and reports written for the project", documents, statements = examples.Triggers.Count(e => e.Label != Judge.None), seed = 1, commit, heldOut = held, heldOutCasts = castsHeld, sha256 = ModelNote.Checksum(output) };
        File.WriteAllText(Path.ChangeExtension(output, ".json"), JsonSerializer.Serialize(sidecar, new JsonSerializerOptions { WriteIndented = true }) + "\n");
        Console.WriteLine($"{output}: {new FileInfo(output).Length / 1024} kB; held out: {held}");
        return 0;
    }

    // Scores on documents not trained on, for several leanings towards taking a word; the best leaning is kept.
    private static (string Text, float Lean) HeldOut(JudgeExamples examples, JudgeTrainer trainer, JudgeTrainer modeTrainer, WordVectors vectors, int folds)
    {
        var counts = new (int Found, int Right, int Typed)[Leanings.Length];
        int meant = 0, modes = 0, modesRight = 0;
        for (var fold = 0; fold < folds; fold++)
        {
            var f = fold;
            var model = trainer.Train(examples.Triggers.Where(e => e.Document % folds != f).ToList());
            var none = model.Labels.IndexOf(Judge.None);
            foreach (var e in examples.Triggers.Where(e => e.Document % folds == f))
            {
                if (e.Label != Judge.None) meant++;
                var logits = Logits(model, e, vectors);
                for (var l = 0; l < Leanings.Length; l++)
                {
                    logits[none] -= Leanings[l] - (l == 0 ? 0 : Leanings[l - 1]);
                    var label = model.Labels[Array.IndexOf(logits, logits.Max())];
                    if (label == Judge.None) continue;
                    counts[l].Found++;
                    if (e.Label != Judge.None) counts[l].Right++;
                    if (e.Label == label) counts[l].Typed++;
                }
            }
            var mode = modeTrainer.Train(examples.Modes.Where(e => e.Document % folds != f).ToList());
            foreach (var e in examples.Modes.Where(e => e.Document % folds == f))
            {
                modes++;
                var logits = Logits(mode, e, vectors);
                if (mode.Labels[Array.IndexOf(logits, logits.Max())] == e.Label) modesRight++;
            }
        }
        double F1(int l, int hits) => 200.0 * hits / (counts[l].Found + meant);
        for (var l = 0; l < Leanings.Length; l++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"leaning {Leanings[l]:0.0}: P {100.0 * counts[l].Right / counts[l].Found:0.0} R {100.0 * counts[l].Right / meant:0.0} F1 {F1(l, counts[l].Right):0.0} typed F1 {F1(l, counts[l].Typed):0.0}"));
        var best = Enumerable.Range(0, Leanings.Length).MaxBy(l => F1(l, counts[l].Right) + F1(l, counts[l].Typed));
        return (string.Create(CultureInfo.InvariantCulture, $"by word, {folds} parts: detection F1 {F1(best, counts[best].Right):0.0}, typed F1 {F1(best, counts[best].Typed):0.0}, mode {100.0 * modesRight / modes:0.0}"), Leanings[best]);
    }

    private static float[] Logits(JudgeModel model, Example example, WordVectors vectors)
    {
        var input = new float[model.Inputs];
        var logits = new float[model.Labels.Length];
        Judge.Vectors(example.Features, vectors, input);
        model.Score(example.Features, input, logits, new float[model.Units]);
        return logits;
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
