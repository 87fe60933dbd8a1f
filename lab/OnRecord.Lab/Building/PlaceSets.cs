using System.Globalization;
using System.Xml.Linq;
using OnRecord.Language.Articles;

namespace OnRecord.Lab.Building;

/// <summary>A place name that a set marks: where it stands, and its point, null where the set's gazetteer lacks it.</summary>
internal sealed record Toponym(TextSpan Span, double? Lat, double? Lon);

/// <summary>An article of a set with the place names that people marked in it, in text order.</summary>
internal sealed record MarkedArticle(string Id, string Text, string? Title, string? Url, DateOnly? Published, IReadOnlyList<Toponym> Toponyms);

/// <summary>Reads LGL (<c>toponym</c> with <c>phrase</c> and <c>gaztag</c>) and GeoVirus (<c>location</c> with <c>name</c>).</summary>
internal static class PlaceSets
{
    public static IEnumerable<MarkedArticle> Read(string path)
    {
        var number = 0;
        foreach (var article in XDocument.Load(path).Descendants("article"))
        {
            var text = (string)article.Element("text")!;
            var toponyms = new List<Toponym>();
            foreach (var element in article.Descendants("toponym").Concat(article.Descendants("location")))
            {
                var name = ((string?)element.Element("phrase") ?? (string?)element.Element("name"))!;
                var at = element.Element("gaztag") ?? element;
                var start = Find(text, name, (int)element.Element("start")!);
                if (start >= 0) toponyms.Add(new Toponym(new TextSpan(start, start + name.Length), (double?)at.Element("lat"), (double?)at.Element("lon")));
            }
            toponyms.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
            yield return new MarkedArticle((number++).ToString(CultureInfo.InvariantCulture), text, (string?)article.Element("title"), (string?)article.Element("url") ?? (string?)article.Element("source"),
                Day((string?)article.Element("dltime")), toponyms);
        }
    }

    private static DateOnly? Day(string? time) =>
        time is { Length: >= 10 } && DateOnly.TryParseExact(time[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // The nearest place where the name stands: the files' positions are off by a few where the text has accents.
    private static int Find(string text, string name, int start)
    {
        for (var off = 0; off <= text.Length; off++)
        {
            if (Stands(start - off)) return start - off;
            if (Stands(start + off)) return start + off;
        }
        return -1;

        bool Stands(int at) => at >= 0 && at + name.Length <= text.Length && string.CompareOrdinal(text, at, name, 0, name.Length) == 0;
    }
}
