using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using OnRecord.Language.Mentions.Places;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace OnRecord.Lab.Building;

/// <summary>The verb that measures the resolver on LGL and GeoVirus, with the names given.</summary>
internal static class ScorePlaces
{
    private const double Reach = 161;

    /// <summary>What a set came to.</summary>
    internal sealed record Score(int Total, int Right, int Abstained, int Reachable, int MostProminent, int Lacking, int LeftOpen, double MeanKm, double MedianKm)
    {
        public double Accuracy => (double)Right / Total;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"{Total} names; within 161 km {100 * Accuracy:0.0} %, of those answered {100.0 * Right / Math.Max(1, Total - Abstained):0.0} %; abstained {100.0 * Abstained / Total:0.0} %; error mean {MeanKm:0} km, median {MedianKm:0.0} km; most prominent alone {100.0 * MostProminent / Total:0.0} %; in the gazetteer {100.0 * Reachable / Total:0.0} %; in no gazetteer {Lacking}, of these left open {100.0 * LeftOpen / Math.Max(1, Lacking):0.0} %");
    }

    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "LGL or GeoVirus files.", Arity = ArgumentArity.OneOrMore };
        var file = new Option<string>("--gazetteer") { Description = "The gazetteer file.", DefaultValueFactory = _ => Path.Combine("data", "gazetteer.bin") };
        var misses = new Option<bool>("--misses") { Description = "Shows what went wrong, one name a line." };
        var countries = new Option<string?>("--countries") { Description = "The actor list's countries.yaml: with it, adjectives that the sets mark as places ('Russian') count as their country." };
        var command = new Command("score-places", "Measures place resolution with the names given.") { files, file, misses, countries };
        command.SetAction(result =>
        {
            var opened = Gazetteer.Open(result.GetValue(file)!);
            if (opened.Value is not { } gazetteer)
            {
                Console.Error.WriteLine(opened.Problem);
                return 1;
            }
            using (gazetteer)
            {
                var people = Demonyms(gazetteer, result.GetValue(countries));
                var log = result.GetValue(misses) ? Console.Out : null;
                foreach (var path in result.GetValue(files)!)
                    Console.WriteLine($"{Path.GetFileName(path)}: {(path.EndsWith(".yaml", StringComparison.Ordinal) ? ScoreGoldPlaces.Measure(gazetteer, path, log) : Measure(gazetteer, path, people, log))}");
            }
            return 0;
        });
        return command;
    }

    public static Score Measure(Gazetteer gazetteer, string path, IReadOnlyDictionary<string, string> demonyms, TextWriter? misses = null)
    {
        var resolver = new PlaceResolver(gazetteer);
        var (total, right, abstained, reachable, prominent, lacking, open) = (0, 0, 0, 0, 0, 0, 0);
        var errors = new List<double>();
        foreach (var article in PlaceSets.Read(path))
        {
            var text = article.Text;
            var toponyms = article.Toponyms;
            // Who a people is, the actor list knows; here it says which country they speak for.
            var isPeople = toponyms.Select(t => demonyms.GetValueOrDefault(t.Span.Of(text))).ToArray();
            var named = PlaceHints.Read(gazetteer, text, [.. toponyms.Where((_, i) => isPeople[i] is null).Select(t => t.Span)]);
            var context = new PlaceContext { Countries = isPeople.OfType<string>().GroupBy(c => c).ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal) };
            var resolved = resolver.Resolve(named, context);
            var (names, decisions, next) = (new PlaceName[toponyms.Count], new PlaceDecision[toponyms.Count], 0);
            for (var i = 0; i < toponyms.Count; i++)
                (names[i], decisions[i]) = isPeople[i] is { } iso && gazetteer.Country(iso) is { } home
                    ? (new PlaceName(home.Name), new PlaceDecision(home, "its people", 9))
                    : (named[next], resolved[next++]);
            for (var i = 0; i < toponyms.Count; i++)
            {
                if (toponyms[i] is not { Lat: { } lat, Lon: { } lon })
                {
                    lacking++;
                    if (decisions[i].Place is null) open++;
                    else misses?.WriteLine($"invented\t\t{names[i].Name}\t<{names[i].Within}>\t\t{decisions[i].Place!.Name}, {decisions[i].Place!.Admin1}, {decisions[i].Place!.Country}\t{decisions[i].Reason}");
                    continue;
                }
                double Error(double atLat, double atLon) => Gazetteer.Kilometres(lat, lon, atLat, atLon);
                var candidates = gazetteer.Candidates(names[i].Name);
                total++;
                var known = candidates.Any(c => Error(c.Record.Lat, c.Record.Lon) <= Reach);
                if (known) reachable++;
                if (candidates.Count > 0 && Error(candidates[0].Record.Lat, candidates[0].Record.Lon) <= Reach) prominent++;
                var place = decisions[i].Place;
                if (place is null) abstained++;
                else errors.Add(Error(place.Lat, place.Lon));
                if (place is not null && errors[^1] <= Reach) right++;
                else misses?.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{(place is null ? "none" : "miss")}\t{(known ? "known" : "lacking")}\t{names[i].Name}\t<{names[i].Within}>\t{lat:0.0},{lon:0.0}\t{place?.Name}, {place?.Admin1}, {place?.Country} {place?.Kind} {(place is null ? 0 : errors[^1]):0}\t{decisions[i].Reason}"));
            }
        }
        errors.Sort();
        return new Score(total, right, abstained, reachable, prominent, lacking, open, errors.Count == 0 ? 0 : errors.Average(), errors.Count == 0 ? 0 : errors[errors.Count / 2]);
    }

    private sealed record Country
    {
        public string Id { get; set; } = "";
        public List<string> Demonyms { get; set; } = [];
    }

    private static Dictionary<string, string> Demonyms(Gazetteer gazetteer, string? path)
    {
        if (path is null) return [];
        var reader = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build();
        return reader.Deserialize<List<Country>>(File.ReadAllText(path))
            .Where(c => gazetteer.Country(c.Id)?.Code == c.Id).SelectMany(c => c.Demonyms.Select(d => (d, c.Id))).DistinctBy(d => d.d).ToDictionary(d => d.d, d => d.Id);
    }
}
