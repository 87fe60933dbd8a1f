using System.Collections.Frozen;
using System.Collections.Immutable;
using OnRecord.Language;

namespace OnRecord.Statements.Coding;

/// <summary>Reads a codebook folder: types.yaml, words.yaml, and any number of trigger files, whose keys are types; folders in it add to it in the same form.</summary>
public static class CodebookReader
{
    private static readonly FrozenSet<string> TriggerKeys = FrozenSet.ToFrozenSet(
        ["verbs", "nouns", "adjectives", "subject", "object", "object_is", "particles", "with", "with_class", "compound", "voice", "no_object", "roles", "negative", "extend", "weak", "sure"]);

    private static readonly FrozenSet<string> Roles = FrozenSet.ToFrozenSet(["agent", "patient", "place", "none"]);

    /// <summary>The codebook, enlarged by the folders <paramref name="additions"/>, or the first thing that is wrong with it, with file and line.</summary>
    public static Outcome<Codebook> Read(string folder, IReadOnlyList<string>? additions = null)
    {
        if (!Directory.Exists(folder)) return new Problem("there is no codebook folder", folder, "install OnRecord again, or name the folder that holds codebook/ in ONRECORD_DATA");
        try
        {
            return Build([folder, .. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal), .. additions ?? []]);
        }
        catch (CodebookFault fault)
        {
            return fault.Problem;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem($"the codebook cannot be read: {e.Message}", folder, "check that the files are there and readable");
        }
    }

    // The first folder is the codebook itself; the others may have types and classes of their own.
    private static Codebook Build(IReadOnlyList<string> folders)
    {
        var types = new List<StatementType>();
        var words = YamlNodes.Load(Path.Combine(folders[0], "words.yaml"));
        var classes = Lists(words, "classes");
        for (var i = 0; i < folders.Count; i++)
        {
            if (i == 0 || File.Exists(Path.Combine(folders[i], "types.yaml")))
                foreach (var (name, node) in YamlNodes.Entries(YamlNodes.Load(Path.Combine(folders[i], "types.yaml"))))
                    if (types.Exists(t => t.Name == name.Value)) throw YamlNodes.Fault(name, $"the type '{name.Value}' is there already");
                    else types.Add(Type(name, node));
            if (i == 0 || !File.Exists(Path.Combine(folders[i], "words.yaml"))) continue;
            foreach (var (name, more) in Lists(YamlNodes.Load(Path.Combine(folders[i], "words.yaml")), "classes"))
                classes[name] = classes.TryGetValue(name, out var there) ? [.. there, .. more.Except(there)] : more;
        }

        var (names, classNames) = (types.Select(t => t.Name).ToHashSet(), classes.Keys.ToHashSet());
        var triggers = new List<Trigger>();
        foreach (var file in folders.SelectMany(f => Directory.EnumerateFiles(f, "*.yaml").Order(StringComparer.Ordinal)))
        {
            if (Path.GetFileName(file) is "types.yaml" or "words.yaml") continue;
            foreach (var (type, list) in YamlNodes.Entries(YamlNodes.Load(file)))
            {
                if (!names.Contains(type.Value)) throw YamlNodes.Fault(type, $"'{type.Value}' is not a type of types.yaml");
                foreach (var node in YamlNodes.Items(list)) triggers.AddRange(Triggers(type.Value, node, classNames));
            }
        }
        return new Codebook(types, triggers, classes, Reporting(words), Modes(words), Lists(words, "lists"), YamlNodes.Get(words, "idioms") is null ? [] : Lists(words, "idioms"));
    }

    private static StatementType Type(NodeAt name, NodeAt node)
    {
        string Text(string key) => YamlNodes.Text(node, key) ?? "";
        bool Flag(string key) => YamlNodes.Flag(node, key);
        if (Text("says").Length == 0) throw YamlNodes.Fault(name, $"type '{name.Value}' needs 'says': one sentence");
        return new StatementType(name.Value, Text("says"), Text("family") is { Length: > 0 } f ? f : name.Value, Text("acled"), Text("plover"), Text("cameo"), Text("ucdp"),
            Flag("place_object"), Flag("mutual"), Flag("place_left"), !Flag("placeless"), Text("counts") is { Length: > 0 } c ? c : "patient", Flag("casualty"), Flag("armed"));
    }

    private static IEnumerable<Trigger> Triggers(string type, NodeAt node, HashSet<string> classes)
    {
        foreach (var (key, _) in YamlNodes.Entries(node))
            if (!TriggerKeys.Contains(key.Value)) throw YamlNodes.Fault(key, $"'{key.Value}' is not a field of a trigger; known are {string.Join(", ", TriggerKeys.Order(StringComparer.Ordinal))}");

        ImmutableArray<string> OfClass(string key)
        {
            var found = YamlNodes.Words(node, key);
            foreach (var c in found)
                if (!classes.Contains(c) && c is not ("place" or "person" or "actor")) throw YamlNodes.Fault(node, $"'{c}' in '{key}' is not a class of words.yaml");
            return found;
        }

        var roles = new Dictionary<string, string>();
        if (YamlNodes.Get(node, "roles") is { } map)
            foreach (var (from, to) in YamlNodes.Entries(map))
                roles[from.Value] = Roles.Contains(to.Value) ? to.Value : throw YamlNodes.Fault(to, $"'{to.Value}' is not a role; known are agent, patient, place, none");
        var voice = YamlNodes.Text(node, "voice") ?? "";
        if (voice is not ("" or "active" or "passive")) throw YamlNodes.Fault(node, $"voice '{voice}' is neither active nor passive");

        var any = false;
        foreach (var (key, form) in new[] { ("verbs", TriggerForm.Verb), ("nouns", TriggerForm.Noun), ("adjectives", TriggerForm.Adjective) })
        {
            var lemmas = YamlNodes.Words(node, key);
            if (lemmas.IsEmpty) continue;
            any = true;
            yield return new Trigger(type, form, lemmas, OfClass("subject"), OfClass("object"), YamlNodes.Words(node, "object_is"), YamlNodes.Words(node, "particles"),
                YamlNodes.Words(node, "with"), OfClass("with_class"), YamlNodes.Words(node, "compound"), voice, YamlNodes.Flag(node, "no_object"),
                roles.ToFrozenDictionary(), YamlNodes.Flag(node, "negative"), YamlNodes.Flag(node, "extend"), YamlNodes.Flag(node, "weak"), node.Where)
            {
                Sure = YamlNodes.Flag(node, "sure"),
            };
        }
        if (!any) throw YamlNodes.Fault(node, "a trigger needs 'verbs', 'nouns' or 'adjectives'");
    }

    private static Dictionary<string, ImmutableArray<string>> Lists(NodeAt words, string key) =>
        YamlNodes.Get(words, key) is { } map
            ? YamlNodes.Entries(map).ToDictionary(e => e.Key.Value, e => YamlNodes.Words(e.Value))
            : throw YamlNodes.Fault(words, $"'{key}' is missing");

    private static Dictionary<string, ReportingWord> Reporting(NodeAt words)
    {
        var found = new Dictionary<string, ReportingWord>();
        foreach (var (name, list) in YamlNodes.Entries(YamlNodes.Get(words, "reporting") ?? throw YamlNodes.Fault(words, "'reporting' is missing")))
        {
            if (!Enum.TryParse<Stance>(name.Value, true, out var stance)) throw YamlNodes.Fault(name, $"'{name.Value}' is not a stance");
            foreach (var word in YamlNodes.Words(list)) found[word] = new ReportingWord(stance);
        }
        return found;
    }

    private static Dictionary<string, ModeWord> Modes(NodeAt words)
    {
        var found = new Dictionary<string, ModeWord>();
        foreach (var (name, map) in YamlNodes.Entries(YamlNodes.Get(words, "modes") ?? throw YamlNodes.Fault(words, "'modes' is missing")))
        {
            if (!Enum.TryParse<Mode>(name.Value, true, out var mode)) throw YamlNodes.Fault(name, $"'{name.Value}' is not a mode");
            foreach (var (kind, list) in YamlNodes.Entries(map))
                foreach (var word in YamlNodes.Words(list))
                    found[word] = kind.Value switch
                    {
                        "voiced" => new ModeWord(mode, true, false),
                        "told" => new ModeWord(mode, false, false),
                        "negative" => new ModeWord(mode, false, true),
                        _ => throw YamlNodes.Fault(kind, $"'{kind.Value}' is none of voiced, told, negative"),
                    };
        }
        return found;
    }
}
