using System.CommandLine;
using System.Globalization;
using System.Text;
using OnRecord.Lab.Scores;
using OnRecord.Statements.Judging;

namespace OnRecord.Lab.Judging;

/// <summary><c>lab score ablation</c>: which words make statements, and of which type, by the codebook's rules alone, by what is learned alone, and by both, on documents held out.</summary>
internal static class ScoreAblation
{
    // How much less "no statement" weighs; of each recipe the leaning with the best typed F1 counts.
    private static readonly float[] Leanings = [0, 0.5f, 1, 1.5f, 2, 2.5f, 3];

    private sealed record Row(string Name, double Precision, double Recall, double Detection, double Typed);

    public static Command Create()
    {
        var gold = new Argument<string[]>("GOLD") { Arity = ArgumentArity.OneOrMore, Description = "Annotated documents; each part of them is measured with the others, and all further annotations, trained on." };
        var annotations = new Option<string?>("--annotations") { Description = "The folder of further annotations, whose texts are in --data." };
        var data = new Option<string>("--data") { DefaultValueFactory = _ => "../shared/data", Description = "The folder of data sets." };
        var home = new Option<string>("--home") { DefaultValueFactory = _ => AppContext.BaseDirectory, Description = "The folder that holds data/ and models/." };
        var folds = new Option<int>("--folds") { DefaultValueFactory = _ => 3, Description = "In so many parts." };
        var write = new Option<string?>("--write") { Description = "The page whose section is to be brought up to date." };
        var note = new Option<string?>("--note") { Description = "A word on what changed, for the page." };
        var command = new Command("ablation", "Measures rules alone, learned alone and both, by word, on documents held out.") { gold, annotations, data, home, folds, write, note };
        command.SetAction(r => Run(r.GetValue(gold)!, r.GetValue(annotations), r.GetValue(data)!, r.GetValue(home)!, r.GetValue(folds), r.GetValue(write), r.GetValue(note)));
        return command;
    }

    private static int Run(string[] gold, string? annotations, string data, string home, int folds, string? write, string? note)
    {
        var opened = TrainingSource.Open(home);
        if (opened.Value is not { } source) return Fail(opened.Problem!);
        using var closing = source;
        var documents = TrainingSource.Documents(gold, TrainingSource.Further(annotations), data);
        if (documents.Value is null) return Fail(documents.Problem!);
        var (both, alone) = (source.Examples(null), source.Alone());
        var meant = 0;
        foreach (var (document, number) in documents.Value)
        {
            both.Add(document, number);
            alone.Add(document, number);
            if (number.Gold) meant += document.Statements.Select(s => (s.Trigger, s.Type)).Distinct().Count();
        }
        var rules = both.Triggers.Where(e => e.Document.Gold).Select(e => (e.Label, e.ByRule)).ToList();
        List<Row> rows =
        [
            Of("rules alone", rules, meant),
            Learned("learned alone", alone.Words, source.Vectors, folds, meant),
            Learned("both", [.. both.Triggers.Select(e => ("", e)), .. both.Alone.Select(e => ("", e with { Document = e.Document with { Measured = false } }))], source.Vectors, folds, meant),
        ];
        var table = Table(rows);
        Console.Write(table);
        if (write is not null)
            ScoresPage.Update(write, "ablation", "What the rules bring and what is learned", table, note,
            [
                string.Create(CultureInfo.InvariantCulture, $"By word, over the {meant} annotated triggers of gold/train in {folds} parts, each measured with the others and all of lab/annotations trained on; triggers out of reach count as missed. Learned alone: every noun, verb and adjective that is a trigger anywhere in what is trained on, with its tree, names, vectors and the encoder's states, without entry, class or list of the codebook. Of both learned rows the leaning with the best typed F1."),
            ]);
        return 0;
    }

    // Trained on all but a part and measured on it, for each part; only words are asked that are a trigger somewhere in what is trained on.
    private static Row Learned(string name, IReadOnlyList<(string Lemma, Example Example)> all, WordVectors vectors, int folds, int meant)
    {
        var answers = Leanings.Select(_ => new List<(string, string)>()).ToArray();
        for (var fold = 0; fold < folds; fold++)
        {
            var kept = all.Where(e => !e.Example.Document.HeldOut(fold, folds)).ToList();
            var known = kept.Where(e => e.Example.Label != Judge.None).Select(e => e.Lemma).ToHashSet(StringComparer.Ordinal);
            var model = JudgeRecipe.Triggers(vectors, 1).Train([.. kept.Where(e => known.Contains(e.Lemma)).Select(e => e.Example)]);
            var none = model.Labels.IndexOf(Judge.None);
            foreach (var (_, example) in all.Where(e => e.Example.Document.HeldOut(fold, folds) && e.Example.Document.Measured && known.Contains(e.Lemma)))
            {
                var logits = JudgeMeasure.Logits(model, example, vectors);
                for (var l = 0; l < Leanings.Length; l++)
                {
                    logits[none] -= Leanings[l] - (l == 0 ? 0 : Leanings[l - 1]);
                    answers[l].Add((example.Label, model.Labels[Array.IndexOf(logits, logits.Max())]));
                }
            }
        }
        return answers.Select(a => Of(name, a, meant)).MaxBy(r => r.Typed)!;
    }

    private static Row Of(string name, IReadOnlyCollection<(string Meant, string Found)> answers, int meant)
    {
        var found = answers.Count(a => a.Found != Judge.None);
        var right = answers.Count(a => a.Found != Judge.None && a.Meant != Judge.None);
        var typed = answers.Count(a => a.Found != Judge.None && a.Meant == a.Found);
        return new Row(name, 100.0 * right / Math.Max(1, found), 100.0 * right / Math.Max(1, meant), 200.0 * right / Math.Max(1, found + meant), 200.0 * typed / Math.Max(1, found + meant));
    }

    private static int Fail(OnRecord.Language.Problem problem)
    {
        Console.Error.WriteLine(problem);
        return 1;
    }

    private static string Table(IEnumerable<Row> rows)
    {
        var text = new StringBuilder("| | precision | recall | detection F1 | typed F1 |\n|---|---:|---:|---:|---:|\n");
        foreach (var row in rows) text.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {row.Precision:0.0} | {row.Recall:0.0} | {row.Detection:0.0} | {row.Typed:0.0} |\n");
        return text.ToString();
    }
}
