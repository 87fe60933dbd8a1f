using System.Globalization;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions.Places;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace OnRecord.Lab.Building;

/// <summary>Measures the resolver on annotated documents: the places of their statements whose names stand in the text, by country and first-order division.</summary>
internal static class ScoreGoldPlaces
{
    private sealed record Document
    {
        public string Id { get; set; } = "";
        public string Text { get; set; } = "";
        public List<Stated> Statements { get; set; } = [];
    }

    private sealed record Stated
    {
        public List<string> Place { get; set; } = [];
    }

    public static string Measure(Gazetteer gazetteer, string path, TextWriter? misses)
    {
        var resolver = new PlaceResolver(gazetteer);
        var (total, country, admin1, withAdmin1, abstained) = (0, 0, 0, 0, 0);
        foreach (var document in Read(path))
        {
            var wanted = document.Statements.Select(s => s.Place).Where(p => p.Count == 3 && document.Text.Contains(p[0], StringComparison.Ordinal)).DistinctBy(p => p[0]).ToList();
            var spans = Spans(document.Text, wanted.Select(p => p[0]));
            var names = PlaceHints.Read(gazetteer, document.Text, spans);
            var decisions = resolver.Resolve(names, PlaceContext.Empty);
            foreach (var gold in wanted)
            {
                var at = spans.FindIndex(s => s.Of(document.Text) == gold[0]);
                if (at < 0) continue;
                var place = decisions[at].Place;
                total++;
                if (place is null) abstained++;
                var (rightCountry, rightAdmin1) = (place?.Country == gold[2], true);
                if (rightCountry) country++;
                if (gold[1].Length > 0)
                {
                    withAdmin1++;
                    var division = gazetteer.Admin1(gold[1], gold[2]);
                    rightAdmin1 = rightCountry && (division is null ? place!.Name == gold[1] || place.Admin1 == gold[1] : gazetteer.Within(place!, division));
                    if (rightAdmin1) admin1++;
                }
                if (!rightCountry || !rightAdmin1)
                    misses?.WriteLine($"{document.Id}\t{string.Join(", ", gold)}\t<{names[at].Within}>\t{place?.Name}, {place?.Admin1}, {place?.Country} {place?.Kind}\t{decisions[at].Reason}");
            }
        }
        return string.Create(CultureInfo.InvariantCulture,
            $"{total} names; country right {100.0 * country / total:0.0} %, first-order division right {100.0 * admin1 / Math.Max(1, withAdmin1):0.0} % of {withAdmin1}; abstained {100.0 * abstained / total:0.0} %");
    }

    // Longest names first, so that "Kunduz Province" is not read as "Kunduz".
    private static List<TextSpan> Spans(string text, IEnumerable<string> names)
    {
        var spans = new List<TextSpan>();
        foreach (var name in names.OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal))
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                var span = new TextSpan(at, at + name.Length);
                if (!spans.Exists(s => s.Overlaps(span))) spans.Add(span);
            }
        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        return spans;
    }

    private static List<Document> Read(string path)
    {
        var reader = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build();
        using var text = File.OpenText(path);
        var parser = new Parser(text);
        var documents = new List<Document>();
        parser.Consume<StreamStart>();
        while (parser.Accept<DocumentStart>(out _)) documents.Add(reader.Deserialize<Document>(parser));
        return documents;
    }
}
