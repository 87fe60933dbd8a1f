using System.CommandLine;
using OnRecord.Cli.Inputs;
using OnRecord.Cli.Output;
using OnRecord.Language;
using OnRecord.Language.Articles;
using OnRecord.Ledger;

namespace OnRecord.Cli.Verbs;

/// <summary><c>extract</c>: the pure function for pipelines, JSON lines in, JSON lines out; docs/reference/extract.md is its contract.</summary>
internal static class ExtractVerb
{
    public static Command Create(Surroundings s)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.ZeroOrMore, Description = "Files of JSON lines, globs, or - for the pipe (the default)." };
        var command = new Command("extract", "Reads articles as JSON lines and writes their statements as JSON lines, in the same order; touches no record.") { files };
        command.SetAction(parsed => Run(s, parsed.GetValue(files) is { Length: > 0 } names ? names : ["-"]));
        return command;
    }

    private static int Run(Surroundings s, string[] names)
    {
        var loaded = s.Reader();
        if (loaded.Value is not { } reader) return s.Fail(loaded.Problem!, ExitCodes.Data);
        var opened = 0;
        var output = new BufferedStream(s.OutBytes, 1 << 16);
        var answers = OrderedParallel.Select(Lines(), item => Answer(item.Line, item.Where, reader), ahead: 2 * Environment.ProcessorCount + 2, idle: output.Flush, s.Stop);
        foreach (var answer in answers) output.Write(answer);
        output.Flush();
        return opened > 0 ? ExitCodes.Done : ExitCodes.Nothing;

        IEnumerable<(Line Line, string Where)> Lines()
        {
            foreach (var input in Input.Expand(names))
            {
                if (input.Value is not { } file || Open(s, file) is not { } stream)
                {
                    if (input.Problem is { } problem) s.Say(problem);
                    continue;
                }
                opened++;
                using (stream)
                    foreach (var line in LineSource.Lines(stream)) yield return (line, file.Kind == InputKind.Pipe ? "line" : file.Name);
            }
        }
    }

    private static Stream? Open(Surroundings s, Input input)
    {
        try
        {
            switch (input.Kind)
            {
                case InputKind.Pipe: return s.In();
                case InputKind.File: return File.OpenRead(input.Name);
                default:
                    s.Say(new Problem("extract reads no addresses", input.Name, "use onrecord read"));
                    return null;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            s.Say(new Problem(File.Exists(input.Name) ? "the file cannot be opened" : "there is no such file", input.Name, "check the path and its permissions"));
            return null;
        }
    }

    private static byte[] Answer(Line line, string where, IReader reader)
    {
        var id = JsonId.Of(line.Bytes.Span);
        if (line.Cut) return Failure(id, new Problem($"is longer than {LineSource.MaxLine:N0} bytes", $"{where}:{line.Number}", "cut the article into parts"));
        var read = ArticleReader.ReadLine(line.Bytes.Span, ArticleHints.None with { Path = where }, line.Number);
        if (read.Value is not { } article) return Failure(id, read.Problem!);
        var found = Reading.Of(article, reader, $"{where}:{line.Number}");
        if (found.Problem is { } problem) return Failure(id, problem);
        var entry = ArticleEntry.Of(article, DateTimeOffset.UnixEpoch);
        return new JsonWriter().Object(o => o
            .Name("id").Raw(id ?? new JsonWriter().Value(article.Id).ToString())
            .Name("statements").Array(found.Statements, (json, statement) => json.Statement(entry.Entry(statement).Statement, article.Text))).Line();
    }

    private static byte[] Failure(string? id, Problem problem) => new JsonWriter().Object(o => o
        .Name("id").Raw(id ?? "null").Name("statements").Array(Array.Empty<int>(), (_, _) => { }).Name("error").Value(problem.ToString())).Line();
}
