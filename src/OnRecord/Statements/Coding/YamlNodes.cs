using System.Collections.Immutable;
using OnRecord.Language;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OnRecord.Statements.Coding;

/// <summary>A node of a YAML file with the place it stands at.</summary>
internal sealed record NodeAt(string File, YamlNode Node)
{
    public string Value => Node is YamlScalarNode s ? s.Value ?? "" : throw YamlNodes.Fault(this, "a single word is expected here");
    public string Where => $"{Path.GetFileName(File)}, line {Node.Start.Line}";
}

/// <summary>A codebook file says something it may not say; carries the line to be shown.</summary>
internal sealed class CodebookFault(Problem problem) : Exception(problem.What)
{
    public Problem Problem { get; } = problem;
}

/// <summary>Reads YAML by hand, so that every complaint can name file and line.</summary>
internal static class YamlNodes
{
    public static NodeAt Load(string file)
    {
        if (!File.Exists(file)) throw new CodebookFault(new Problem("this file of the codebook is missing", file, "put it back or install OnRecord again"));
        var text = File.ReadAllText(file);
        var stream = new YamlStream();
        try
        {
            if (YamlGuard.Refuse(text) is { } refused) throw new CodebookFault(new Problem(refused.What, $"{Path.GetFileName(file)}, line {refused.Line}", "mend the file"));
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new CodebookFault(new Problem($"this is not valid YAML: {e.InnerException?.Message ?? e.Message}", $"{Path.GetFileName(file)}, line {e.Start.Line}", "mend the file"));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or NullReferenceException or IndexOutOfRangeException)
        {
            // The YAML scanner itself fails on some broken files, without saying where.
            throw new CodebookFault(new Problem("this is not valid YAML", Path.GetFileName(file), "mend the file"));
        }
        return new NodeAt(file, stream.Documents.Count == 0 ? new YamlMappingNode() : stream.Documents[0].RootNode);
    }

    public static CodebookFault Fault(NodeAt node, string what) => new(new Problem(what, node.Where, "mend the file"));

    public static IEnumerable<(NodeAt Key, NodeAt Value)> Entries(NodeAt node) =>
        node.Node is YamlMappingNode map
            ? map.Children.Select(c => (node with { Node = c.Key }, node with { Node = c.Value }))
            : throw Fault(node, "'key: value' lines are expected here");

    public static IEnumerable<NodeAt> Items(NodeAt node) =>
        node.Node is YamlSequenceNode list ? list.Children.Select(c => node with { Node = c }) : throw Fault(node, "a list is expected here");

    public static NodeAt? Get(NodeAt node, string key)
    {
        foreach (var (k, v) in Entries(node))
            if (k.Value == key) return v;
        return null;
    }

    public static string? Text(NodeAt node, string key) => Get(node, key)?.Value;

    public static bool Flag(NodeAt node, string key) => Get(node, key) is { } flag && flag.Value switch
    {
        "true" => true,
        "false" => false,
        _ => throw Fault(flag, $"'{key}' is either true or false"),
    };

    public static ImmutableArray<string> Words(NodeAt node, string key) => Get(node, key) is { } list ? Words(list) : [];

    /// <summary>A list of words; a word given alone is a list of one.</summary>
    public static ImmutableArray<string> Words(NodeAt node) =>
        node.Node is YamlScalarNode ? [node.Value] : [.. Items(node).Select(i => i.Value)];
}
