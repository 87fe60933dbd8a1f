using System.Collections.Immutable;
using OnRecord.Language;
using OnRecord.Language.Articles;

namespace OnRecord.Cli.Inputs;

/// <summary>Something that can be read on any thread: a file, a page, or one line of a file of lines. <paramref name="Input"/> counts the inputs from 0.</summary>
internal sealed record WorkUnit(int Input, string Where, Func<ImmutableArray<Outcome<Article>>> Load)
{
    /// <summary>The units of all inputs in order; what cannot be opened is a unit that gives its problem.</summary>
    public static IEnumerable<WorkUnit> Of(IReadOnlyList<Outcome<Input>> inputs, Surroundings s)
    {
        for (var i = 0; i < inputs.Count; i++)
        {
            var number = i;
            if (inputs[i].Value is not { } input)
            {
                yield return Failed(number, inputs[i].Problem!);
                continue;
            }
            switch (input.Kind)
            {
                case InputKind.Url:
                    yield return new WorkUnit(number, input.Name, () => s.Fetch(input.Name));
                    break;
                case InputKind.Pipe:
                    foreach (var unit in Pipe(number, s)) yield return unit;
                    break;
                default:
                    if (!input.IsLines) yield return new WorkUnit(number, input.Name, () => ArticleReader.ReadFile(input.Name, ArticleHints.None));
                    else
                        foreach (var unit in LinesOf(number, input.Name)) yield return unit;
                    break;
            }
        }
    }

    // Lines of JSON are read as they come; anything else is one document.
    private static IEnumerable<WorkUnit> Pipe(int number, Surroundings s)
    {
        const string Where = "pipe";
        var stream = new PeekStream(s.In());
        if (stream.FirstByte() == '{') return Lines(number, stream, Where);
        var bytes = stream.ReadAtMost(ArticleHints.None.MaxBytes + 1);
        return [new WorkUnit(number, Where, () => ArticleReader.Read(bytes, ArticleHints.None with { Path = Where }))];
    }

    private static IEnumerable<WorkUnit> LinesOf(int number, string path)
    {
        FileStream stream;
        try
        {
            stream = File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Failed(number, new Problem(File.Exists(path) ? "the file cannot be opened" : "there is no such file", path, "check the path and its permissions"))];
        }
        return Lines(number, stream, path);
    }

    private static IEnumerable<WorkUnit> Lines(int number, Stream stream, string where)
    {
        var any = false;
        using (stream)
            foreach (var line in LineSource.Lines(stream))
            {
                any = true;
                var at = $"{where}:{line.Number}";
                yield return line.Cut
                    ? Failed(number, new Problem($"is longer than {LineSource.MaxLine:N0} bytes", at, "cut the article into parts"))
                    : new WorkUnit(number, at, () => [ArticleReader.ReadLine(line.Bytes.Span, ArticleHints.None with { Path = where }, line.Number)]);
            }
        if (!any) yield return Failed(number, new Problem("is empty", where, "give a file that holds a report"));
    }

    private static WorkUnit Failed(int number, Problem problem) => new(number, problem.Where, () => [problem]);
}
