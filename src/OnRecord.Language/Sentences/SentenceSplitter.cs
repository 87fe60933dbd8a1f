using System.Collections.Immutable;
using System.Runtime.InteropServices;
using OnRecord.Language.Articles;

namespace OnRecord.Language.Sentences;

/// <summary>Cuts an article's blocks into sentences and words as Universal Dependencies does.</summary>
public static class SentenceSplitter
{
    private const int MostWords = 400;

    /// <summary>The sentences of the blocks that hold running text (paragraphs, list items, subheads), in order.</summary>
    public static ImmutableArray<Sentence> Split(Article article)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var scanner = new WordScanner(article.Text);
        for (var i = 0; i < article.Blocks.Length; i++)
            if (article.Blocks[i].Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Subhead)
                AddStretches(scanner, article.Text, article.Blocks[i].Span, i, sentences);
        return sentences.DrainToImmutable();
    }

    /// <summary>The sentences of a text without known blocks; blank lines end a sentence.</summary>
    public static ImmutableArray<Sentence> Split(string text)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        AddStretches(new WordScanner(text), text, new(0, text.Length), -1, sentences);
        return sentences.DrainToImmutable();
    }

    // A stretch is what stands between blank lines.
    private static void AddStretches(WordScanner scanner, string text, TextSpan span, int block, ImmutableArray<Sentence>.Builder sentences)
    {
        var start = span.Start;
        while (start < span.End)
        {
            var end = start;
            while (end < span.End)
            {
                if (!Lines.IsBreak(text[end]))
                {
                    end++;
                    continue;
                }
                var (next, breaks) = (end, 0);
                for (; next < span.End && Chars.IsBlank(text[next]); next++)
                    if (Lines.IsBreak(text[next]) && !(text[next] == '\n' && next > 0 && text[next - 1] == '\r')) breaks++;
                if (breaks > 1) break;
                end = next;
            }
            while (end > start && Chars.IsBlank(text[end - 1])) end--;
            Add(text, scanner.Scan(start, end), block, sentences);
            start = end;
            while (start < span.End && Chars.IsBlank(text[start])) start++;
        }
    }

    private static void Add(string text, List<Piece> pieces, int block, ImmutableArray<Sentence>.Builder sentences)
    {
        var ends = SentenceEnds.Find(text, pieces, sentences.Count == 0);
        for (int i = 0, first = 0; i < ends.Length; i++)
        {
            if (!ends[i]) continue;
            while (i + 1 - first > MostWords)
            {
                var cut = BestCut(text, pieces, first);
                sentences.Add(Make(text, pieces, first, cut, block, false));
                first = cut;
            }
            sentences.Add(Make(text, pieces, first, i + 1, block, true));
            first = i + 1;
        }
    }

    // Where a sentence is too long: after the last mark in its second half, else between two words.
    private static int BestCut(string text, List<Piece> pieces, int first)
    {
        foreach (var marks in (ReadOnlySpan<string>)[";:", ",-\u2013\u2014"])
            for (var i = first + MostWords; i > first + MostWords / 2; i--)
                if (pieces[i - 1].Length <= 3 && marks.Contains(text[pieces[i - 1].Start]) && pieces[i].Gap != Gap.None) return i;
        for (var i = first + MostWords; i > first + MostWords / 2; i--)
            if (pieces[i].Gap != Gap.None) return i;
        var at = first + MostWords;
        while (pieces[at].Continues && at > first + 1) at--;
        return at;
    }

    private static Sentence Make(string text, List<Piece> pieces, int first, int end, int block, bool whole)
    {
        var last = pieces[end - 1];
        // "until 5 p.m." holds two marks in one; names such as "U.S." keep theirs.
        var parts = whole && last.Abbreviation != Abbreviation.None && last.Length > 1 && !(last.Abbreviation == Abbreviation.Dotted && char.IsUpper(text[last.Start]));
        var tokens = new Token[end - first + (parts ? 1 : 0)];
        for (var i = first; i < end; i++) tokens[i - first] = new(pieces[i].Start, pieces[i].End, pieces[i].Continues && i > first);
        if (parts)
        {
            tokens[^2] = new(last.Start, last.End - 1, tokens[^2].Continues);
            tokens[^1] = new(last.End - 1, last.End, false);
        }
        return new() { Text = text, Span = new(tokens[0].Start, last.End), Tokens = ImmutableCollectionsMarshal.AsImmutableArray(tokens), Block = block };
    }
}
