using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OnRecord.Language.Articles;

namespace OnRecord.Lab.Reading;

/// <summary>A text with the event roots expected of it; each expectation is met by any of its roots.</summary>
internal sealed record EventRecord(string Id, string Text, string? Date, IReadOnlyList<IReadOnlyList<string>> Expected);

/// <summary>Reads the records of PLOVER and PETRARCH. Roots are CAMEO's, two digits.</summary>
internal static partial class EventRecords
{
    // PLOVER's names, and those of its first draft, by CAMEO root.
    private static readonly Dictionary<string, string[]> Plover = new()
    {
        ["AGREE"] = ["03"],
        ["CONSULT"] = ["04"],
        ["SUPPORT"] = ["05"],
        ["COOPERATE"] = ["06"],
        ["AID"] = ["07"],
        ["CONCEDE"] = ["08"],
        ["RETREAT"] = ["08"],
        ["YIELD"] = ["08"],
        ["INVESTIGATE"] = ["09"],
        ["DEMAND"] = ["10"],
        ["REQUEST"] = ["10"],
        ["DISAPPROVE"] = ["11"],
        ["ACCUSE"] = ["11"],
        ["REJECT"] = ["12"],
        ["THREATEN"] = ["13"],
        ["PROTEST"] = ["14"],
        ["MOBILIZE"] = ["15"],
        ["SANCTION"] = ["16"],
        ["COERCE"] = ["17"],
        ["ASSAULT"] = ["18", "19", "20"],   // the first draft still told fights from assaults; PLOVER has since made them one
        ["FIGHT"] = ["18", "19", "20"],
    };

    // The unit tests of PETRARCH still carry the roots of WEIS, the older code list: what they are in CAMEO.
    // 02 (comment) and 14 (deny) are no events in CAMEO but somebody's word; what a source says is kept as its statement there.
    private static readonly Dictionary<string, string[]> Weis = new()
    {
        ["03"] = ["04"],
        ["04"] = ["05"],
        ["05"] = ["03", "07"],
        ["06"] = ["05", "08"],
        ["07"] = ["07"],
        ["08"] = ["03", "05", "06"],
        ["09"] = ["10"],
        ["10"] = ["10"],
        ["11"] = ["12"],
        ["12"] = ["11"],
        ["13"] = ["11"],
        ["15"] = ["10"],
        ["16"] = ["13"],
        ["17"] = ["13"],
        ["18"] = ["14", "15"],
        ["19"] = ["16"],
        ["20"] = ["16", "17"],
        ["21"] = ["17"],
        ["22"] = ["18", "19"],
    };

    /// <summary>Records of the same text are one, with what any of them expects.</summary>
    public static IReadOnlyList<EventRecord> ReadPlover(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var found = new List<EventRecord>();
        foreach (var group in json.RootElement.EnumerateArray().GroupBy(r => r.GetProperty("text").GetString()!.Trim()))
        {
            var expected = group.Select(r => r.GetProperty("event").GetString()!.ToUpperInvariant()).Distinct().Where(Plover.ContainsKey).Select(e => (IReadOnlyList<string>)Plover[e]).ToList();
            found.Add(new EventRecord(group.First().GetProperty("id").GetString()!, group.Key.Trim('{', '}'), null, expected));
        }
        return found;
    }

    /// <summary>The unit tests whose sentence can be coded from the text alone; how many were left out, by reason.</summary>
    public static (IReadOnlyList<EventRecord> Records, IReadOnlyDictionary<string, int> LeftOut) ReadPetrarch(string path)
    {
        var found = new List<EventRecord>();
        var left = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in XDocument.Load(path).Descendants("Sentence"))
        {
            var id = (string?)sentence.Attribute("id") ?? "";
            var text = Spaces().Replace((string?)sentence.Element("Text") ?? "", " ").Trim();
            var codings = sentence.Elements("EventCoding").ToList();
            var codes = codings.Select(c => ((string?)c.Attribute("eventcode") ?? "").Trim()).Where(c => c.Length > 0).Distinct().ToList();
            // CAMEO's own codes where the record has the code that only CAMEO gives artillery; else those of WEIS, three digits below 230.
            var expected = codes.Select(c => c == "194" && text.Contains("artillery", StringComparison.Ordinal) ? ["19"] : Code().IsMatch(c) && int.Parse(c, System.Globalization.CultureInfo.InvariantCulture) < 230 ? Weis.GetValueOrDefault(c[..2]) : null)
                .OfType<string[]>().DistinctBy(e => string.Join(' ', e)).Select(e => (IReadOnlyList<string>)e).ToList();
            var reason = codes.Count == 0 ? "expects nothing: tests of actor lists, discards and errors"
                : expected.Count == 0 && codes.All(c => c.StartsWith("02", StringComparison.Ordinal)) ? "expects only a comment (02), which is a source here and not an event"
                : expected.Count == 0 ? "codes of no code list (345, 90x, 1717 …), made up to test patterns"
                : null;
            if (reason is not null) left[reason] = left.GetValueOrDefault(reason) + 1;
            else found.Add(new EventRecord(id, text, (string?)sentence.Attribute("date"), expected));
        }
        return (found, left);
    }

    public static ArticleInput Input(EventRecord record) => new() { Id = record.Id, Text = record.Text };

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex("^[0-2][0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
