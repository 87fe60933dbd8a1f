using System.CommandLine;
using System.Globalization;
using System.Text;
using OnRecord.Lab.Scores;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Places;

namespace OnRecord.Lab.Building;

/// <summary><c>lab score places</c>: place names found in raw text, and places given to names, on LGL and GeoVirus.</summary>
internal static class ScorePlaceSets
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder with geoparsing/lgl.xml and geoparsing/GeoVirus.xml.", DefaultValueFactory = _ => "../shared/data" };
        var knowledge = new Option<string>("--knowledge") { Description = "The folder with the gazetteer and the actors.", DefaultValueFactory = _ => "data" };
        var model = LabModel.Option();
        var misses = new Option<bool>("--misses") { Description = "Lists what went wrong, one name a line." };
        var write = new Option<string?>("--write") { Description = "The page whose section is to be brought up to date." };
        var note = new Option<string?>("--note") { Description = "A word on what changed, for the page." };
        var command = new Command("places", "Scores place names on LGL and GeoVirus: found in raw text, and resolved with the names given.") { data, knowledge, model, misses, write, note };
        command.SetAction(r => Run(r.GetValue(data)!, r.GetValue(knowledge)!, r.GetValue(model)!, r.GetValue(misses) ? Console.Out : null, r.GetValue(write), r.GetValue(note)));
        return command;
    }

    private static int Run(string data, string knowledge, string model, TextWriter? misses, string? write, string? note)
    {
        var opened = Gazetteer.Open(Path.Combine(knowledge, "gazetteer.bin"));
        if (opened.Value is not { } gazetteer) return LabModel.Fail(opened.Problem!);
        using var closingMap = gazetteer;
        var listed = ActorIndex.Load(Path.Combine(knowledge, "actors"));
        if (listed.Value is not { } actors) return LabModel.Fail(listed.Problem!);
        var loaded = LabModel.Load(model);
        if (loaded.Value is not { } parser) return LabModel.Fail(loaded.Problem!);
        using var closing = parser;

        var table = new StringBuilder("| set | names marked | precision | recall | F1 | within 161 km, of those found | not in its gazetteer, left unresolved | names given: within 161 km | abstained |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        var peoples = Peoples(actors, gazetteer);
        foreach (var (name, file, marksPeoples) in new[] { ("LGL", "lgl.xml", true), ("GeoVirus", "GeoVirus.xml", false) })
        {
            var path = Path.Combine(data, "geoparsing", file);
            if (!File.Exists(path))
            {
                Console.Error.WriteLine($"{path}: not there; left out");
                continue;
            }
            var found = new ToponymScore(parser, actors, gazetteer).Measure(path, marksPeoples, misses);
            var given = ScorePlaces.Measure(gazetteer, path, peoples);
            table.Append(CultureInfo.InvariantCulture, $"| {name} | {found.Marked} | {found.Precision:0.0} | {found.Recall:0.0} | {found.F1:0.0} | {found.Accuracy:0.0} % | ")
                .Append(found.Lacking == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{found.Honest:0.0} % of {found.Lacking}"))
                .Append(CultureInfo.InvariantCulture, $" | {100 * given.Accuracy:0.0} % | {100.0 * given.Abstained / given.Total:0.0} % |\n");
        }
        Console.Write(table);
        if (write is not null) ScoresPage.Update(write, "places", "Places", table.ToString(), note, []);
        return 0;
    }

    /// <summary>Whose people an adjective is ("Russian"), by the actor list.</summary>
    public static IReadOnlyDictionary<string, string> Peoples(ActorIndex actors, Gazetteer gazetteer) =>
        actors.Entries.Where(e => e.Kind == ActorKind.Country && gazetteer.Country(e.Id)?.Code == e.Id)
            .SelectMany(e => e.Demonyms.Select(d => (d, e.Id))).DistinctBy(d => d.d).ToDictionary(d => d.d, d => d.Id);
}
