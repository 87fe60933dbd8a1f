using System.Globalization;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Entities;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;

namespace OnRecord.Lab.Building;

/// <summary>What reading a set from raw text came to: names found, the place given to those found, and names that no gazetteer has.</summary>
internal sealed record ToponymFigures(int Marked, int Found, int Both, int Placed, int Right, int Lacking, int LeftOpen)
{
    public double Precision => Found == 0 ? 0 : 100.0 * Both / Found;

    public double Recall => Marked == 0 ? 0 : 100.0 * Both / Marked;

    public double F1 => Marked + Found == 0 ? 0 : 200.0 * Both / (Marked + Found);

    /// <summary>Of the names found that have a point, the share placed within 161 km.</summary>
    public double Accuracy => Placed == 0 ? 0 : 100.0 * Right / Placed;

    /// <summary>Of the names found that the set's gazetteer lacks, the share left without a place of ours.</summary>
    public double Honest => Lacking == 0 ? 0 : 100.0 * LeftOpen / Lacking;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Marked} names marked, {Found} found; precision {Precision:0.0}, recall {Recall:0.0}, F1 {F1:0.0}; of the found within 161 km {Accuracy:0.0} %; not in a gazetteer, left open {Honest:0.0} % of {Lacking}");
}

/// <summary>Reads the texts of a set as the product does, and compares the place names it finds with those marked: one to one, where the words overlap.</summary>
internal sealed class ToponymScore(Parser parser, ActorIndex actors, Gazetteer gazetteer)
{
    private const double Reach = 161;

    private sealed record Named(TextSpan Span, Place? Place);

    /// <param name="path">The set.</param>
    /// <param name="peoples">True where the set marks the adjectives of countries as well.</param>
    /// <param name="misses">What to do with each thing that went wrong, or null.</param>
    public ToponymFigures Measure(string path, bool peoples, Action<string>? misses = null)
    {
        var (marked, found, both, placed, right, lacking, open) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var set in PlaceSets.Read(path))
        {
            var names = Read(set, peoples);
            marked += set.Toponyms.Count;
            found += names.Count;
            var taken = new HashSet<Named>();
            foreach (var gold in set.Toponyms)
            {
                var hit = names.Find(n => n.Span.Overlaps(gold.Span) && !taken.Contains(n));
                var name = gold.Span.Of(set.Text);
                if (hit is null)
                {
                    misses?.Invoke($"missed\t{set.Id}\t{name}\t{Around(set.Text, gold.Span)}");
                    continue;
                }
                taken.Add(hit);
                both++;
                if (gold is not { Lat: { } lat, Lon: { } lon })
                {
                    lacking++;
                    if (hit.Place is null or { Approximate: true }) open++;
                    else misses?.Invoke($"invented\t{set.Id}\t{name}\t{hit.Place.Name}, {hit.Place.Admin1}, {hit.Place.Country}\t{Around(set.Text, gold.Span)}");
                    continue;
                }
                placed++;
                if (hit.Place is { } place && Gazetteer.Kilometres(lat, lon, place.Lat, place.Lon) <= Reach) right++;
                else misses?.Invoke(string.Create(CultureInfo.InvariantCulture, $"misplaced\t{set.Id}\t{name}\t{lat:0.0},{lon:0.0}\t{hit.Place?.Name}, {hit.Place?.Admin1}, {hit.Place?.Country}\t{Around(set.Text, gold.Span)}"));
            }
            foreach (var extra in names.Where(n => !taken.Contains(n))) misses?.Invoke($"extra\t{set.Id}\t{extra.Span.Of(set.Text)}\t{extra.Place?.Country}\t{Around(set.Text, extra.Span)}");
        }
        return new ToponymFigures(marked, found, both, placed, right, lacking, open);
    }

    private List<Named> Read(MarkedArticle set, bool peoples)
    {
        var input = new ArticleInput { Id = set.Id, Text = set.Text, Title = set.Title, Url = set.Url, Published = set.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        if (ArticleReader.FromInput(input).Value is not { } article) return [];
        var parses = parser.Parse(SentenceSplitter.Split(article));
        var mentions = new MentionFinder(actors, gazetteer).Find(article, parses);
        var names = mentions.Mentions.Where(m => m.Form == MentionForm.Name && mentions.Entities[m.Entity].Kind == EntityKind.Place)
            .Select(m => new Named(m.Span, mentions.Entities[m.Entity].Place)).ToList();
        var scene = new Scene(article, parses, actors, gazetteer);
        for (var s = 0; s < scene.Trees.Length; s++)
            foreach (var span in NameFinder.Find(scene, s))
            {
                if (span.Bearers.Count == 0 || span.Bearers[0] is not { Entry: { Kind: ActorKind.Country } entry } bearer) continue;
                // A capital that speaks for its government is a name of a place all the same; "Kremlin" is none.
                if (bearer.Use == NameUse.Government || (bearer.Use == NameUse.Demonym && !peoples)) continue;
                var at = scene.Span(s, span.Start, span.End);
                if (names.Exists(n => n.Span.Overlaps(at))) continue;
                var home = gazetteer.Country(entry.Countries[0]);
                names.Add(new Named(at, bearer.Use == NameUse.Capital && home is not null ? gazetteer.CapitalOf(home) : home));
            }
        // The dateline is no part of the running text; what it names is found all the same.
        foreach (var block in article.Blocks.Where(b => b.Kind == BlockKind.Dateline))
            foreach (var name in Datelined(article, block))
                if (!names.Exists(n => n.Span.Overlaps(name.Span))) names.Add(name);
        names.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return names;
    }

    private IEnumerable<Named> Datelined(Article article, Block block)
    {
        if (article.Dateline is not { Length: > 0 } dateline) yield break;
        var start = article.Text.IndexOf(dateline, block.Span.Start, StringComparison.Ordinal);
        if (start < 0 || start >= block.Span.End) yield break;
        yield return new Named(new TextSpan(start, start + dateline.Length), gazetteer.Find(dateline).FirstOrDefault());
    }

    private static string Around(string text, TextSpan span) =>
        (text[Math.Max(0, span.Start - 40)..span.Start] + "[" + span.Of(text) + "]" + text[span.End..Math.Min(text.Length, span.End + 40)]).ReplaceLineEndings(" ");
}
