using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace OnRecord.Language.Articles;

/// <summary>What a page says of its article outside the body; what it does not say is null.</summary>
internal sealed partial record HtmlMetadata(string? Title, string? Byline, string? Outlet, string? Published, string? Url, string? Language, string? Body)
{
    private static readonly string[] TitleNames = ["og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline"];

    private static readonly string[] AuthorNames = ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "article.author", "og:article:author", "creator"];

    private static readonly string[] DateNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date", "datepublished", "date_published", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created",
        "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate", "article.published", "article_date_original", "cxenseparse:recs:publishtime", "originalpublicationdate", "ptime", "displaydate", "date", "created",
    ];

    public static HtmlMetadata Of(IDocument page, string? fetchedFrom)
    {
        var elements = page.All.Where(e => e.LocalName is "meta" or "script" or "link" or "time" or "h1" or "title" || e.HasAttribute("itemprop") || e.GetAttribute("rel") == "author").Take(50_000).ToList();
        var metas = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var meta in elements.Where(e => e.LocalName == "meta"))
        {
            var name = (meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("http-equiv") ?? meta.GetAttribute("itemprop"))?.Trim().ToLowerInvariant();
            if (name is not null && Clean(meta.GetAttribute("content")) is { } content) metas.TryAdd(name, content);
        }
        var data = JsonLd.Find(elements.Where(e => e.LocalName == "script" && (e.GetAttribute("type") ?? "").Contains("ld+json", StringComparison.OrdinalIgnoreCase)).Select(e => e.TextContent));
        var outlet = First(metas, ["og:site_name"]) ?? data.Outlet ?? First(metas, ["publisher", "dc.publisher", "dcterms.publisher", "application-name", "cre", "copyright-holder"]);
        outlet = outlet?.TrimStart('@');
        var url = Address(elements.FirstOrDefault(e => e.LocalName == "link" && HasWord(e.GetAttribute("rel"), "canonical"))?.GetAttribute("href"), fetchedFrom)
            ?? Address(First(metas, ["og:url"]), fetchedFrom) ?? Address(data.Url, fetchedFrom) ?? Address(fetchedFrom, null);
        return new HtmlMetadata(TitleOf(elements, metas, data, outlet), BylineOf(elements, metas, data), outlet, DateOf(elements, metas, data, url), url,
            Clean(page.DocumentElement?.GetAttribute("lang") ?? page.DocumentElement?.GetAttribute("xml:lang")) ?? First(metas, ["content-language", "og:locale", "language", "dc.language"]) ?? data.Language, data.Body);
    }

    /// <summary>The host of an address without "www.", or null.</summary>
    public static string? HostOf(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0) return null;
        return uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host;
    }

    private static string? TitleOf(List<IElement> elements, Dictionary<string, string> metas, JsonLd data, string? outlet)
    {
        var heading = elements.Where(e => e.LocalName == "h1").Select(e => Clean(e.TextContent)).Where(t => t is { Length: > 10 and < 300 }).ToArray();
        var given = data.Title ?? First(metas, TitleNames) ?? Clean(elements.FirstOrDefault(e => e.LocalName == "title")?.TextContent);
        if (given is null) return heading.FirstOrDefault();
        given = Clean(given)!;
        // A page's title carries the site's name after the headline, which stands alone as a heading on the page.
        return heading.FirstOrDefault(h => given.StartsWith(h!, StringComparison.OrdinalIgnoreCase)) ?? WithoutOutlet(given, outlet);
    }

    private static string WithoutOutlet(string title, string? outlet)
    {
        var m = TitleTail().Match(title);
        if (!m.Success) return title;
        var tail = m.Groups[1].Value.Trim();
        return outlet is not null && (outlet.Contains(tail, StringComparison.OrdinalIgnoreCase) || tail.Contains(outlet, StringComparison.OrdinalIgnoreCase)) ? title[..m.Index].TrimEnd() : title;
    }

    private static string? BylineOf(List<IElement> elements, Dictionary<string, string> metas, JsonLd data)
    {
        var named = data.Byline ?? AuthorNames.Select(n => metas.GetValueOrDefault(n)).FirstOrDefault(v => v is not null && !v.Contains("://", StringComparison.Ordinal) && !v.StartsWith('@'))
            ?? elements.Where(e => HasWord(e.GetAttribute("itemprop"), "author") || e.GetAttribute("rel") == "author").Select(e => Clean(e.TextContent)).FirstOrDefault(t => t is { Length: > 2 and < 100 });
        if (named is null) return null;
        var names = AfterNames().Replace(LineKinds.BylineNames(Clean(named) ?? ""), "").Trim();
        return names.Length is > 1 and < 200 ? names : null;
    }

    private static string? DateOf(List<IElement> elements, Dictionary<string, string> metas, JsonLd data, string? url)
    {
        string?[] said =
        [
            data.Published, .. DateNames.Select(n => metas.GetValueOrDefault(n)),
            .. elements.Where(e => HasWord(e.GetAttribute("itemprop"), "datepublished")).SelectMany(e => new[] { e.GetAttribute("datetime"), e.GetAttribute("content"), Clean(e.TextContent) }),
            .. elements.Where(e => e.LocalName == "time").OrderBy(e => !e.HasAttribute("pubdate")).Take(3).SelectMany(e => new[] { e.GetAttribute("datetime"), Clean(e.TextContent) }),
            PathDate().Match(url ?? "") is { Success: true } m ? $"{m.Groups[1].Value}-{m.Groups[2].Value}-{m.Groups[3].Value}" : null,
        ];
        return said.FirstOrDefault(s => PublishedDate.Parse(s) is not null);
    }

    private static string? First(Dictionary<string, string> metas, string[] names) => names.Select(n => metas.GetValueOrDefault(n)).FirstOrDefault(v => v is not null);

    private static bool HasWord(string? value, string word) => value is not null && value.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase);

    private static string? Address(string? value, string? relativeTo)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        Uri? uri;
        if (Uri.TryCreate(relativeTo, UriKind.Absolute, out var parent) ? !Uri.TryCreate(parent, value.Trim(), out uri) : !Uri.TryCreate(value.Trim(), UriKind.Absolute, out uri)) return null;
        return uri!.Scheme is "http" or "https" ? uri.AbsoluteUri : null;
    }

    private static string? Clean(string? text)
    {
        if (text is null) return null;
        var clean = Space().Replace(text.Length > 10_000 ? text[..10_000] : text, " ").Trim();
        return clean.Length == 0 ? null : clean;
    }

    // A date, a time, a handle or another button after the names.
    [GeneratedRegex(@"\s*(?:[|•·]|\s@\w|" + PublishedDate.MonthName + @"\s+[0-9]|\b[0-9]{1,2}[\s:/.-]).*$")]
    private static partial Regex AfterNames();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\s(?:[|–—:»]|-)\s([^|–—»]{2,60})$")]
    private static partial Regex TitleTail();

    [GeneratedRegex(@"/((?:19|20)[0-9]{2})[/-]([01][0-9])[/-]([0-3][0-9])(?:/|-|$)")]
    private static partial Regex PathDate();
}
