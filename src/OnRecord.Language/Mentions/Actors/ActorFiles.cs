using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OnRecord.Language.Mentions.Actors;

/// <summary>Reads the YAML files of the actor list; a fault is a <see cref="Problem"/> with file and line.</summary>
internal sealed class ActorFiles
{
    private static readonly string[] Keys =
    [
        "id", "name", "aliases", "demonyms", "capital", "seats", "government", "countries", "country", "parent", "part_of", "kind", "years", "side", "state",
        "monitor", "humanitarian", "armed", "people", "words", "class", "collective", "exact", "default", "rank", "courtesy", "spokes", "alias", "actors",
    ];

    private readonly string _folder;

    public ActorFiles(string folder) => _folder = folder;

    public Problem? Problem { get; private set; }

    public ImmutableArray<ActorEntry> Entries(string file, ActorKind kind) => [.. Items(file).Select(i => Entry(i, kind)).OfType<ActorEntry>()];

    public ImmutableArray<RoleClass> Roles(string file) =>
        [.. Items(file).Select(i => new RoleClass(i.Text("id") ?? "", i.Side(), i.Flag("collective"), i.Flag("exact"), i.Flag("default"), i.List("words")))];

    public ImmutableArray<TitleClass> Titles(string file) =>
        [.. Items(file).Select(i => new TitleClass(i.Text("id") ?? "", i.Text("class") ?? "other", i.Flag("rank"), i.Flag("courtesy"), i.List("words")))];

    public ImmutableSortedDictionary<string, (string? Default, string Where)> Ambiguous(string file)
    {
        var names = ImmutableSortedDictionary.CreateBuilder<string, (string?, string)>(StringComparer.Ordinal);
        foreach (var item in Items(file))
            if (item.Text("id") is { } name) names[ActorKey.Of(name)] = (item.Text("default"), item.Where);
        return names.ToImmutable();
    }

    private ActorEntry? Entry(Item item, ActorKind kind)
    {
        if (item.Text("id") is not { Length: > 0 } id) { Fail("an entry without id", item.Where, "give it an id"); return null; }
        var years = item.List("years");
        var countries = item.List("countries");
        if (item.Text("country") is { } one) countries = [one];
        if (kind == ActorKind.Country) countries = [item.Text("part_of") ?? id];
        if (kind == ActorKind.Institution && id.Length > 3 && id[2] == '/') countries = [id[..2]];
        return new ActorEntry
        {
            Id = id,
            Kind = kind,
            Name = item.Text("name") ?? item.List("aliases").FirstOrDefault() ?? id,
            Aliases = item.List("aliases"),
            Demonyms = item.List("demonyms"),
            Capital = item.Text("capital"),
            Seats = item.List("seats"),
            Government = item.List("government"),
            Countries = countries,
            Parent = item.Text("parent") ?? item.Text("part_of") ?? (kind == ActorKind.Institution && countries.Length > 0 ? countries[0] : null),
            Type = item.Text("kind") ?? "",
            From = Year(years, 0),
            To = Year(years, 1),
            Side = item.Text("side"),
            State = item.Flag("state") || kind == ActorKind.Institution,
            Monitor = item.Flag("monitor") || item.Text("kind") is "monitor" or "ngo",
            Humanitarian = item.Flag("humanitarian"),
            Armed = item.Flag("armed") || (kind == ActorKind.Group && !item.Flag("state") && item.Text("kind") is "armed-group" or "militia" or "coalition" or "gang" or "company"),
            Where = item.Where,
        };
    }

    private static int? Year(ImmutableArray<string> years, int index) =>
        index < years.Length && int.TryParse(years[index], NumberStyles.None, CultureInfo.InvariantCulture, out var y) ? y : null;

    private List<Item> Items(string file)
    {
        var path = Path.Combine(_folder, file);
        if (!File.Exists(path)) { Fail("the file is missing", path, "the actor list needs all of its files"); return []; }
        var yaml = new YamlStream();
        try
        {
            var text = File.ReadAllText(path);
            if (YamlGuard.Refuse(text) is { } refused)
            {
                Fail(refused.What, $"{path}:{refused.Line}", "correct the line");
                return [];
            }
            yaml.Load(new StringReader(text));
        }
        catch (YamlException fault)
        {
            Fail($"is not YAML: {fault.Message}", $"{path}:{fault.Start.Line}", "correct the line");
            return [];
        }
        catch (InvalidOperationException)
        {
            Fail("is not YAML", path, "correct the file");   // the YAML scanner itself fails on some broken files, without saying where
            return [];
        }
        if (yaml.Documents.Count == 0 || yaml.Documents[0].RootNode is not YamlSequenceNode list) { Fail("holds no list", path, "write one entry a line, each beginning with '- '"); return []; }
        var items = new List<Item>();
        foreach (var node in list.Children)
        {
            var where = $"{path}:{node.Start.Line}";
            if (node is not YamlMappingNode map) { Fail("an entry that is no mapping", where, "write '- {id: ..., name: ...}'"); continue; }
            foreach (var key in map.Children.Keys.OfType<YamlScalarNode>())
                if (!Keys.Contains(key.Value, StringComparer.Ordinal)) Fail($"an unknown key '{key.Value}'", where, $"known keys: {string.Join(", ", Keys)}");
            items.Add(new Item(map, where));
        }
        return items;
    }

    private void Fail(string what, string where, string hint) => Problem ??= new Problem(what, where, hint);

    private sealed record Item(YamlMappingNode Map, string Where)
    {
        public string? Text(string key) => Map.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlScalarNode scalar ? scalar.Value : null;

        public bool Flag(string key) => Text(key) == "true";

        public RoleSide Side() => Text("side") switch { "state" => RoleSide.State, "armed" => RoleSide.Armed, "civilian" => RoleSide.Civilian, _ => RoleSide.Other };

        public ImmutableArray<string> List(string key) => Map.Children.TryGetValue(new YamlScalarNode(key), out var node) switch
        {
            true when node is YamlSequenceNode list => [.. list.Children.OfType<YamlScalarNode>().Select(n => n.Value ?? "").Where(v => v.Length > 0)],
            true when node is YamlScalarNode { Value.Length: > 0 } scalar => [scalar.Value],
            _ => [],
        };
    }
}
