using System.Collections.Immutable;
using OnRecord.Ledger;
using OnRecord.Pictures;

namespace OnRecord.Cli.Output;

/// <summary>An article with all that the record knows of it: where and when it was published, under whose name it counts, its other contents, and what was read in it.</summary>
internal sealed record ArticleExplanation(ArticleEntry Article, string Origin, Story? Story, IReadOnlyDictionary<string, ArticleEntry> Copies, ImmutableArray<ArticleVersion> Versions,
    IReadOnlyList<LedgerEntry> Entries)
{
    /// <summary>What the record has of an article, of its statements those of the days asked for.</summary>
    public static ArticleExplanation Of(ILedger ledger, ArticleEntry article, PictureOptions when)
    {
        // Who copied whom is seen by all that is known: a picture of no country has that and nothing else.
        var evidence = Picture.Of(ledger.Entries(new LedgerQuery()), ledger.Articles(new LedgerQuery()).ToDictionary(one => one.Id, StringComparer.Ordinal), when with { Country = "" }).Evidence;
        var story = evidence.StoryOf(article.Id);
        return new ArticleExplanation(article, evidence.Origin(article), story,
            (story?.Articles ?? []).Select(id => evidence.Article(id)).OfType<ArticleEntry>().ToDictionary(one => one.Id, StringComparer.Ordinal),
            ledger.Versions(article.Id), [.. ledger.Entries(new LedgerQuery(ArticleId: article.Id) { Superseded = true, AsOf = when.AsOf, KnownAt = when.KnownAt })]);
    }

    /// <summary>For a person.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine($"Article {Article.Id}");
        output.WriteLine(Article.Title ?? StatementText.Beginning(Article.Text));
        output.WriteLine();
        foreach (var (name, value) in Fields()) output.WriteLine($"{name,-11}{value}");
        if (Story is { } story)
        {
            output.WriteLine(FormattableString.Invariant($"\nOne text in {story.Articles.Length} articles ({story.Id}): at least {story.Alike * 100:0} % of the shorter one's runs of three words are the same"));
            foreach (var id in story.Articles) output.WriteLine($"  {Line(id, Copies.GetValueOrDefault(id))}");
        }
        if (Versions.Length > 1)
        {
            output.WriteLine($"\nContents of this article: {Versions.Length}");
            foreach (var version in Versions)
                output.WriteLine($"  {Line(version.Article.Id, version.Article)}  {Word(version.Change)}, read {StatementText.Moment(version.Article.RecordedAt)}{(version.Words is { } words ? $": “{words}”" : "")}");
        }
        output.WriteLine($"\nStatements: {(Entries.Count == 0 ? "none" : Entries.Count)}");
        foreach (var entry in Entries) output.WriteLine($"  {StatementText.Line(entry)}{(entry.Superseded is null ? "" : "  (no longer found by a newer reader)")}");
    }

    /// <summary>As one JSON object.</summary>
    public string Json() => new JsonWriter().Object(o => o
        .Name("article").Object(a => a.ArticleMembers(Article))
        .Name("origin").Value(Origin)
        .Name("story").Value(Story?.Id)
        .Name("copies").Array(Story?.Articles ?? [], (w, id) => w.Value(id))
        .Name("versions").Array(Versions, (w, version) => w.Object(v => v.Name("id").Value(version.Article.Id).Name("change").Value(Word(version.Change)).Name("published").Value(version.Article.Published)
            .Name("recorded").Value(version.Article.RecordedAt).Name("words").Value(version.Words)))
        .Name("statements").Array(Entries, (w, entry) => w.Object(e => e.Name("id").Value(entry.Statement.Id).Name("line").Value(StatementText.Line(entry))
            .Name("superseded").Value(entry.Superseded)))).ToString();

    private IEnumerable<(string Name, string Value)> Fields()
    {
        yield return ("outlet", Article.Outlet ?? "not known");
        if (Article.Byline is { } byline) yield return ("byline", byline);
        if (Article.Agency is { } agency) yield return ("agency", agency);
        if (Article.Dateline is { } dateline) yield return ("dateline", dateline);
        yield return ("published", StatementText.Day(Article.Published));
        if (Article.Known != Article.Published) yield return ("known", StatementText.Iso(Article.Known));
        yield return ("read", StatementText.Moment(Article.RecordedAt));
        if (Article.Url is { } url) yield return ("url", url);
        if (Article.Key != Article.Url) yield return ("key", Article.Key);
        yield return ("origin", Origin.StartsWith("article:", StringComparison.Ordinal) ? "not known: no outlet is named, so that it counts as independent of nothing" : Origin);
    }

    private static string Line(string id, ArticleEntry? article) =>
        $"{StatementText.Short(id)}  {StatementText.Day(article?.Published),-10}  {article?.Outlet ?? "unknown outlet"}{(article?.Title is { } title ? $", {title}" : "")}";

    private static string Word(ArticleChange change) => change.ToString().ToLowerInvariant();
}
