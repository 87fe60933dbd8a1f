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
        "readmore", "playlist", "tooltips", "hidden", "affiliate", "affiliates", "jp", "wpcnt", "complementary", "contentinfo", "search", "dropdown", "offscreen", "noprint", "kicker", "eyebrow", "livefyre", "authorbox", "toc", "alert",
        "video", "player", "photo", "image", "media", "thumbnail", "avatar", "embed",
    }.ToFrozenSet();

    private static readonly string[] Phrases =
    [
        " read more ", " read next ", " see also ", " also read ", " up next ", " next up ", " more stories ", " more from ", " more on ", " most read ", " most viewed ", " sr only ", " screen reader ", " visually hidden ", " sign up ", " call to action ",
        " author info ", " author box ", " about author ", " about the author ", " article meta ", " post meta ", " entry meta ", " post tags ", " entry footer ", " article footer ", " pull quote ", " view more ", " load more ", " you may ", " inline link ",
    ];

    // Words that name the article itself even beside one of the words above.
    private static readonly string[] Kept = [" article body ", " story body ", " entry content ", " post content ", " article content ", " articlebody ", " story content ", " post body "];

    public static void Drop(HtmlNode root, Func<HtmlNode, double> shareOfText)
    {
        foreach (var child in root.Children)
        {
            if (child.Text is not null) continue;
            child.Dropped = IsBoilerplate(child) && shareOfText(child) < 0.3;
            if (!child.Dropped) Drop(child, shareOfText);
        }
    }

    private static bool IsBoilerplate(HtmlNode node)
    {
        if (node.Tag is "nav" or "footer" or "aside" or "figcaption" or "figure" or "menu" or "time") return true;
        if (node.Hidden) return true;
        if (node.Tag is "article" or "main" || node.ItemProp.Contains("articlebody", StringComparison.Ordinal)) return false;
        if (node.Marks.Length <= 2) return false;
        foreach (var kept in Kept)
            if (node.Marks.Contains(kept, StringComparison.Ordinal)) return false;
        foreach (var word in node.Marks.AsSpan().Split(' '))
            if (Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(node.Marks.AsSpan(word))) return true;
        foreach (var phrase in Phrases)
            if (node.Marks.Contains(phrase, StringComparison.Ordinal)) return true;
        return false;
    }
}
