using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace OnRecord.Language.Articles;

/// <summary>An element of a page, or a run of its text, without what is never shown.</summary>
internal sealed partial class HtmlNode(string tag, string? text, HtmlNode? parent)
{
    private const int DeepestTree = 200;

    public string Tag { get; } = tag;

    /// <summary>The text of a text node, else null.</summary>
    public string? Text { get; } = text;

    public HtmlNode? Parent { get; } = parent;

    public List<HtmlNode> Children { get; } = [];

    /// <summary>The words of class, id, role and the like, in lower case, each with a blank before and after it.</summary>
    public string Marks { get; private init; } = "";

    public string ItemProp { get; private init; } = "";

    public bool Hidden { get; private init; }

    public bool Dropped { get; set; }

    /// <summary>Copies the shown part of a page; what nests deeper than any page does is lifted up to that depth.</summary>
    public static HtmlNode Of(IElement body)
    {
        var root = new HtmlNode("body", null, null);
        var open = new Stack<(INode Node, HtmlNode Parent, int Depth)>();
        Push(body, root, 1);
        while (open.TryPop(out var next))
        {
            var (node, parent, depth) = next;
            if (node is IText text)
            {
                parent.Children.Add(new HtmlNode("", text.Data, parent));
                continue;
            }
            if (node is not IElement element || NeverShown(element.LocalName)) continue;
            var child = new HtmlNode(element.LocalName, null, parent)
            {
                Marks = MarksOf(element),
                ItemProp = (element.GetAttribute("itemprop") ?? "").ToLowerInvariant(),
                Hidden = IsHidden(element),
            };
            parent.Children.Add(child);
            Push(element, depth < DeepestTree ? child : parent, depth + 1);
        }
        return root;

        void Push(IElement element, HtmlNode into, int depth)
        {
            for (var i = element.ChildNodes.Length - 1; i >= 0; i--) open.Push((element.ChildNodes[i], into, depth));
        }
    }

    private static bool NeverShown(string tag) => tag is "script" or "style" or "noscript" or "template" or "svg" or "math" or "iframe" or "object" or "embed" or "canvas"
        or "button" or "input" or "select" or "textarea" or "option" or "head" or "link" or "meta" or "audio" or "video" or "map" or "dialog" or "progress" or "img" or "source";

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || (element.GetAttribute("style") is { } style && HiddenStyle().IsMatch(style));

    private static string MarksOf(IElement element)
    {
        var marks = (element.GetAttribute("class") ?? "") + " " + (element.GetAttribute("id") ?? "") + " " + (element.GetAttribute("role") ?? "") + " " + (element.GetAttribute("data-component") ?? "")
            + " " + (element.GetAttribute("data-testid") ?? "") + " " + (element.GetAttribute("data-module") ?? "");
        if (marks.Length > 1000) marks = marks[..1000];
        return " " + WordEdge().Replace(CamelCase().Replace(marks, "$1 "), " ").Trim().ToLowerInvariant() + " ";
    }

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex HiddenStyle();

    [GeneratedRegex("([a-z]{2})(?=[A-Z][a-z]{2})")]
    private static partial Regex CamelCase();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex WordEdge();
}
