using OnRecord.Language.Articles;
using OnRecord.Language.Sentences;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Cli.Output;

/// <summary>One field of a statement: what it says, and the words that carry it.</summary>
internal sealed record ExplainedField(string Name, string Value, IReadOnlyList<TextSpan> Words);

/// <summary>A statement taken apart into its fields.</summary>
internal sealed record Explanation(LedgerEntry Entry, ArticleEntry Article, IReadOnlyList<ExplainedField> Fields)
{
    private const string Mark = "\u001b[1;4m", Unmark = "\u001b[0m";

    /// <summary>Every field that says something, in the order of the guide.</summary>
    public static Explanation Of(LedgerEntry entry, ArticleEntry article)
    {
        var s = entry.Statement;
        var fields = new List<ExplainedField> { new("type", s.Type, [s.Trigger]), Cued("mode", s.Mode.Label()), Cued("polarity", s.Polarity.Label()) };
        foreach (var p in s.Agent) fields.Add(Who("agent", p));
        foreach (var p in s.Patient) fields.Add(Who("patient", p));
        if (s.Place is { } place) fields.Add(new("place", Place(place), [place.Span]));
        if (s.Quantity is { } q) fields.Add(new("quantity", StatementText.Number(q)!, [q.Span]));
        if (s.Time is { } time) fields.Add(new("time", StatementText.Time(time)!, [time.Span]));
        if (s.Deadline is { } deadline) fields.Add(new("deadline", StatementText.Iso(deadline.Day), [deadline.Span]));
        foreach (var (index, source) in s.Sources.Index()) fields.Add(new(index == 0 ? "source" : "relay", Identified(StatementText.Voice(source), source.Actor), [source.Span]));
        fields.Add(s.Sources.IsEmpty && s.Stance == Stance.None ? new("stance", "the report's own voice", []) : Cued("stance", s.Stance.Label()));
        return new Explanation(entry, article, fields);

        ExplainedField Cued(string field, string value)
        {
            var cues = s.Cues.Where(c => c.Field == field).ToList();
            var why = string.Join("; ", cues.Select(c => c.Why).Where(w => w.Length > 0).Distinct());
            return new(field, why.Length > 0 ? $"{value} ({why})" : value, [.. cues.Select(c => c.Span)]);
        }
    }

    /// <summary>For a person: the sentence, then each field over its words; marks are brackets, or bold on a terminal.</summary>
    public void Write(TextWriter output, bool terminal)
    {
        var (open, close) = terminal ? (Mark, Unmark) : ("[", "]");
        var s = Entry.Statement;
        output.WriteLine($"Statement {s.Id}");
        output.WriteLine($"from {Article.Title ?? Article.Key}, {Article.Outlet ?? "unknown outlet"}, {StatementText.Day(Article.Published)}{(Article.Url is { } url ? $", {url}" : "")}");
        output.WriteLine();
        var sentence = Sentence();
        output.WriteLine($"  {Marked(sentence, [s.Trigger], open, close)}");
        output.WriteLine();
        foreach (var field in Fields)
        {
            output.WriteLine($"{field.Name,-10}{field.Value}");
            var inside = field.Words.Where(w => sentence.Contains(w)).ToList();
            if (inside.Count > 0) output.WriteLine($"{"",-10}{Snippet(sentence, inside, open, close)}");
            foreach (var words in field.Words.Where(w => !sentence.Contains(w) && w.Length > 0))
                output.WriteLine($"{"",-10}{Snippet(new TextSpan(0, Article.Text.Length), [words], open, close)}   (elsewhere in the report)");
        }
    }

    /// <summary>The fields with their values and positions as one JSON object.</summary>
    public string Json() => new JsonWriter().Object(o => o
        .Name("statement").Statement(Entry.Statement, Article.Text)
        .Name("article").Object(a => a.Name("id").Value(Article.Id).Name("title").Value(Article.Title).Name("outlet").Value(Article.Outlet).Name("published").Value(Article.Published).Name("url").Value(Article.Url))
        .Name("sentence").Value(Sentence().Of(Article.Text))
        .Name("fields").Array(Fields, (json, field) => json.Object(f => f.Name("field").Value(field.Name).Name("value").Value(field.Value)
            .Name("words").Array(field.Words, (words, span) => words.Object(w => w.Name("start").Value(span.Start).Name("end").Value(span.End).Name("text").Value(span.Of(Article.Text))))))).ToString();

    // The sentence of the trigger; the whole line where the splitter sees none.
    private TextSpan Sentence()
    {
        var (text, trigger) = (Article.Text, Entry.Statement.Trigger);
        var start = trigger.Start == 0 ? 0 : text.LastIndexOf('\n', trigger.Start - 1) + 1;
        var end = text.IndexOf('\n', trigger.End) is var feed and >= 0 ? feed : text.Length;
        var sentence = SentenceSplitter.Split(text[start..end]).FirstOrDefault(x => new TextSpan(x.Span.Start + start, x.Span.End + start).Overlaps(trigger));
        return sentence is null ? new TextSpan(start, end) : new TextSpan(sentence.Span.Start + start, sentence.Span.End + start).Union(trigger);
    }

    // Some words to either side, cut at spaces.
    private string Snippet(TextSpan within, IReadOnlyList<TextSpan> words, string open, string close)
    {
        const int Side = 45;
        var text = Article.Text;
        var (first, last) = (words.Min(w => w.Start), words.Max(w => w.End));
        var (start, end) = (Math.Max(within.Start, first - Side), Math.Min(within.End, last + Side));
        while (start > within.Start && start < first && !char.IsWhiteSpace(text[start - 1])) start++;
        while (end < within.End && end > last && !char.IsWhiteSpace(text[end])) end--;
        return $"{(start > within.Start ? "… " : "")}{Marked(new TextSpan(start, end), words, open, close)}{(end < within.End ? " …" : "")}";
    }

    private string Marked(TextSpan span, IReadOnlyList<TextSpan> words, string open, string close)
    {
        var marked = new System.Text.StringBuilder();
        var at = span.Start;
        foreach (var word in words.Where(w => span.Contains(w) && w.Length > 0).OrderBy(w => w.Start))
        {
            if (word.Start < at) continue;
            marked.Append(Article.Text, at, word.Start - at).Append(open).Append(word.Of(Article.Text)).Append(close);
            at = word.End;
        }
        marked.Append(Article.Text, at, span.End - at);
        return marked.ToString().ReplaceLineEndings(" ").Trim();
    }

    private static ExplainedField Who(string field, Participant p) => new(field, Identified(p.Name, p.Actor), [p.Span]);

    private static string Identified(string name, string? actor) => actor is null ? $"{name} (identity not resolved)" : $"{name} = {actor}";

    private static string Place(StatementPlace place) => place.Place is not { } at
        ? $"{place.Name} (unresolved: {place.Unresolved ?? "no reason given"})"
        : FormattableString.Invariant($"{StatementText.Place(place)} ({at.Lat:0.###}, {at.Lon:0.###}{(at.Geonames is { } id ? $"; GeoNames {id}" : "")})");
}
