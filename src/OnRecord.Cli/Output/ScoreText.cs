using System.Globalization;
using OnRecord.Scores;

namespace OnRecord.Cli.Output;

/// <summary>Figures of a score for people, for programs and for a document.</summary>
internal static class ScoreText
{
    /// <summary>The figures as aligned lines, with errors below.</summary>
    public static void Write(TextWriter output, ScoreReport report, IReadOnlyList<ScoreError> errors)
    {
        output.WriteLine($"{report.Documents} documents, {report.Detection.Gold} statements meant, {report.Detection.Found} found");
        output.WriteLine();
        output.WriteLine($"{"",-12}{"precision",10}{"recall",10}{"F1",10}");
        foreach (var (name, tally) in Headlines(report))
            output.WriteLine($"{name,-12}{Percent(tally.Precision),10}{Percent(tally.Recall),10}{Percent(tally.F1),10}");
        output.WriteLine();
        output.WriteLine($"over the {report.Detection.Right} pairs: {string.Join(", ", report.Fields.Select(f => $"{f.Field} {Percent(f.Accuracy)}"))}");
        output.WriteLine();
        output.WriteLine($"{"type",-18}{"meant",8}{"found",8}{"detected",10}{"typed F1",10}{"strict F1",10}");
        foreach (var type in report.Types)
            output.WriteLine($"{type.Type,-18}{type.Typed.Gold,8}{type.Typed.Found,8}{type.Detected,10}{Percent(type.Typed.F1),10}{Percent(type.Strict.F1),10}");
        foreach (var error in errors)
        {
            output.WriteLine();
            output.WriteLine($"{Label(error.Kind)} {error.Type} in {error.Document}");
            output.WriteLine($"  {error.Context}");
            foreach (var field in error.Fields) output.WriteLine($"  {field.Field}: {Shown(field.Found)}, meant {Shown(field.Gold)}");
        }
    }

    /// <summary>The figures and errors as one JSON object; figures from 0 to 1.</summary>
    public static string Json(ScoreReport report, IReadOnlyList<ScoreError> errors) => new JsonWriter().Object(o =>
    {
        o.Name("documents").Value(report.Documents);
        foreach (var (name, tally) in Headlines(report)) o.Name(name).Object(t => Tally(t, tally));
        o.Name("fields").Object(f =>
        {
            foreach (var (field, accuracy) in report.Fields) f.Name(field).Value(Math.Round(accuracy, 4));
        });
        o.Name("types").Array(report.Types, (json, type) => json.Object(t =>
        {
            t.Name("type").Value(type.Type).Name("detected").Value(type.Detected);
            t.Name("typed").Object(x => Tally(x, type.Typed)).Name("strict").Object(x => Tally(x, type.Strict));
        }));
        o.Name("errors").Array(errors, (json, e) => json.Object(x => x
            .Name("document").Value(e.Document).Name("kind").Value(Label(e.Kind)).Name("type").Value(e.Type)
            .Name("trigger").Object(t => t.Name("start").Value(e.Trigger.Start).Name("end").Value(e.Trigger.End).Name("text").Value(e.TriggerText))
            .Name("context").Value(e.Context)
            .Name("fields").Array(e.Fields, (fields, f) => fields.Object(y => y.Name("field").Value(f.Field).Name("gold").Value(f.Gold).Name("found").Value(f.Found)))));
    }).ToString();

    /// <summary>The three headline figures by name.</summary>
    public static IEnumerable<(string Name, Tally Tally)> Headlines(ScoreReport report) => [("detection", report.Detection), ("typed", report.Typed), ("strict", report.Strict)];

    /// <summary>A figure as it is shown: in hundredths, one decimal.</summary>
    public static string Percent(double figure) => (100 * figure).ToString("0.0", CultureInfo.InvariantCulture);

    private static void Tally(JsonWriter json, Tally tally) => json
        .Name("right").Value(tally.Right).Name("found").Value(tally.Found).Name("gold").Value(tally.Gold)
        .Name("precision").Value(Math.Round(tally.Precision, 4)).Name("recall").Value(Math.Round(tally.Recall, 4)).Name("f1").Value(Math.Round(tally.F1, 4));

    private static string Shown(string value) => value.Length > 0 ? value : "nothing";

    private static string Label(ScoreErrorKind kind) => kind switch
    {
        ScoreErrorKind.Missed => "missed",
        ScoreErrorKind.Spurious => "spurious",
        ScoreErrorKind.Wrong => "wrong",
        _ => "minor",
    };
}
