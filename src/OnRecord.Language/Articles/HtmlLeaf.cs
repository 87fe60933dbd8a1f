using System.Collections.Frozen;
using System.Text;

namespace OnRecord.Language.Articles;

/// <summary>A line of a page: the text between two edges of blocks, and how much of it is in links.</summary>
internal sealed record HtmlLeaf(HtmlNode Container, string Text, int LinkChars)
{
    private static readonly FrozenSet<string> BlockTags = new[]
    {
        "body", "p", "div", "section", "article", "main", "header", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "blockquote", "pre", "figure",
        "figcaption", "aside", "nav", "form", "fieldset", "address", "center", "hr", "details", "summary", "caption", "hgroup", "menu",
    }.ToFrozenSet();

    public double LinkShare => Text.Length == 0 ? 0 : (double)LinkChars / Text.Length;

    public bool IsHeading => Container.Tag is ['h', >= '1' and <= '6'];

    public bool IsItem => Container.Tag == "li" || (Container.Tag is "p" or "div" && Container.Parent?.Tag == "li");

    /// <summary>Letters and digits end the sentence: running text rather than a label.</summary>
    public bool EndsSentence => Text.TrimEnd('"', '”', '’', '\'', ')', ']', ' ', '»') is [.., '.' or '!' or '?' or '…' or ':' or '。' or '؟' or '।'];

    /// <summary>Every leaf below <paramref name="root"/> that is not dropped, in order.</summary>
    public static List<HtmlLeaf> All(HtmlNode root)
    {
        var walk = new Walk();
        walk.Enter(root, root, false);
        walk.Flush(root);
        return walk.Leaves;
    }

    private sealed class Walk
    {
        private readonly StringBuilder line = new();
        private int linkChars;

        public List<HtmlLeaf> Leaves { get; } = [];

        // The tree is shallow by construction, so that recursion is safe.
        public void Enter(HtmlNode node, HtmlNode block, bool inLink)
        {
            foreach (var child in node.Children)
            {
                if (child.Dropped) continue;
                if (child.Text is { } text) Append(text, inLink);
                else if (child.Tag == "br") Break(block);
                else if (child.Tag is "td" or "th" && IsShortCell(child, 0))
                {
                    Append(" ", inLink);
                    Enter(child, block, inLink);
                }
                else if (BlockTags.Contains(child.Tag))
                {
                    Flush(block);
                    Enter(child, child, inLink);
                    Flush(child);
                }
                else Enter(child, block, inLink || child.Tag == "a");
            }
        }

        // The cells of a table of figures make one line; those of a table that lays out a page do not.
        private static bool IsShortCell(HtmlNode cell, int depth)
        {
            foreach (var child in cell.Children)
                if (child.Text is { Length: > 120 } || (child.Text is null && (depth > 4 || BlockTags.Contains(child.Tag) && child.Tag is not ("p" or "div") || !IsShortCell(child, depth + 1)))) return false;
            return true;
        }

        // A line break ends a paragraph where a sentence ends or another break follows; else it stands for a blank.
        private void Break(HtmlNode block)
        {
            if (line.Length == 0) return;
            var last = line[^1];
            if (last is '\n' or '.' or '!' or '?' or '"' or '”' or ':') Flush(block);
            else line.Append('\n');
        }

        private void Append(string text, bool inLink)
        {
            foreach (var c in text)
            {
                if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF')
                {
                    if (line.Length > 0 && line[^1] is not (' ' or '\n')) line.Append(' ');
                    continue;
                }
                if (c is '\u00AD') continue;
                if (line.Length > 0 && line[^1] == '\n') line[^1] = ' ';
                line.Append(c);
                if (inLink) linkChars++;
            }
        }

        public void Flush(HtmlNode block)
        {
            var text = line.ToString().Trim();
            if (text.Length > 0) Leaves.Add(new HtmlLeaf(block, text, Math.Min(linkChars, text.Length)));
            line.Clear();
            linkChars = 0;
        }
    }
}
