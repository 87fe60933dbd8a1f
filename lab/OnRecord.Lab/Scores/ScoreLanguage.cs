using System.Collections.Immutable;
using System.CommandLine;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;

namespace OnRecord.Lab.Scores;

/// <summary><c>lab score language</c>: cuts and parses the text of treebanks, and compares with them.</summary>
internal static class ScoreLanguage
{
    private const int CutScores = 3;

    private sealed record Inputs(string[] Files, string Model, bool GoldTokens, bool Cut, bool Json, bool Speed, bool Differences, string? Write, string? Note);

    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Treebanks in CoNLL-U.", Arity = ArgumentArity.OneOrMore };
        var model = LabModel.Option();
        var gold = new Option<bool>("--gold-tokens") { Description = "Start from the treebank's own sentences and words, not from raw text." };
        var cut = new Option<bool>("--cut") { Description = "Measure the cut into sentences and words alone; needs no model." };
        var json = new Option<bool>("--json") { Description = "Print JSON with precision, recall and counts." };
        var speed = new Option<bool>("--speed") { Description = "Measure words a second, beside a fixed computation." };
        var differences = new Option<bool>("--differences") { Description = "Print where the cut differs." };
        var write = new Option<string?>("--write") { Description = "The page whose section is to be brought up to date." };
        var note = new Option<string?>("--note") { Description = "A word on the model or the data, for the page." };
        var command = new Command("language", "Scores sentences, words, tags, lemmas and trees as the CoNLL 2018 shared task did.") { files, model, gold, cut, json, speed, differences, write, note };
        command.SetAction(r => Run(new(r.GetValue(files)!, r.GetValue(model)!, r.GetValue(gold), r.GetValue(cut), r.GetValue(json), r.GetValue(speed), r.GetValue(differences), r.GetValue(write), r.GetValue(note))));
        return command;
    }

    private static int Run(Inputs inputs)
    {
        Parser? parser = null;
        if (!inputs.Cut)
        {
            var loaded = LabModel.Load(inputs.Model);
            if (loaded.Problem is { } missing) return LabModel.Fail(missing);
            parser = loaded.Value;
        }
        using var closing = parser;
        List<FileScores> scores = [];
        List<SpeedScore> speeds = [];
        foreach (var file in inputs.Files)
        {
            var read = Conllu.ReadFile(file);
            if (read.Value is not { } bank) return LabModel.Fail(read.Problem!);
            var system = Analyse(bank.Sentences, parser, inputs.GoldTokens);
            var score = Conll18.Of(bank.Sentences, system);
            if (score.Value is not { } found) return LabModel.Fail(score.Problem!);
            scores.Add(new(Shown(file), parser is null ? found.Scores[..CutScores] : found.Scores));
            if (inputs.Differences) Differences.Write(Console.Out, bank.Sentences, system);
            if (inputs.Speed && speeds.Count == 0) speeds.AddRange(Speeds(bank.Sentences, parser));
        }
        if (inputs.Json) Console.WriteLine(Report.Json(scores, speeds));
        else
        {
            Console.Write(Report.Table(scores));
            foreach (var speed in speeds) Console.WriteLine(Speed.Line(speed));
        }
        if (inputs.Write is { } page)
            ScoresPage.Update(page, inputs.GoldTokens ? "language-gold" : inputs.Cut ? "cut" : "language",
                inputs.GoldTokens ? "Tags and trees on gold words" : inputs.Cut ? "Sentences and words from raw text" : "Language core from raw text", Report.Table(scores), inputs.Note, speeds.Select(Speed.Line));
        return 0;
    }

    /// <summary>What the product makes of a treebank's text; without a parser, its cut alone.</summary>
    internal static IReadOnlyList<ConlluSentence> Analyse(ImmutableArray<ConlluSentence> gold, IParser? parser, bool goldTokens)
    {
        if (goldTokens && parser is not null)
            return [.. gold.Zip(parser.Parse([.. gold.Select(GoldTokens.Of)]), GoldTokens.With)];
        if (goldTokens) return gold;
        var sentences = SentenceSplitter.Split(Conllu.RawText(gold));
        return [.. (parser is null ? sentences.Select(Unparsed) : parser.Parse(sentences)).Select(Conllu.Of)];
    }

    private static Parse Unparsed(Sentence sentence) => new()
    {
        Sentence = sentence,
        Names = [],
        Words = [.. Enumerable.Range(0, sentence.Tokens.Length).Select(i => new Word(sentence.Form(i).ToString(), "_", Upos.X, "_", "_", i - 1, "dep"))],
    };

    private static IEnumerable<SpeedScore> Speeds(ImmutableArray<ConlluSentence> gold, IParser? parser)
    {
        var raw = Conllu.RawText(gold);
        yield return Speed.Measure("Sentences and words", () => SentenceSplitter.Split(raw).Sum(s => s.Tokens.Length));
        if (parser is not null)
            yield return Speed.Measure("Raw text to trees and names", () => parser.Parse(SentenceSplitter.Split(raw)).Sum(p => p.Words.Length));
    }

    // "ud-ewt/dev" says enough of ".../ud-ewt/dev.conllu".
    internal static string Shown(string path) =>
        $"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))}/{Path.GetFileNameWithoutExtension(path)}";
}
