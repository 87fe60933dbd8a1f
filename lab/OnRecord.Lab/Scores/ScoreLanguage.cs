using System.CommandLine;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;

namespace OnRecord.Lab.Scores;

internal static class ScoreLanguage
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Arity = ArgumentArity.OneOrMore };
        var show = new Option<bool>("--show");
        var command = new Command("language", "Scores.") { files, show };
        command.SetAction(r =>
        {
            foreach (var file in r.GetValue(files)!)
            {
                var bank = Conllu.ReadFile(file);
                if (bank.Value is null) { Console.Error.WriteLine(bank.Problem); return 1; }
                var raw = Conllu.RawText(bank.Value.Sentences);
                var system = SentenceSplitter.Split(raw).Select(s => Conllu.Of(new Parse { Sentence = s, Names = [], Words = [.. Enumerable.Range(0, s.Tokens.Length).Select(i => new Word(s.Form(i).ToString(), "_", Upos.X, "_", "_", i - 1, "dep"))] })).ToList();
                var score = Conll18.Of(bank.Value.Sentences, system);
                if (score.Value is null) { Console.Error.WriteLine(score.Problem); return 1; }
                Console.WriteLine(file);
                foreach (var s in score.Value.Scores.Take(3)) Console.WriteLine($"{s.Name,-10} {s.Precision:F2} {s.Recall:F2} {s.F1:F2}  {s.Gold} {s.System} {s.Correct}");
                if (r.GetValue(show)) Differences.Write(bank.Value.Sentences, system);
            }
            return 0;
        });
        return command;
    }
}
