using System.CommandLine;

namespace OnRecord.Lab.Scores;

/// <summary><c>lab score names</c>: finds names in annotated sentences, and compares with them.</summary>
internal static class ScoreNames
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Sentences with names in IOB2.", Arity = ArgumentArity.OneOrMore };
        var model = LabModel.Option();
        var json = new Option<bool>("--json") { Description = "Print JSON with precision, recall and counts." };
        var write = new Option<string?>("--write") { Description = "The page whose section is to be brought up to date." };
        var note = new Option<string?>("--note") { Description = "A word on the model or the data, for the page." };
        var command = new Command("names", "Scores names by exact span and kind, on gold words.") { files, model, json, write, note };
        command.SetAction(r => Run(r.GetValue(files)!, r.GetValue(model)!, r.GetValue(json), r.GetValue(write), r.GetValue(note)));
        return command;
    }

    private static int Run(string[] files, string model, bool json, string? write, string? note)
    {
        var loaded = LabModel.Load(model);
        if (loaded.Value is not { } parser) return LabModel.Fail(loaded.Problem!);
        using var closing = parser;
        List<FileScores> scores = [];
        foreach (var file in files)
        {
            var read = Iob2.ReadFile(file);
            if (read.Value is not { } gold) return LabModel.Fail(read.Problem!);
            var parses = parser.Parse([.. gold.Sentences.Select(s => s.Sentence)]);
            scores.Add(new(ScoreLanguage.Shown(file), NameScores.Of(gold.Sentences.Zip(parses, (s, p) => (s.Names, p.Names)))));
        }
        if (json) Console.WriteLine(Report.Json(scores, []));
        else Console.Write(Report.Table(scores));
        if (write is not null) ScoresPage.Update(write, "names", "Names on gold words", Report.Table(scores), note, []);
        return 0;
    }
}
