using System.CommandLine;
using OnRecord.Language.Parses;

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
        var errors = new Option<int>("--errors") { Description = "Print so many names that were missed, or found where there is none." };
        var command = new Command("names", "Scores names by exact span and kind, on gold words.") { files, model, json, write, note, errors };
        command.SetAction(r => Run(r.GetValue(files)!, r.GetValue(model)!, r.GetValue(json), r.GetValue(write), r.GetValue(note), r.GetValue(errors)));
        return command;
    }

    private static int Run(string[] files, string model, bool json, string? write, string? note, int errors)
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
            foreach (var error in gold.Sentences.Zip(parses).SelectMany(p => Errors(p.First, p.Second)).Take(errors)) Console.WriteLine(error);
            scores.Add(new(ScoreLanguage.Shown(file), NameScores.Of(gold.Sentences.Zip(parses, (s, p) => (s.Names, p.Names)))));
        }
        if (json) Console.WriteLine(Report.Json(scores, []));
        else Console.Write(Report.Table(scores));
        if (write is not null) ScoresPage.Update(write, "names", "Names on gold words", Report.Table(scores), note, []);
        return 0;
    }

    // Kind meant and found ("-" for none), the name, and the sentence.
    private static IEnumerable<string> Errors(NamedSentence gold, Parse found)
    {
        var given = found.Names.Where(n => n.Kind != NameKind.Other).ToList();
        foreach (var name in gold.Names.Union(given).Except(gold.Names.Intersect(given)).OrderBy(n => n.Start))
            yield return $"{(gold.Names.Contains(name) ? name.Kind : "-")}\t{(given.Contains(name) ? name.Kind : "-")}\t{string.Join(' ', found.Words[name.Start..name.End].Select(w => w.Form))}\t{string.Join(' ', found.Words.Select(w => w.Form))}";
    }
}
