using System.Collections.Immutable;
using OnRecord.Pictures;

namespace OnRecord.Views;

/// <summary>What a situation report shows.</summary>
/// <param name="Area">Only this place, first-order division or country, by name or ISO code; null: everywhere.</param>
/// <param name="Names">True to print the names of persons without a public role, which are left out otherwise.</param>
/// <param name="MaxLines">How many lines a section has at most; what is left out is counted. Who holds what has room for three times as many.</param>
/// <param name="WordsLength">How many characters of a report's words a reference gives at most.</param>
public sealed record ReportOptions(string? Area = null, bool Names = false, int MaxLines = 12, int WordsLength = 160);

/// <summary>A line of a report and the numbers of the references that it rests on; never without one.</summary>
public sealed record ReportLine(string Text, ImmutableArray<int> References)
{
    /// <summary>The id of what the line tells, for <c>explain</c>; of several told in one line the first.</summary>
    public string Id { get; init; } = "";
}

/// <summary>A part of a report: its lines, the weightiest of all that there are, how many more there are, and what is said where there are none, or of what a reader would ask and the record cannot answer.</summary>
public sealed record ReportSection(string Key, string Title, ImmutableArray<ReportLine> Lines, int LeftOut, string? Nothing);

/// <summary>Where a line's words stand: the entry, its outlet and day, and the words themselves; what the record does not know is null.</summary>
public sealed record Reference(int Number, string Entry, string? Outlet, DateOnly? Published, string? Title, string? Url, string? Words);

/// <summary>The state of things on a day, in sections, every line with references to the words it rests on.</summary>
public sealed record SituationReport
{
    /// <summary>The day whose state it shows.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Only what was known by this day counts, or null.</summary>
    public DateOnly? KnownAt { get; init; }

    /// <summary>Where it tells of changes: the day that they are counted from, else null.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The area it is about, or null.</summary>
    public string? Area { get; init; }

    /// <summary>The sections, in fixed order.</summary>
    public required ImmutableArray<ReportSection> Sections { get; init; }

    /// <summary>The references, numbered from 1.</summary>
    public required ImmutableArray<Reference> References { get; init; }

    /// <summary>The report of a picture.</summary>
    public static SituationReport Of(Picture picture, ReportOptions options) => ReportBuilder.Build(picture, options);

    /// <summary>What changed from one picture to a later one, on whose word.</summary>
    public static SituationReport Diff(Picture before, Picture after, ReportOptions options) => ReportDiff.Build(before, after, options);

    /// <summary>As plain text for a terminal of <paramref name="width"/> columns; no colours.</summary>
    public string ToText(int width = 100) => ReportText.Render(this, width);

    /// <summary>As Markdown.</summary>
    public string ToMarkdown() => ReportMarkdown.Render(this);

    /// <summary>As JSON, UTF-8; the same report always gives the same bytes.</summary>
    public byte[] ToJson() => ReportJson.Render(this);
}
