using OnRecord.Lab.Reading;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Places;

namespace OnRecord.Lab.Building;

/// <summary>LGL or GeoVirus as a set that reading is measured on: names found in raw text, and places given to the names that people marked.</summary>
/// <param name="name">What the command calls it.</param>
/// <param name="file">Where it stands under the folder of data.</param>
/// <param name="peoples">True where it marks the adjectives of countries as well.</param>
/// <param name="f1">The bar for names found.</param>
/// <param name="within">The bar for places given.</param>
internal sealed class PlaceSet(string name, string file, bool peoples, double f1, double within) : IReadingSet
{
    public string Name => name;

    public string Needs => file;

    public IEnumerable<Figure> Measure(string path, ReadingTools tools)
    {
        using var gazetteer = Gazetteer.Open(Path.Combine(tools.Data, "gazetteer.bin")).Value ?? throw new InvalidDataException("there is no gazetteer");
        var actors = ActorIndex.Load(Path.Combine(tools.Data, "actors")).Value ?? throw new InvalidDataException("there are no actors");
        var found = new ToponymScore(tools.Parser, actors, gazetteer).Measure(path, peoples, tools.Wrong);
        var given = ScorePlaces.Measure(gazetteer, path, Peoples(actors, gazetteer));
        yield return new Figure("names found in raw text, F1 (overlap)", found.F1, f1, $"{found.Marked} names, {found.Found} found");
        yield return new Figure("of the names found, within 161 km, %", found.Accuracy, 0, $"{found.Placed} names");
        yield return new Figure("names given: within 161 km, %", 100 * given.Accuracy, within, $"{given.Total} names");
        if (given.Lacking > 0) yield return new Figure("names given that no gazetteer has: left unresolved, %", 100.0 * given.LeftOpen / given.Lacking, 50, $"{given.Lacking} names");
    }

    /// <summary>Whose people an adjective is ("Russian"), by the actor list.</summary>
    private static Dictionary<string, string> Peoples(ActorIndex actors, Gazetteer gazetteer) =>
        actors.Entries.Where(e => e.Kind == ActorKind.Country && gazetteer.Country(e.Id)?.Code == e.Id)
            .SelectMany(e => e.Demonyms.Select(d => (d, e.Id))).DistinctBy(d => d.d).ToDictionary(d => d.d, d => d.Id);
}
