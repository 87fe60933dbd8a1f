namespace OnRecord.Lab.Reading;

/// <summary>CASE-2021 task 2: a snippet's sub-type, by the mapping table alone; F1 weighted by how often a class is meant.</summary>
internal sealed class CaseSet : IReadingSet
{
    private const string Otherwise = "OTHER";

    public string Name => "case2021";

    public string Needs => "case2021/subtypes.tsv";

    public IEnumerable<Figure> Measure(string path, ReadingTools tools)
    {
        var rows = File.ReadLines(path).Select(l => l.Split('\t')).Where(c => c.Length >= 3 && c[^1].Trim() != "SubType").Select(c => (Id: c[0], Text: c[1].Trim(), Class: c[^1].Trim())).ToList();
        var table = MappingTable.Load("case2021");
        var read = tools.Read(tools.Reader, rows.Select(r => new Language.Articles.ArticleInput { Id = r.Id, Text = r.Text }));
        var pairs = rows.Zip(read, (row, r) => (row.Class, Found: table.Most(row.Text, r.Statements) ?? Otherwise, row.Text, Said: string.Join(' ', r.Statements.Select(s => s.Type)))).ToList();
        foreach (var (meant, found, text, said) in pairs.Where(p => p.Class != p.Found)) tools.Wrong($"{meant} as {found} [{said}] {text}");
        foreach (var group in pairs.GroupBy(p => p.Class).OrderBy(g => g.Key, StringComparer.Ordinal))
            tools.Detail($"{group.Key}: F1 {F1(pairs.Select(p => (p.Class, p.Found)), group.Key):0.0} of {group.Count()}; taken for {string.Join(", ", group.Where(p => p.Found != p.Class).GroupBy(p => p.Found).OrderByDescending(g => g.Count()).Select(g => $"{g.Count()} {g.Key}"))}");
        yield return new Figure("sub-type by mapping, weighted F1", Weighted([.. pairs.Select(p => (p.Class, p.Found))]), 62, $"{rows.Count} snippets, {rows.Select(r => r.Class).Distinct().Count()} classes");
    }

    /// <summary>F1 of each class, weighted by how often it is meant, in percent.</summary>
    internal static double Weighted(IReadOnlyList<(string Meant, string Found)> pairs) =>
        pairs.GroupBy(p => p.Meant).Sum(g => F1(pairs, g.Key) * g.Count()) / Math.Max(1, pairs.Count);

    private static double F1(IEnumerable<(string Meant, string Found)> pairs, string label)
    {
        var (right, meant, found) = (0, 0, 0);
        foreach (var pair in pairs)
        {
            if (pair.Meant == label) meant++;
            if (pair.Found == label) found++;
            if (pair.Meant == label && pair.Found == label) right++;
        }
        return 200.0 * right / (meant + found);
    }
}
