using System.Collections.Immutable;

namespace OnRecord.Language.Articles;

/// <summary>One published report: its text untouched, and what is known about it; what is not known is null.</summary>
public sealed record Article
{
    /// <summary>The identity given by whoever handed the report in, or the hash of its content.</summary>
    public required string Id { get; init; }

    /// <summary>The text as it came; every position in OnRecord refers to it.</summary>
    public required string Text { get; init; }

    /// <summary>The blocks of <see cref="Text"/> in order, without overlap; what is in no block is white space or boilerplate.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>The headline, which need not occur in <see cref="Text"/>.</summary>
    public string? Title { get; init; }

    /// <summary>Who published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>Who wrote it, as printed.</summary>
    public string? Byline { get; init; }

    /// <summary>The place named at the head of the report, as printed.</summary>
    public string? Dateline { get; init; }

    /// <summary>The agency whose story this is, where a credit line or the dateline says so ("AP", "Reuters").</summary>
    public string? Agency { get; init; }

    /// <summary>The day of publication.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The moment of publication, where a time is known.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The language as an ISO 639-1 code.</summary>
    public string? Language { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Url { get; init; }
}

/// <summary>What part of a report a block is; only <see cref="Paragraph"/>, <see cref="ListItem"/> and <see cref="Subhead"/> are read for statements.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,
    /// <summary>The headline.</summary>
    Title,
    /// <summary>A heading within the report.</summary>
    Subhead,
    /// <summary>A line that names the author.</summary>
    Byline,
    /// <summary>The place and agency at the head of the first paragraph ("KABUL, Aug 13 (Reuters) -").</summary>
    Dateline,
    /// <summary>The words under a picture.</summary>
    Caption,
    /// <summary>A line that credits an agency or names who posted the report.</summary>
    Credit,
    /// <summary>An item of a list.</summary>
    ListItem,
    /// <summary>A line that holds only the date or the time of publication.</summary>
    Dateplate,
}

/// <summary>A stretch of an article's text and what it is.</summary>
public readonly record struct Block(BlockKind Kind, TextSpan Span);
