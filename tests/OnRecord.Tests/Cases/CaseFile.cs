using System.Globalization;

namespace OnRecord.Tests.Cases;

/// <summary>One expected statement of a case: the words of its trigger, and only the fields that the case names.</summary>
public sealed record Expectation(string Trigger, bool Absent, IReadOnlyDictionary<string, string> Fields, string Line);

/// <summary>
/// A case that a journalist can read: a heading, <c>key: value</c> lines about the report, the report, and under "## Statements" one line for each statement:
/// <c>- captured: capture, actual; agent: Taliban; place: Kunduz; sources: police spokesman; stance: said</c>. "- not condemned" says that a word makes none.
/// </summary>
public sealed record CaseFile(string Name, IReadOnlyDictionary<string, string> About, string Text, IReadOnlyList<Expectation> Expected)
{
    public static CaseFile Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var about = new Dictionary<string, string>();
        var i = 0;
        while (i < lines.Length && (lines[i].StartsWith("# ", StringComparison.Ordinal) || lines[i].Length == 0)) i++;
        for (; i < lines.Length && lines[i].Length > 0; i++)
        {
            var (key, value) = Split(lines[i], ':');
            about[key] = value;
        }
        var text = new List<string>();
        for (i++; i < lines.Length && lines[i] != "## Statements"; i++) text.Add(lines[i]);
        var expected = lines.Skip(i + 1).Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(Expect).ToList();
        if (expected.Count == 0) throw new InvalidDataException($"{path} expects nothing");
        return new CaseFile(Path.GetFileNameWithoutExtension(path), about, string.Join('\n', text).Trim(), expected);
    }

    public DateOnly? Published => About.TryGetValue("published", out var day) ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null;

    private static Expectation Expect(string line)
    {
        var body = line[2..];
        if (body.StartsWith("not ", StringComparison.Ordinal)) return new Expectation(body[4..].Trim(), true, new Dictionary<string, string>(), line);
        var parts = body.Split(';', StringSplitOptions.TrimEntries);
        var (trigger, head) = Split(parts[0], ':');
        var fields = new Dictionary<string, string>();
        var kinds = head.Split(',', StringSplitOptions.TrimEntries);
        fields["type"] = kinds[0];
        if (kinds.Length > 1) fields["mode"] = kinds[1];
        fields["polarity"] = kinds.Contains("negative") ? "negative" : "positive";
        foreach (var part in parts.Skip(1))
        {
            var (key, value) = Split(part, ':');
            fields[key] = value;
        }
        return new Expectation(trigger, false, fields, line);
    }

    private static (string, string) Split(string line, char at)
    {
        var cut = line.IndexOf(at);
        return cut < 0 ? throw new InvalidDataException($"'{line}' has no '{at}'") : (line[..cut].Trim(), line[(cut + 1)..].Trim());
    }
}
