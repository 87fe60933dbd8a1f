using OnRecord.Language;

namespace OnRecord.Cli.Inputs;

/// <summary>What kind of thing an argument names.</summary>
internal enum InputKind { File, Url, Pipe }

/// <summary>One thing to read.</summary>
internal sealed record Input(InputKind Kind, string Name)
{
    private static readonly string[] Extensions = [".txt", ".md", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson"];

    /// <summary>True where it holds an article on each line.</summary>
    public bool IsLines => Kind == InputKind.File && Path.GetExtension(Name).ToLowerInvariant() is ".jsonl" or ".ndjson";

    /// <summary>What the arguments name, in their order: paths, globs, folders with all reports below them, addresses, or "-" for what is piped in.</summary>
    public static IEnumerable<Outcome<Input>> Expand(IEnumerable<string> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument == "-") yield return new Input(InputKind.Pipe, "the pipe");
            else if (argument.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || argument.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
                yield return new Input(InputKind.Url, argument);
            else if (Directory.Exists(argument))
                foreach (var input in Folder(argument)) yield return input;
            else if (File.Exists(argument) || !Glob.Is(argument)) yield return new Input(InputKind.File, argument);
            else
            {
                var any = false;
                foreach (var path in Glob.Match(argument))
                {
                    any = true;
                    yield return new Input(InputKind.File, path);
                }
                if (!any) yield return new Problem("no file has a name of this form", argument, "check the path; quote it so that the shell leaves it alone");
            }
        }
    }

    private static IEnumerable<Outcome<Input>> Folder(string folder)
    {
        List<string> paths;
        Problem? problem = null;
        try
        {
            var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
            paths = [.. Directory.EnumerateFiles(folder, "*", options).Where(path => Extensions.Contains(Path.GetExtension(path).ToLowerInvariant())).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            paths = [];
            problem = new Problem("the folder cannot be read", folder, "check its permissions");
        }
        if (paths.Count == 0) yield return problem ?? new Problem("no reports in this folder", folder, $"reports are files that end in {string.Join(", ", Extensions)}; other files can be named one by one");
        foreach (var path in paths) yield return new Input(InputKind.File, path);
    }
}
