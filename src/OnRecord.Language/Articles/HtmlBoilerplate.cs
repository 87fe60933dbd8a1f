using System.Collections.Frozen;

namespace OnRecord.Language.Articles;

/// <summary>Drops the parts of a page that are no article by their tag and by what their class names say, unless they hold most of its text.</summary>
internal static class HtmlBoilerplate
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "crumbs", "footer", "share", "sharing", "shares", "social", "socials", "sharedaddy", "sharebar", "sharetools", "addthis", "related", "recirc", "recirculation",
        "recommend", "recommended", "recommendation", "recommendations", "comment", "comments", "disqus", "respond", "newsletter", "newsletters", "subscribe", "subscription", "signup", "promo", "promos", "promotion", "promoted", "sponsor",
        "sponsored", "ad", "ads", "adv", "advert", "adverts", "advertisement", "advertising", "adslot", "adsense", "dfp", "banner", "cookie", "cookies", "consent", "gdpr", "popup", "modal", "overlay", "lightbox", "sidebar", "rail", "widget", "widgets", "outbrain",
        "taboola", "caption", "captions", "credit", "credits", "byline", "bylines", "bio", "tags", "taglist", "tagcloud", "topics", "pagination", "pager", "toolbar", "tooltip", "print", "popular", "trending", "teaser", "teasers", "login", "registration",
        "timestamp", "dateline", "pubdate", "skip", "copyright", "disclaimer", "gallery", "slideshow", "carousel", "slider", "rating", "ratings", "poll", "quiz", "feedback", "survey", "donate", "donation", "breaking", "ticker", "masthead", "sitemap",
        "readmore", "playlist", "tooltips", "hidden", "affiliate", "affiliates", "wpcnt", "jetpack", "complementary", "contentinfo", "search", "dropdown", "offscreen", "noprint", "kicker", "eyebrow", "livefyre", "authorbox", "toc", "alert",
        "subtitle", "dek", "deck", "standfirst", "subheadline", "subheading", "subhed", "synopsis", "excerpt", "rollover", "correction", "legal", "author", "authors", "cta", "video", "player", "photo", "image", "media", "thumbnail", "avatar", "embed",
    }.ToFrozenSet();

    private static readonly string[] Phrases =
    [
        " read more ", " read next ", " see also ", " also read ", " up next ", " next up ", " more stories ", " more from ", " more on ", " most read ", " most viewed ", " sr only ", " screen reader ", " visually hidden ", " sign up ", " call to action ",
        " author info ", " author box ", " about author ", " about the author ", " article meta ", " post meta ", " entry meta ", " post tags ", " entry footer ", " article footer ", " pull quote ", " view more ", " load more ", " you may ", " inline link ",
    ];

    // Words that name the article itself even beside one of the words above.
    private static readonly string[] Kept = [" article body ", " story body ", " entry content ", " post content ", " article content ", " articlebody ", " story content ", " post body "];

    /// <summary>True where an element's class says that it holds the body of an article.</summary>
    public static bool NamesBody(HtmlNode node) =>
        node.ItemProp.Contains("articlebody", StringComparison.Ordinal) || Kept.Any(k => node.Marks.Contains(k, StringComparison.Ordinal));

    /// <summary>Marks what is no article below <paramref name="root"/>; without <paramref name="byName"/> it goes by tags alone.</summary>
    public static void Drop(HtmlNode root, Func<HtmlNode, double> shareOfText, bool byName)
    {
        foreach (var child in root.Children)
        {
            if (child.Text is not null) continue;
            child.Dropped = IsBoilerplate(child, byName) && shareOfText(child) < 0.45;
            if (!child.Dropped) Drop(child, shareOfText, byName);
        }
    }

    /// <summary>A heading that is a link, with a paragraph or two: the teaser of another article.</summary>
    private static bool IsTeaser(HtmlNode node)
    {
        if (node.Tag is not ("div" or "li" or "article" or "section" or "td" or "a")) return false;
        var lines = 0;
        var linkedHeading = false;
        return Look(node, 0, node.Tag == "a") && linkedHeading && lines <= 4;

        bool Look(HtmlNode at, int depth, bool inLink)
        {
            foreach (var child in at.Children)
            {
                if (child.Text is not null) continue;
                if (child.Tag is "h2" or "h3" or "h4" or "h5" && (inLink || child.Children.Any(c => c.Tag == "a")))
                {
                    if (linkedHeading) return false;
                    linkedHeading = true;
                }
                else if (child.Tag is "p" && ++lines > 4) return false;
                if (depth < 5 && !Look(child, depth + 1, inLink || child.Tag == "a")) return false;
            }
            return true;
        }
    }

    private static bool IsBoilerplate(HtmlNode node, bool byName)
    {
        if (node.Tag is "nav" or "footer" or "aside" or "figcaption" or "figure" or "menu" or "time") return true;
        if (!byName) return false;
        if (node.Hidden) return true;
        if (node.Tag is "article" && IsTeaser(node)) return true;
        if (node.Tag is "article" or "main" || node.ItemProp.Contains("articlebody", StringComparison.Ordinal)) return false;
        if (node.Marks.Length <= 2) return IsTeaser(node);
        foreach (var kept in Kept)
            if (node.Marks.Contains(kept, StringComparison.Ordinal)) return false;
        foreach (var word in node.Marks.AsSpan().Split(' '))
            if (Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(node.Marks.AsSpan(word))) return true;
        foreach (var phrase in Phrases)
            if (node.Marks.Contains(phrase, StringComparison.Ordinal)) return true;
        return IsTeaser(node);
    }
}
