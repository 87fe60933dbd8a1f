using System.CommandLine;
using System.Text;
using OnRecord.Language.Articles;
using OnRecord.Statements;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Voices;

namespace OnRecord.Lab.Reading;

/// <summary><c>lab sayings</c>: text in, a line for each saying: the cue, who speaks, and what is said.</summary>
internal static class ShowSayings
{
    public static Command Create()
    {
        var home = new Option<string>("--home") { DefaultValueFactory = _ => AppContext.BaseDirectory, Description = "The folder that holds data/ and models/." };
        var command = new Command("sayings", "Reads text from standard input and lists who is said to say what.") { home };
        command.SetAction(r => Run(r.GetValue(home)!));
        return command;
    }

    private static int Run(string home)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        using var tools = new ReadingTools(Path.Combine(home, "data"), Path.Combine(home, "models"), 0, Console.Out);
        var codebook = CodebookReader.Read(Path.Combine(tools.Data, "codebook")).Value ?? throw new InvalidDataException("the codebook cannot be read");
        var article = ArticleReader.FromInput(new ArticleInput { Id = "input", Text = input.ReadToEnd() }).Value ?? throw new InvalidDataException("the text cannot be read");
        var read = tools.Reader.ReadWhole(article);
        var scene = new Scene(article, read.Parses, read.Mentions, codebook, null);
        foreach (var (saying, speaker) in new VoiceReader(scene).Spoken)
            Console.WriteLine($"{saying.CueSpan.Of(article.Text)} ({saying.Kind}, {saying.Stance}{(saying.Voiced ? "" : ", attitude")}{(saying.Nameless ? ", nameless" : "")}): {speaker.Source?.Name ?? "-"} < {speaker.Relay?.Name ?? "-"}: {string.Join(" ... ", saying.Content.Select(c => c.Of(article.Text)))}");
        return 0;
    }
}
