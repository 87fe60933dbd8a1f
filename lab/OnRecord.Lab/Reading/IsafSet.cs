using System.Text.Json;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions.Places;
using OnRecord.Statements;

namespace OnRecord.Lab.Reading;

/// <summary>ISAF's press releases: the kind of event and the province of each.</summary>
internal sealed class IsafSet : IReadingSet
{
    private sealed record Release(string Id, string Text, IReadOnlyList<string> Types, IReadOnlyList<string> Provinces);

    public string Name => "isaf";

    public string Needs => "isaf/releases.jsonl";

    public IEnumerable<Figure> Measure(string path, ReadingTools tools)
    {
        var releases = File.ReadLines(path).Where(l => l.Length > 0).Select(Read).ToList();
        var (types, provinces, both) = (0, 0, 0);
        using var gazetteer = Gazetteer.Open(Path.Combine(tools.Data, "gazetteer.bin")).Value ?? throw new InvalidDataException("there is no gazetteer");
        foreach (var (release, read) in releases.Zip(tools.Read(tools.Reader, releases.Select(r => new ArticleInput { Id = r.Id, Text = r.Text }))))
        {
            var statements = read.Statements;
            var type = IsafEvent.Type(release.Text, statements);
            var province = IsafEvent.Province(read, statements);
            var typeRight = release.Types.Contains(type);
            var provinceRight = release.Provinces.Any(p => Same(gazetteer, p, province));
            if (typeRight) types++;
            if (provinceRight) provinces++;
            if (typeRight && provinceRight) both++;
            else tools.Wrong($"{string.Join('/', release.Types)} in {string.Join('/', release.Provinces)}, read as {type} in {province} [{string.Join(' ', statements.Select(s => $"{s.Type}:{s.Mode.Label()}:{s.Place?.Place?.Admin1}"))}] {release.Text.ReplaceLineEndings(" ")}");
        }
        var of = $"{releases.Count} releases";
        yield return new Figure("type right %", 100.0 * types / releases.Count, 85, of);
        yield return new Figure("province right %", 100.0 * provinces / releases.Count, 92, of);
        yield return new Figure("both right %", 100.0 * both / releases.Count, 78, of);
    }

    // The set writes provinces its own way ("paktya", "sar-e pul"): the gazetteer knows which is meant.
    private static bool Same(Gazetteer gazetteer, string meant, string found) =>
        string.Equals(meant, found, StringComparison.OrdinalIgnoreCase) || found.Length > 0 && gazetteer.Admin1(meant, "AF") is { } division && gazetteer.Admin1(found, "AF") is { } other && division.Admin1Code == other.Admin1Code;

    private static Release Read(string line, int number)
    {
        using var json = JsonDocument.Parse(line);
        using var gold = JsonDocument.Parse(json.RootElement.GetProperty("gold").GetString()!);
        IReadOnlyList<string> Values(string key) => [.. gold.RootElement.GetProperty(key).EnumerateArray().SelectMany(v => v.GetString()!.Split(';'))];
        return new Release($"isaf-{number}", json.RootElement.GetProperty("text").GetString()!, Values("event_type"), Values("province"));
    }
}
