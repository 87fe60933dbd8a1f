using OnRecord.Language.Articles;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Tests.Ledger;

public abstract partial class LedgerContract
{
    private const string Report = "Fighters seized the bridges at Kunduz, a spokesman for the police said. Two convoys were turned back. The Taliban denied shelling the market.";

    private static LedgerEntry Clause(ArticleEntry article, string clause, string trigger, Func<Statement, Statement>? with = null)
    {
        var start = article.Text.IndexOf(clause, StringComparison.Ordinal);
        var at = article.Text.IndexOf(trigger, start, StringComparison.Ordinal);
        var statement = new Statement { Id = "", Type = "capture", Trigger = new TextSpan(at, at + trigger.Length), Span = new TextSpan(start, start + clause.Length) };
        return article.Entry(with is null ? statement : with(statement));
    }

    /// <summary>Three statements of one article: words, names, sources, modes and times to be found by.</summary>
    private static (ArticleEntry Article, LedgerEntry Seized, LedgerEntry Turned, LedgerEntry Denied) Fill(ILedger ledger)
    {
        var article = Make.Article("search", Report, "Bridges seized", "Gazette");
        var at = new TextSpan(0, 8);
        var seized = Clause(article, "Fighters seized the bridges at Kunduz", "seized", s => s with
        {
            Agent = [new Participant("Fighters", "taliban", at)],
            Patient = [new Participant("Afghan Border Police", "AF/police/border", at)],
            Sources = [new Source("a spokesman", "for the police", "AF/police", at)],
            Place = new StatementPlace("Kunduz", Make.Kunduz, null, at),
            Time = new TimeRange(new DateOnly(2021, 8, 7), new DateOnly(2021, 8, 7), at),
        });
        var turned = Clause(article, "Two convoys were turned back", "turned", s => s with { Type = "obstruct", Mode = Mode.Planned, Time = new TimeRange(new DateOnly(2021, 9, 1), null, at) });
        var denied = Clause(article, "The Taliban denied shelling the market", "shelling", s => s with { Type = "shelling", Polarity = Polarity.Negative, Agent = [new Participant("Taliban", "taliban", at)] });
        ledger.Append(article, [seized, turned, denied]);
        return (article, seized, turned, denied);
    }

    [Theory]
    [InlineData("seized", "0")]
    [InlineData("seize BRIDGE", "0")]
    [InlineData("\"the bridges at\"", "0")]
    [InlineData("\"bridges the\"", "")]
    [InlineData("kund*", "0")]
    [InlineData("kund", "")]
    [InlineData("convoy", "1")]
    [InlineData("the", "02")]
    [InlineData("gazette", "012")]
    [InlineData("border police", "0")]
    [InlineData("afghanistan", "0")]
    [InlineData("\"fighters afghan\"", "")]
    [InlineData("market convoys", "")]
    [InlineData("?!", "")]
    [InlineData("   ", "012")]
    [InlineData("o'neill OR -x (a", "")]
    public void Statements_are_found_by_their_words(string text, string expected)
    {
        using var ledger = Empty();
        var (_, seized, turned, denied) = Fill(ledger);
        string[] all = [seized.Statement.Id, turned.Statement.Id, denied.Statement.Id];
        ledger.Entries(new LedgerQuery { Text = text }).Select(entry => entry.Statement.Id).ShouldBe(expected.Select(digit => all[digit - '0']));
    }

    [Fact]
    public void Statements_are_found_by_who_by_whose_word_in_which_mode_and_when()
    {
        using var ledger = Empty();
        var (_, seized, turned, denied) = Fill(ledger);

        string[] Found(LedgerQuery query) => [.. ledger.Entries(query).Select(entry => entry.Statement.Id == seized.Statement.Id ? "seized" : entry.Statement.Id == turned.Statement.Id ? "turned" : entry.Statement.Id == denied.Statement.Id ? "denied" : "?")];
        Found(new LedgerQuery { Actor = "taliban" }).ShouldBe(["seized", "denied"]);
        Found(new LedgerQuery { Actor = "AF" }).ShouldBe(["seized"]);
        Found(new LedgerQuery { Actor = "af/police" }).ShouldBe(["seized"]);
        Found(new LedgerQuery { Actor = "border police" }).ShouldBe(["seized"]);
        Found(new LedgerQuery { Actor = "" }).ShouldBeEmpty();
        Found(new LedgerQuery { Source = "AF/police" }).ShouldBe(["seized"]);
        Found(new LedgerQuery { Source = "spokesman" }).ShouldBe(["seized"]);
        Found(new LedgerQuery { Source = "Gazette" }).Length.ShouldBe(3);
        Found(new LedgerQuery { Source = "taliban" }).ShouldBeEmpty();
        Found(new LedgerQuery { Mode = Mode.Planned }).ShouldBe(["turned"]);
        Found(new LedgerQuery { Mode = Mode.Actual, Text = "the" }).ShouldBe(["seized", "denied"]);
        Found(new LedgerQuery(Type: "capture") { Text = "market" }).ShouldBeEmpty();
        Found(new LedgerQuery(Area: "Kunduz") { Actor = "taliban", Source = "police" }).ShouldBe(["seized"]);
        Found(new LedgerQuery { From = new DateOnly(2021, 8, 7), To = new DateOnly(2021, 8, 7) }).ShouldBe(["seized"]);
        Found(new LedgerQuery { From = new DateOnly(2021, 8, 8) }).ShouldBe(["turned", "denied"]);
        Found(new LedgerQuery { To = new DateOnly(2021, 8, 31) }).ShouldBe(["seized", "denied"]);
        Found(new LedgerQuery { From = new DateOnly(2021, 10, 1), To = new DateOnly(2021, 10, 2) }).ShouldBe(["turned"]);
        Found(new LedgerQuery { From = new DateOnly(2001, 1, 1), To = new DateOnly(2021, 8, 7) }).ShouldBe(["seized"]);
        Found(new LedgerQuery { From = new DateOnly(2021, 8, 9), To = new DateOnly(2021, 8, 1) }).ShouldBeEmpty();
    }

    [Fact]
    public void Articles_are_found_by_title_and_text_and_by_what_their_statements_say()
    {
        using var ledger = Empty();
        var (article, _, _, _) = Fill(ledger);
        var other = Make.Article("other", "The market was quiet.", "Quiet", published: new DateOnly(2021, 8, 9));
        ledger.Append(other, [Clause(other, "The market was quiet", "quiet", s => s with { Type = "aid" })]);

        string[] Found(LedgerQuery query) => [.. ledger.Articles(query).Select(found => found.Key)];
        Found(new LedgerQuery { Text = "markets" }).ShouldBe(["search", "other"]);
        Found(new LedgerQuery { Text = "markets", NewestFirst = true }).ShouldBe(["other", "search"]);
        Found(new LedgerQuery { Text = "bridges \"turned back\"" }).ShouldBe(["search"]);
        Found(new LedgerQuery(Type: "aid") { Text = "market" }).ShouldBe(["other"]);
        Found(new LedgerQuery { Actor = "taliban" }).ShouldBe(["search"]);
        Found(new LedgerQuery(Type: "aid") { Text = "bridge" }).ShouldBeEmpty();
        Found(new LedgerQuery(ArticleId: article.Id) { Text = "quiet" }).ShouldBeEmpty();
        Found(new LedgerQuery { Text = "?" }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(false, "town")]
    [InlineData(true, "town")]
    public void Pages_follow_one_another_and_leave_nothing_out(bool newestFirst, string? text)
    {
        using var ledger = Empty();
        for (var i = 0; i < 40; i++)
        {
            var article = Make.Article($"k{i}", published: new DateOnly(2021, 8, 1 + i % 3), undated: i % 7 == 0);
            ledger.Append(article, [Make.Entry(article, at: 9), Make.Entry(article, at: 3), Make.Entry(article, "clash", 3)]);
        }
        var query = new LedgerQuery(Limit: 11) { NewestFirst = newestFirst, Text = text };
        var all = ledger.Entries(query with { Limit = null }).Select(entry => entry.Statement.Id).ToList();
        all.Count.ShouldBe(120);
        all.Distinct().Count().ShouldBe(120);
        Pages(query, ledger.PageOfEntries, entry => entry.Statement.Id).ShouldBe(all);
        Pages(query with { Type = "clash" }, ledger.PageOfEntries, entry => entry.Statement.Id).Count.ShouldBe(40);
        ledger.Entries(query with { Offset = 100, Limit = 5 }).Select(entry => entry.Statement.Id).ShouldBe(all.Skip(100).Take(5));
        var articles = ledger.Articles(query with { Limit = null }).Select(article => article.Id).ToList();
        articles.ShouldBe(all.Select(id => ledger.Entry(id)!.ArticleId).Distinct());
        Pages(query, ledger.PageOfArticles, article => article.Id).ShouldBe(articles);
        Pages(query with { Type = "clash" }, ledger.PageOfArticles, article => article.Id).ShouldBe(articles);
        ledger.Entries(query with { Limit = null }).TakeLast(18).ShouldAllBe(entry => entry.Published == null);
    }

    private static List<string> Pages<T>(LedgerQuery query, Func<LedgerQuery, LedgerPage<T>> page, Func<T, string> id)
    {
        var ids = new List<string>();
        LedgerCursor? next = null;
        do
        {
            var got = page(query with { After = next });
            ids.AddRange(got.Items.Select(id));
            (got.Items.Length == query.Limit || got.Next is null).ShouldBeTrue();
            // Written down and read again, as a program that pages by address does.
            next = got.Next is null ? null : LedgerCursor.Parse(got.Next.ToString()).Value.ShouldNotBeNull();
        }
        while (next is not null);
        return ids;
    }
}
