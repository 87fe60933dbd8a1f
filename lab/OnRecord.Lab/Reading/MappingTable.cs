using System.Text.RegularExpressions;
using OnRecord.Statements;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace OnRecord.Lab.Reading;

/// <summary>One line of a mapping table: what must hold, and the class that it speaks for. What is not said may be anything.</summary>
internal sealed record MappingRule
{
    /// <summary>The class.</summary>
    public string Give { get; set; } = "";

    /// <summary>How strongly it speaks for the class, where points are counted.</summary>
    public int Points { get; set; } = 1;

    /// <summary>The types of statement that will do.</summary>
    public List<string> Types { get; set; } = [];

    /// <summary>The modes that will do.</summary>
    public List<string> Modes { get; set; } = [];

    /// <summary>"positive" or "negative".</summary>
    public string Polarity { get; set; } = "";

    /// <summary>Beginnings of words of which the clause must have one (a trailing * is understood; "=" before a word takes it whole).</summary>
    public List<string> Clause { get; set; } = [];

    /// <summary>The same of the whole text.</summary>
    public List<string> Text { get; set; } = [];

    /// <summary>The same, but forbidding.</summary>
    public List<string> Not { get; set; } = [];

    /// <summary>Why.</summary>
    public string Why { get; set; } = "";

    /// <summary>True where the rule asks for a statement, not only for words of the text.</summary>
    public bool OfStatement => Types.Count + Modes.Count + Clause.Count + Polarity.Length > 0;
}

/// <summary>A reviewed table from statements to the classes of a public set. It is written by hand from the set's code list; nothing is learned from the set.</summary>
internal sealed class MappingTable
{
    private readonly List<(MappingRule Rule, Regex? Clause, Regex? Text, Regex? Not)> _rules;

    private MappingTable(IEnumerable<MappingRule> rules) =>
        _rules = [.. rules.Select(r => (r, Pattern(r.Clause), Pattern(r.Text), Pattern(r.Not)))];

    public static MappingTable Load(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "maps", name + ".yaml");
        return Parse(File.ReadAllText(path));
    }

    public static MappingTable Parse(string yaml)
    {
        var reader = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
        var rules = reader.Deserialize<List<MappingRule>>(yaml);
        if (rules.Find(r => r.Give.Length == 0 || r.Why.Length == 0) is { } lame) throw new InvalidDataException($"a rule needs 'give' and 'why': {lame.Give}{lame.Why}");
        return new MappingTable(rules);
    }

    /// <summary>The classes that rules give.</summary>
    public IEnumerable<string> Classes => _rules.Select(r => r.Rule.Give).Distinct();

    /// <summary>The types that rules name.</summary>
    public IEnumerable<string> Types => _rules.SelectMany(r => r.Rule.Types).Distinct();

    /// <summary>The class of one statement by the first rule that holds, or null.</summary>
    public string? First(string text, Statement statement)
    {
        foreach (var (rule, clause, whole, not) in _rules)
            if (Holds(rule, clause, statement, text) && whole?.IsMatch(text) != false && not?.IsMatch(statement.Span.Of(text)) != true) return rule.Give == "-" ? null : rule.Give;
        return null;
    }

    /// <summary>The class of a text: the one that gets most points, each rule once; of equals the one named first.</summary>
    public string? Most(string text, IReadOnlyList<Statement> statements)
    {
        var points = new Dictionary<string, int>();
        foreach (var (rule, clause, whole, not) in _rules)
        {
            if (not?.IsMatch(text) == true || whole?.IsMatch(text) == false) continue;
            if (rule.OfStatement && !statements.Any(s => Holds(rule, clause, s, text))) continue;
            points[rule.Give] = points.GetValueOrDefault(rule.Give) + rule.Points;
        }
        return points.Count == 0 ? null : points.MaxBy(p => p.Value).Key;
    }

    private static bool Holds(MappingRule rule, Regex? clause, Statement s, string text) =>
        (rule.Types.Count == 0 || rule.Types.Contains(s.Type)) && (rule.Modes.Count == 0 || rule.Modes.Contains(s.Mode.Label()))
        && (rule.Polarity.Length == 0 || rule.Polarity == s.Polarity.Label()) && clause?.IsMatch(s.Span.Of(text)) != false;

    private static Regex? Pattern(List<string> words) => words.Count == 0 ? null
        : new Regex($@"\b(?:{string.Join('|', words.Select(w => w[0] == '=' ? Regex.Escape(w[1..]) + @"\b" : Regex.Escape(w)))})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
