using OnRecord.Language.Articles;

namespace OnRecord.Statements.Voices;

/// <summary>The stretches of a text that stand in quotation marks; a quotation that a paragraph leaves open runs to the paragraph's end.</summary>
internal sealed class Quotations
{
    private readonly List<TextSpan> _spans = [];

    public Quotations(Article article)
    {
        foreach (var block in article.Blocks) Scan(article.Text, block.Span);
        if (article.Blocks.IsEmpty) Scan(article.Text, new TextSpan(0, article.Text.Length));
    }

    /// <summary>All quotations in text order.</summary>
    public IReadOnlyList<TextSpan> All => _spans;

    /// <summary>The quotation that covers the position, or null.</summary>
    public TextSpan? At(int position)
    {
        foreach (var span in _spans)
            if (span.Start <= position && position < span.End) return span;
        return null;
    }

    private void Scan(string text, TextSpan block)
    {
        var open = -1;
        for (var i = block.Start; i < block.End; i++)
        {
            var mark = text[i];
            if (open < 0 && (mark is '“' or '«' or '„' || mark == '"' && Opens(text, i, block))) open = i;
            else if (open >= 0 && mark is '”' or '»' or '"')
            {
                _spans.Add(new TextSpan(open + 1, i));
                open = -1;
            }
        }
        if (open >= 0) _spans.Add(new TextSpan(open + 1, block.End));
    }

    private static bool Opens(string text, int i, TextSpan block) =>
        i + 1 < block.End && !char.IsWhiteSpace(text[i + 1]) && (i == block.Start || !char.IsLetterOrDigit(text[i - 1]));
}
