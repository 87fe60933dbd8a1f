namespace OnRecord.Language.Articles;

/// <summary>What is known about a document from outside it; what the document says of itself comes first, except for the identity.</summary>
public sealed record ArticleHints
{
    /// <summary>No hints.</summary>
    public static ArticleHints None { get; } = new();

    /// <summary>The identity to give; ignored where a document holds several articles.</summary>
    public string? Id { get; init; }

    /// <summary>The path of the file, for recognising the format and for messages.</summary>
    public string? Path { get; init; }

    /// <summary>The address it was fetched from.</summary>
    public string? Url { get; init; }

    /// <summary>The media type as HTTP gives it, with its charset ("text/html; charset=utf-8").</summary>
    public string? ContentType { get; init; }

    /// <summary>Who published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>The day of publication.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The language as an ISO 639-1 code.</summary>
    public string? Language { get; init; }

    /// <summary>The largest document that is read, in bytes.</summary>
    public int MaxBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How messages name the document.</summary>
    public string Where => Path ?? Url ?? Id ?? "input";
}

/// <summary>An article whose fields are known already: what <see cref="ArticleReader.FromInput"/> takes.</summary>
public sealed record ArticleInput
{
    /// <summary>The text; it is never altered.</summary>
    public required string Text { get; init; }

    /// <summary>The identity, or null to take the address or a hash of the text.</summary>
    public string? Id { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>Who published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Byline { get; init; }

    /// <summary>The place at its head.</summary>
    public string? Dateline { get; init; }

    /// <summary>The day or moment of publication, as written.</summary>
    public string? Published { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Url { get; init; }

    /// <summary>The language as an ISO 639-1 code.</summary>
    public string? Language { get; init; }
}
