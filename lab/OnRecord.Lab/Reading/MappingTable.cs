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

    /// <summary>The same of the whole text, a second time: both must hold.</summary>
    public List<string> Also { get; set; } = [];

    /// <summary>The same of the names of those who do it.</summary>
    public List<string> Agent { get; set; } = [];

    /// <summary>Beginnings of clauses that will do ("after crowds stormed it"), or of what stands before them ("condemned the attack").</summary>
    public List<string> Begins { get; set; } = [];

    /// <summary>The same, but forbidding.</summary>
    public List<string> Not { get; set; } = [];

    /// <summary>Why.</summary>
    public string Why { get; set; } = "";

    /// <summary>True where the rule asks for a statement, not only for words of the text.</summary>
    public bool OfStatement => Types.Count + Modes.Count + Clause.Count + Agent.Count + Begins.Count + Polarity.Length > 0;
}

/// <summary>A reviewed table from statements to the classes of a public set. It is written by hand from the set's code list; nothing is learned from the set.</summary>
internal sealed class MappingTable
{
    private const int Before = 45;

    private sealed record Line(MappingRule Rule, Regex? Clause, Regex? Text, Regex? Also, Regex? Agent, Regex? Begins, Regex? Not)
    {
        public bool HoldsOf(string text) => Text?.IsMatch(text) != false && Also?.IsMatch(text) != false && Not?.IsMatch(text) != true;

        public bool HoldsOf(string text, Statement s) =>
            (Rule.Types.Count == 0 || Rule.Types.Contains(s.Type)) && (Rule.Modes.Count == 0 || Rule.Modes.Contains(s.Mode.Label()))
            && (Rule.Polarity.Length == 0 || Rule.Polarity == s.Polarity.Label()) && Clause?.IsMatch(s.Span.Of(text)) != false
            && (Agent is null || s.Agent.Any(a => Agent.IsMatch(a.Name))) && (Begins is null || Occasion(text, s));

        // Words at the head of the clause or right before it or its trigger: "after crowds burned", "condemned the killing".
        private bool Occasion(string text, Statement s)
        {
            var from = Math.Max(0, s.Trigger.Start - Before);
            foreach (Match found in Begins!.Matches(text, from))
            {
                if (found.Index >= s.Trigger.Start) return false;
                if (!text.AsSpan(found.Index, s.Trigger.Start - found.Index).ContainsAny(",;.:")) return true;
            }
            return false;
        }
    }

    private readonly List<Line> _lines;

    private MappingTable(IEnumerable<MappingRule> rules) =>
        _lines = [.. rules.Select(r => new Line(r, Pattern(r.Clause), Pattern(r.Text), Pattern(r.Also), Pattern(r.Agent), Pattern(r.Begins), Pattern(r.Not)))];

    public static MappingTable Load(string name) => Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "maps", name + ".yaml")));

    public static MappingTable Parse(string yaml)
    {
        var reader = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
        var rules = reader.Deserialize<List<MappingRule>>(yaml);
        if (rules.Find(r => r.Give.Length == 0 || r.Why.Length == 0) is { } lame) throw new InvalidDataException($"a rule needs 'give' and 'why': {lame.Give}{lame.Why}");
        return new MappingTable(rules);
    }

    /// <summary>The classes that rules give.</summary>
    public IEnumerable<string> Classes => _lines.Select(l => l.Rule.Give).Distinct();

    /// <summary>The types that rules name.</summary>
    public IEnumerable<string> Types => _lines.SelectMany(l => l.Rule.Types).Distinct();

    /// <summary>The class of one statement by the first rule that holds, or null.</summary>
    public string? First(string text, Statement statement) =>
        _lines.Find(l => l.HoldsOf(text) && l.HoldsOf(text, statement))?.Rule.Give is { } give && give != "-" ? give : null;

    /// <summary>The class of a text: the one that gets most points, each rule once; of equals the one named first.</summary>
    public string? Most(string text, IReadOnlyList<Statement> statements)
    {
        var points = new Dictionary<string, int>();
        foreach (var line in _lines.Where(l => l.HoldsOf(text) && (!l.Rule.OfStatement || statements.Any(s => l.HoldsOf(text, s)))))
            points[line.Rule.Give] = points.GetValueOrDefault(line.Rule.Give) + line.Rule.Points;
        return points.Count == 0 ? null : points.MaxBy(p => p.Value).Key;
    }

    private static Regex? Pattern(List<string> words) => words.Count == 0 ? null
        : new Regex($@"\b(?:{string.Join('|', words.Select(w => w[0] == '=' ? Regex.Escape(w[1..]) + @"\b" : Regex.Escape(w)))})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
