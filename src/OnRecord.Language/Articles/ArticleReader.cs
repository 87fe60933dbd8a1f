using System.Collections.Immutable;
using System.Text;

namespace OnRecord.Language.Articles;

/// <summary>Makes articles of bytes: plain text, Markdown with a front matter block, HTML pages and JSON lines.</summary>
public static class ArticleReader
{
    /// <summary>The articles of a document in order, each an article or the reason why it could not be read; never empty.</summary>
    public static ImmutableArray<Outcome<Article>> Read(ReadOnlyMemory<byte> bytes, ArticleHints hints)
    {
        if (bytes.Length > hints.MaxBytes)
            return [new Problem($"is {bytes.Length:N0} bytes long, more than the limit of {hints.MaxBytes:N0}", hints.Where, "split it, or raise the limit")];
        if (bytes.IsEmpty) return [new Problem("is empty", hints.Where, "give a file that holds a report")];
        if (BinaryFormat.NameOf(bytes.Span) is { } binary)
            return [new Problem($"is {binary}, not text", hints.Where, "give plain text, Markdown, HTML or JSON lines")];

        var head = TextDecoder.Decode(bytes.Span[..Math.Min(bytes.Length, 4096)], hints.ContentType);
        var format = TextFormats.Recognise(head, hints);
        if (format == TextFormat.JsonLines) return JsonLines.Read(bytes, hints);
        var text = TextDecoder.Decode(bytes.Span, hints.ContentType);
        if (BinaryFormat.LooksBinary(text))
            return [new Problem("is not text: it holds many control characters", hints.Where, "give plain text, Markdown, HTML or JSON lines")];
        return [format == TextFormat.Html ? HtmlPage.Read(text, hints) : PlainText.Read(text, hints)];
    }

    /// <summary>The articles of a file; a file that cannot be opened is a problem as well.</summary>
    public static ImmutableArray<Outcome<Article>> ReadFile(string path, ArticleHints hints)
    {
        hints = hints with { Path = path };
        try
        {
            var file = new FileInfo(path);
            if (Directory.Exists(path)) return [new Problem("is a folder", path, "give the files in it")];
            if (!file.Exists) return [new Problem("there is no such file", path, "check the path")];
            if (file.Length > hints.MaxBytes)
                return [new Problem($"is {file.Length:N0} bytes long, more than the limit of {hints.MaxBytes:N0}", path, "split it, or raise the limit")];
            return Read(File.ReadAllBytes(path), hints);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // A link exists, as far as the folder tells, even where what it names does not.
            return [new Problem("is a link to a file that is not there", path, "check the path")];
        }
        catch (UnauthorizedAccessException)
        {
            return [new Problem("may not be read", path, "check its permissions")];
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            return [new Problem("cannot be read: " + OneLine(e.Message), path, "check the path and its permissions")];
        }
    }

    /// <summary>One line of JSON lines as UTF-8: the article, or why the line is not valid.</summary>
    public static Outcome<Article> ReadLine(ReadOnlySpan<byte> line, ArticleHints hints, int number = 1) => JsonLines.ReadLine(line, hints, number);

    /// <summary>An article from fields that are known already; the text is kept as it is, unpaired surrogates included.</summary>
    public static Outcome<Article> FromInput(ArticleInput input) => ArticleBuilder.Build(input, ArticleHints.None);

    internal static string OneLine(string message) => new StringBuilder(message).Replace('\r', ' ').Replace('\n', ' ').ToString().Trim();
}
