using System.CommandLine;
using System.Globalization;
using System.Text;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;

namespace OnRecord.Lab.Scores;

/// <summary><c>lab parse</c>: text in, CoNLL-U out.</summary>
internal static class ParseText
{
    public static Command Create()
    {
        var model = LabModel.Option();
        var words = new Option<bool>("--words") { Description = "Only cut: one sentence a line, its words parted by spaces; needs no model." };
        var command = new Command("parse", "Reads text from standard input and writes CoNLL-U.") { model, words };
        command.SetAction(r => Run(r.GetValue(model)!, r.GetValue(words)));
        return command;
    }

    private static int Run(string model, bool wordsOnly)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        var text = input.ReadToEnd();
        if (wordsOnly)
        {
            foreach (var sentence in SentenceSplitter.Split(text)) output.Write(string.Join(' ', Enumerable.Range(0, sentence.Tokens.Length).Select(i => sentence.Form(i).ToString())) + "\n");
            return 0;
        }
        var loaded = LabModel.Load(model);
        if (loaded.Value is not { } parser) return LabModel.Fail(loaded.Problem!);
        using var closing = parser;
        var id = 0;
        foreach (var parse in parser.Parse(SentenceSplitter.Split(text))) Conllu.Write(output, parse, (++id).ToString(CultureInfo.InvariantCulture));
        return 0;
    }
}
