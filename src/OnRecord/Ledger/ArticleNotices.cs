using System.Buffers;
using System.Text.RegularExpressions;

namespace OnRecord.Ledger;

/// <summary>What an article says of itself, or what the record says of it beside its other contents.</summary>
public enum ArticleChange : byte
{
    /// <summary>The first content on record.</summary>
    First,
    /// <summary>Another content than before, without a word about why.</summary>
    Changed,
    /// <summary>It says that it corrects what was published before.</summary>
    Corrected,
    /// <summary>It says that the report was withdrawn.</summary>
    Withdrawn,
}

/// <summary>A notice in an article that it was corrected or withdrawn, and the words that say so.</summary>
public sealed record ArticleNotice(ArticleChange Change, string Words);

/// <summary>Finds notices of correction and withdrawal in the headline and at the head and foot of the text.</summary>
public static partial class ArticleNotices
{
    private const int Edge = 1500;

    // One of these stands in every notice.
    private static readonly SearchValues<string> Signs = SearchValues.Create(["retract", "withdr", "correct", "clarif", "refile", "version of this", "amended"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The notice of an article, withdrawal before correction, or null.</summary>
    public static ArticleNotice? Of(ArticleEntry article)
    {
        // Nearly all articles hold none of these, and that is seen at a glance.
        if (!(article.Title ?? "").AsSpan().ContainsAny(Signs) && !article.Text.AsSpan().ContainsAny(Signs)) return null;
        var title = article.Title ?? "";
        if (Match(WithdrawnTitle(), title) is { } withdrawn) return new ArticleNotice(ArticleChange.Withdrawn, withdrawn);
        if (Match(CorrectedTitle(), title) is { } corrected) return new ArticleNotice(ArticleChange.Corrected, corrected);
        var (head, foot) = (article.Text[..Math.Min(Edge, article.Text.Length)], article.Text[Math.Max(Math.Min(Edge, article.Text.Length), article.Text.Length - Edge)..]);
        if ((Match(WithdrawnText(), head) ?? Match(WithdrawnText(), foot)) is { } taken) return new ArticleNotice(ArticleChange.Withdrawn, taken);
        return (Match(CorrectedText(), head) ?? Match(CorrectedText(), foot)) is { } mended ? new ArticleNotice(ArticleChange.Corrected, mended) : null;
    }

    private static string? Match(Regex form, string text) => form.Match(text) is { Success: true } match ? match.Value.Trim() : null;

    [GeneratedRegex(@"^\W*(retract(ed|ion|s)|withdrawn|withdrawal|withdraws)\s*[:\-–—|(\]]|[(\[](retracted|withdrawn)[)\]]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WithdrawnTitle();

    [GeneratedRegex(@"^\W*(correct(ed|ion|s)|clarification|refile)\s*(\(\w+\))?\s*[:\-–—|]|[(\[](corrected|correction)[)\]]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CorrectedTitle();

    [GeneratedRegex(@"\b(this|the) (article|story|report|item|dispatch|post) (has been|was|is) (now )?(retracted|withdrawn)\b|\b(has|have) (retracted|withdrawn) (this|the|its|our) (article|story|report|item|dispatch)\b|^\W*(retraction|withdrawal)\s*:",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex WithdrawnText();

    [GeneratedRegex(@"(?<=^|[.!?]\s)\W*(corrections?|clarification)( \([^)\n]{1,40}\))?\s*:|\b(an?|the) (earlier|previous) version of this (article|story|report|item|dispatch)\b|\bthis (article|story|report|item|dispatch) (has been|was) (corrected|amended)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex CorrectedText();
}
