using System.Collections.Immutable;
using OnRecord.Language;
using OnRecord.Language.Articles;
using OnRecord.Statements;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OnRecord.Scores;

/// <summary>Reads files of annotated reports: one YAML stream a file, one report a document.</summary>
public static class GoldFile
{
    /// <summary>The reports of a file, or the first thing that is wrong with it, by line.</summary>
    public static Outcome<GoldSet> Read(string path)
    {
        string yaml;
        try
        {
            yaml = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Problem("the gold file cannot be read", path, "check the path and the permissions");
        }
        return Parse(yaml, path);
    }

    /// <summary>The reports of a YAML stream; <paramref name="path"/> is what problems call it.</summary>
    public static Outcome<GoldSet> Parse(string yaml, string path)
    {
        var stream = new YamlStream();
        try
        {
            if (YamlGuard.Refuse(yaml) is { } refused) return new Problem(refused.What, $"{path}:{refused.Line}", "see the guide for the form of a gold document");
            stream.Load(new StringReader(yaml));
            var documents = stream.Documents.Where(d => !Yaml.IsNull(d.RootNode)).Select(d => Document(Yaml.Map(d.RootNode))).ToImmutableArray();
            if (documents.IsEmpty) return new Problem("no gold document in it", path, "each YAML document must have id, text and statements");
            return new GoldSet(path, documents);
        }
        catch (YamlException e)
        {
            return new Problem(e.Message.ReplaceLineEndings(" "), $"{path}:{e.Start.Line}", "see the guide for the form of a gold document");
        }
        catch (InvalidOperationException)
        {
            // The YAML scanner itself fails on some broken files, without saying where.
            return new Problem("this is not valid YAML", path, "see the guide for the form of a gold document");
        }
        catch (GoldException e)
        {
            return new Problem(e.Message, $"{path}:{e.Line}", "see the guide for the form of a gold document");
        }
    }

    private static GoldDocument Document(Yaml map)
    {
        var text = map.Required("text");
        var article = map.Optional("article");
        var used = new HashSet<TextSpan>();
        return new GoldDocument
        {
            Id = map.Required("id"),
            Text = text,
            Title = article?.Text("title"),
            Outlet = article?.Text("outlet"),
            Byline = article?.Text("byline"),
            Dateline = article?.Text("dateline"),
            Url = article?.Text("url"),
            Published = article?.Day("published"),
            Statements = [.. map.Items("statements").Select(node => Statement(Yaml.Map(node), text, used))],
        };
    }

    private static GoldStatement Statement(Yaml map, string text, HashSet<TextSpan> used)
    {
        var anchor = Anchor(map, text, used);
        var trigger = map.Required("trigger");
        var at = anchor.Of(text).IndexOf(trigger, StringComparison.Ordinal);
        if (at < 0) throw new GoldException($"the trigger \"{trigger}\" is not in its anchor", map.Line);
        return new GoldStatement
        {
            Anchor = anchor,
            Trigger = new TextSpan(anchor.Start + at, anchor.Start + at + trigger.Length),
            Type = map.Required("type"),
            Mode = map.Choice<Mode>("mode"),
            Polarity = map.Choice<Polarity>("polarity"),
            Agent = map.Names("agent"),
            Patient = map.Names("patient"),
            Place = Place(map),
            Quantity = map.Optional("quantity") is { } q ? new GoldQuantity(q.Text("text") ?? "", q.Number("low"), q.Number("high"), q.Text("unit") ?? "") : null,
            Time = map.Optional("time") is { } t ? new GoldTime(t.Day("from"), t.Day("to")) : null,
            Deadline = map.Day("deadline"),
            Sources = map.Names("sources"),
            Stance = map.Text("stance") is { Length: > 0 } ? map.Choice<Stance>("stance") : Stance.None,
        };
    }

    // Unique, or the first of its kind that no earlier statement took; a list of places shares one anchor.
    private static TextSpan Anchor(Yaml map, string text, HashSet<TextSpan> used)
    {
        var anchor = map.Required("anchor");
        TextSpan? last = null;
        for (var at = text.IndexOf(anchor, StringComparison.Ordinal); at >= 0; at = text.IndexOf(anchor, at + 1, StringComparison.Ordinal))
        {
            last = new TextSpan(at, at + anchor.Length);
            if (used.Add(last.Value)) break;
        }
        return last ?? throw new GoldException($"the anchor \"{anchor}\" is not in the text", map.Line);
    }

    private static GoldPlace? Place(Yaml map) => map.Names("place") switch
    {
        [] => null,
        [var name, var admin1, var country] => new GoldPlace(name, admin1, country),
        _ => throw new GoldException("place must be [name, admin1 or \"\", country code], or []", map.Line),
    };
}
