using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace OnRecord.Language.Articles;

/// <summary>The blocks of a text, and what they say of the article.</summary>
internal sealed record FoundBlocks(ImmutableArray<Block> Blocks, string? Title, string? Byline, string? Dateline, string? Agency, string? Outlet, string? Published);

/// <summary>Finds the blocks of any text by its lines.</summary>
internal sealed partial class BlockFinder
{
    // A dateline heads a report, a source in brackets ends it: further in, the same marks mean something else.
    private const int ParagraphsWithDateline = 3;

    private readonly string text;
    private readonly List<Lines.Piece> pieces;
    private readonly IReadOnlyList<BlockKind>? kinds;
    private readonly ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
    private int paragraphs;
    private string? title, byline, dateline, agency, outlet, published;
    private bool datelineFound;

    private BlockFinder(string text, string? title, string? dateline, IReadOnlyList<BlockKind>? kinds)
    {
        this.text = text;
        this.title = title;
        this.dateline = dateline;
        pieces = Lines.Pieces(text);
        this.kinds = kinds?.Count == pieces.Count ? kinds : null;
    }

    /// <summary>
    /// The blocks of <paramref name="text"/>; a known title and dateline help to find theirs. Where <paramref name="kinds"/> has one for each
    /// paragraph of a text that is one paragraph a line, its subheads and items are taken over.
    /// </summary>
    public static FoundBlocks Find(string text, string? title, string? dateline, IReadOnlyList<BlockKind>? kinds = null)
    {
        var finder = new BlockFinder(text, title, dateline, kinds);
        for (var i = 0; i < finder.pieces.Count; i++) finder.Add(i);
        finder.SplitSourceAtEnd();
        return new FoundBlocks(finder.blocks.DrainToImmutable(), finder.title, finder.byline, finder.dateline, finder.agency, finder.outlet, finder.published);
    }

    private ReadOnlySpan<char> Words(TextSpan span) => text.AsSpan(span.Start, span.Length);

    /// <summary>Adds a block without the white space at its ends.</summary>
    private void Put(BlockKind kind, TextSpan span)
    {
        var (from, to) = (span.Start, span.End);
        while (from < to && Lines.IsSpace(text[from])) from++;
        while (to > from && Lines.IsSpace(text[to - 1])) to--;
        if (from < to) blocks.Add(new Block(kind, new TextSpan(from, to)));
    }

    private void Add(int index)
    {
        var piece = pieces[index];
        var span = new TextSpan(piece.Start, piece.End);
        var words = Words(span);
        if (LineKinds.IsRule(words)) return;
        if (kinds?[index] is BlockKind.Subhead or BlockKind.ListItem)
        {
            Put(kinds[index], span);
            return;
        }
        if (LineKinds.HeadingMarks(words) is > 0 and var marks)
        {
            AddHeading(span with { Start = span.Start + marks });
            return;
        }
        if (LineKinds.ItemMarker(words) is > 0 and var mark)
        {
            Put(BlockKind.ListItem, span with { Start = span.Start + mark });
            return;
        }
        var kind = KindOf(index, words);
        Note(kind, span);
        if (kind != BlockKind.Paragraph) Put(kind, span);
        else AddParagraph(span);
    }

    private void AddHeading(TextSpan span)
    {
        var words = Words(span).TrimEnd("# ");
        span = span with { End = span.Start + words.Length };
        if (words.IsEmpty) return;
        var isTitle = paragraphs == 0 && (title is null || SameWords(words, title));
        if (isTitle) title ??= words.ToString();
        Put(isTitle ? BlockKind.Title : BlockKind.Subhead, span);
    }

    private BlockKind KindOf(int index, ReadOnlySpan<char> words)
    {
        if (paragraphs == 0 && title is not null && words.Length <= title.Length * 2 + 20 && SameWords(words, title)) return BlockKind.Title;
        if (LineKinds.IsDateplate(words)) return BlockKind.Dateplate;
        if (LineKinds.IsByline(words)) return BlockKind.Byline;
        if (LineKinds.IsCredit(words)) return BlockKind.Credit;
        if (LineKinds.IsCaption(words)) return BlockKind.Caption;
        if (title is null && paragraphs == 0 && IsHeadline(index, words)) return BlockKind.Title;
        return paragraphs > 0 && IsSubhead(index, words) ? BlockKind.Subhead : BlockKind.Paragraph;
    }

    // A first line without a full stop above at least two longer paragraphs.
    private bool IsHeadline(int index, ReadOnlySpan<char> words) =>
        words.Length <= 130 && words.Count(' ') is >= 2 and <= 20 && words[^1] is not ('.' or '!' or '"' or '”' or ')' or ':' or ';' or ',' or '…' or '?')
        && char.IsLetterOrDigit(words[^1]) && LongPiecesAfter(index, Math.Max(words.Length, 100)) >= 2;

    private int LongPiecesAfter(int index, int length)
    {
        var count = 0;
        for (var i = index + 1; i < pieces.Count && i <= index + 8; i++)
            if (pieces[i].End - pieces[i].Start > length) count++;
        return count;
    }

    private bool IsSubhead(int index, ReadOnlySpan<char> words) =>
        LineKinds.CanBeSubhead(words) && index + 1 < pieces.Count && index > 0
        && pieces[index + 1] is var next && next.End - next.Start > words.Length
        && (blocks.Count == 0 || blocks[^1].Span.Length > words.Length || blocks[^1].Kind != BlockKind.Paragraph);

    private void Note(BlockKind kind, TextSpan span)
    {
        switch (kind)
        {
            case BlockKind.Title: title ??= span.Of(text); break;
            case BlockKind.Byline: byline ??= LineKinds.BylineNames(span.Of(text)); break;
            case BlockKind.Credit: agency ??= LineKinds.AgencyIn(span.Of(text)); break;
            case BlockKind.Dateplate when paragraphs == 0: published ??= LineKinds.PlateDate(span.Of(text)); break;
            default: break;
        }
    }

    private void AddParagraph(TextSpan span)
    {
        if (!datelineFound && paragraphs < ParagraphsWithDateline && DatelineFinder.At(Words(span), dateline) is { } found)
        {
            datelineFound = true;
            dateline ??= found.Place;
            published ??= DatelineFinder.DayIn(Words(span)[..found.Length]);
            agency = found.Agency ?? agency;
            var end = span.Start + found.Length;
            Put(BlockKind.Dateline, span with { End = end });
            span = span with { Start = end };
        }
        Put(BlockKind.Paragraph, span);
        paragraphs++;
    }

    /// <summary>Sets off the names of outlets in brackets after the last full stop of the text: "... fled. (Reuters) (BBC)".</summary>
    private void SplitSourceAtEnd()
    {
        if (blocks.Count == 0 || blocks[^1] is not { Kind: BlockKind.Paragraph } last) return;
        var tail = Math.Max(last.Span.Start, last.Span.End - 200);
        var match = SourceAtEnd().Match(text[tail..last.Span.End]);
        if (!match.Success) return;
        var names = match.Groups["name"].Captures;
        var start = tail + match.Groups["all"].Index;
        var end = tail + match.Index + 1;
        if (end <= last.Span.Start) return;
        blocks[^1] = last with { Span = last.Span with { End = end } };
        Put(BlockKind.Credit, new TextSpan(start, last.Span.End));
        agency ??= names.Select(n => LineKinds.AgencyIn(n.Value)).FirstOrDefault(a => a is not null);
        if (names.Count == 1) outlet = names[0].Value;
    }

    private static bool SameWords(ReadOnlySpan<char> a, string b)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < a.Length && !char.IsLetterOrDigit(a[i])) i++;
            while (j < b.Length && !char.IsLetterOrDigit(b[j])) j++;
            if (i == a.Length || j == b.Length) return i == a.Length && j == b.Length;
            if (char.ToLowerInvariant(a[i++]) != char.ToLowerInvariant(b[j++])) return false;
        }
    }

    [GeneratedRegex(@"[.!?""”’']\s*(?<all>(?:\((?<name>\p{Lu}[\p{L}\p{M}\p{N}'’&.-]*(?:\s(?:via|of|the|and|&|in|for|\p{Lu}[\p{L}\p{M}\p{N}'’&.-]*|\p{N}+)){0,6})\)[\s,]*)+\.?)$")]
    private static partial Regex SourceAtEnd();
}
