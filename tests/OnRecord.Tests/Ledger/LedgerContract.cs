using OnRecord.Ledger;

namespace OnRecord.Tests.Ledger;

/// <summary>What every ledger must do, whatever it is kept in.</summary>
public abstract partial class LedgerContract
{
    protected abstract ILedger Empty();

    [Fact]
    public void Gives_back_what_it_was_given()
    {
        using var ledger = Empty();
        var article = Make.Article(text: "Text with é, \0 and 😀.") with { Byline = "b", Dateline = "KABUL", Agency = "AP", Url = "https://example.org" };
        var entry = article.Entry(Make.Full());
        ledger.Append(article, [entry]).ShouldBe(new AppendResult(true, 1));
        ledger.Articles(new LedgerQuery()).ShouldHaveSingleItem().ShouldBe(article);
        var back = ledger.Entries(new LedgerQuery()).ShouldHaveSingleItem();
        (back.ArticleId, back.Outlet, back.Published, back.RecordedAt).ShouldBe((entry.ArticleId, entry.Outlet, entry.Published, entry.RecordedAt));
        StatementJson.Write(back.Statement).ShouldBe(StatementJson.Write(entry.Statement));
        back.Statement.Id.ShouldBe(entry.Statement.Id);
    }

    [Fact]
    public void What_is_kept_beside_the_record_goes_with_the_next_addition()
    {
        using var ledger = Empty();
        var article = Make.Article();
        ledger.Append(article, [Make.Entry(article, place: Make.Kunduz)]);
        ledger.KeptFold("AF", "form").ShouldBeNull();
        // A store that keeps nothing says so.
        var keeps = ledger.PartOf("AF")?.State is { } state && ledger.KeepFold("AF", "form", state, [1, 2, 3]);
        ledger.KeptFold("AF", "form").ShouldBe(keeps ? [1, 2, 3] : null);
        ledger.KeptFold("AF", "another form").ShouldBeNull();
        ledger.Check().ShouldBeNull();
        ledger.Append(article with { RecordedAt = Make.Noon.AddDays(1) }, [], "2.0.0+b");
        ledger.KeptFold("AF", "form").ShouldBeNull();
    }

    [Fact]
    public void Reading_twice_adds_nothing()
    {
        using var ledger = Empty();
        var article = Make.Article();
        ledger.Append(article, [Make.Entry(article)]);
        var later = article with { RecordedAt = Make.Noon.AddDays(1) };
        ledger.Append(later, [Make.Entry(later)]).ShouldBe(new AppendResult(false, 0));
        ledger.Count().ShouldBe((1, 1));
        ledger.Articles(new LedgerQuery()).Single().RecordedAt.ShouldBe(Make.Noon);
        ledger.Append(article, [Make.Entry(article), Make.Entry(article, at: 15)]).ShouldBe(new AppendResult(false, 1));
    }

    [Fact]
    public void A_changed_article_is_another_entry_and_the_old_one_stays()
    {
        using var ledger = Empty();
        var first = Make.Article();
        var second = Make.Article(text: "The town did not fall.") with { RecordedAt = Make.Noon.AddHours(1) };
        ledger.Append(second, []);
        ledger.Append(first, [Make.Entry(first)]);
        ledger.Count().ShouldBe((2, 1));
        ledger.Article("k1").ShouldBe(second with { Seen = new DateOnly(2021, 8, 20) });
        ledger.Article(first.Id).ShouldBe(first);
    }

    [Fact]
    public void Order_does_not_depend_on_arrival()
    {
        var early = Make.Article("early", published: new DateOnly(2021, 8, 6));
        var late = Make.Article("late", published: new DateOnly(2021, 8, 9));
        var undated = Make.Article("undated", undated: true);
        var added = new List<(ArticleEntry Article, LedgerEntry[] Entries)>
        {
            (undated, [Make.Entry(undated)]), (late, [Make.Entry(late, at: 20), Make.Entry(late, at: 3), Make.Entry(late, "clash", 3)]), (early, [Make.Entry(early)]),
        };
        using var one = Empty();
        using var other = Empty();
        foreach (var (article, entries) in added) one.Append(article, entries);
        foreach (var (article, entries) in Enumerable.Reverse(added)) other.Append(article, [.. entries.Reverse()]);

        string[] Ids(ILedger ledger) => [.. ledger.Entries(new LedgerQuery()).Select(entry => entry.Statement.Id)];
        Ids(one).ShouldBe(Ids(other));
        one.Entries(new LedgerQuery()).Select(entry => entry.ArticleId).ShouldBe([early.Id, late.Id, late.Id, late.Id, undated.Id]);
        one.Entries(new LedgerQuery()).Select(entry => entry.Statement.Trigger.Start).ShouldBe([9, 3, 3, 20, 9]);
        one.Articles(new LedgerQuery()).Select(article => article.Key).ShouldBe(["early", "late", "undated"]);
    }

    [Fact]
    public void Questions_narrow_down()
    {
        using var ledger = Empty();
        var a = Make.Article("a", published: new DateOnly(2021, 8, 6));
        var b = Make.Article("b", published: new DateOnly(2021, 8, 9));
        var c = Make.Article("c", undated: true);
        ledger.Append(a, [Make.Entry(a, "capture", 1, Make.Kunduz), Make.Entry(a, "clash", 5)]);
        ledger.Append(b, [Make.Entry(b, "clash", 1, Make.Kunduz with { Name = "Lyon", Admin1 = "Rhone", Country = "FR" })]);
        ledger.Append(c, [Make.Entry(c, "clash", 2)]);

        int Found(LedgerQuery query) => ledger.Entries(query).Count();
        Found(new LedgerQuery()).ShouldBe(4);
        Found(new LedgerQuery(Since: new DateOnly(2021, 8, 7))).ShouldBe(1);
        Found(new LedgerQuery(Until: new DateOnly(2021, 8, 9))).ShouldBe(3);
        Found(new LedgerQuery(Type: "clash")).ShouldBe(3);
        Found(new LedgerQuery(Country: "AF")).ShouldBe(1);
        Found(new LedgerQuery(Area: "afghanistan")).ShouldBe(1);
        Found(new LedgerQuery(Area: "Rhône")).ShouldBe(1);
        Found(new LedgerQuery(Area: "")).ShouldBe(0);
        Found(new LedgerQuery(Area: "none")).ShouldBe(0);
        Found(new LedgerQuery(ArticleId: a.Id)).ShouldBe(2);
        Found(new LedgerQuery(Offset: 1, Limit: 2)).ShouldBe(2);
        Found(new LedgerQuery(Offset: 3, Limit: 2)).ShouldBe(1);
        ledger.Articles(new LedgerQuery(Type: "clash", Country: "FR")).ShouldHaveSingleItem().ShouldBe(b);
        ledger.Articles(new LedgerQuery(Until: new DateOnly(2021, 8, 9))).Count().ShouldBe(2);
        ledger.Articles(new LedgerQuery(Offset: 1, Limit: 1)).ShouldHaveSingleItem().ShouldBe(b);
    }

    [Fact]
    public void Ids_may_be_cut_short_as_long_as_they_are_clear()
    {
        using var ledger = Empty();
        var article = Make.Article();
        var entry = Make.Entry(article);
        ledger.Append(article, [entry]);
        ledger.Entry(entry.Statement.Id)!.Statement.Id.ShouldBe(entry.Statement.Id);
        ledger.Entry(entry.Statement.Id[..7])!.Statement.Id.ShouldBe(entry.Statement.Id);
        ledger.Article(article.Id[..7]).ShouldBe(article);
        ledger.Entry("zzzzzz").ShouldBeNull();
        ledger.Article("no such").ShouldBeNull();
        ledger.Entry("").ShouldBeNull();

        var entries = Enumerable.Range(10, 40).Select(at => Make.Entry(article, at: at)).ToList();
        ledger.Append(article, entries);
        // Among 41 ids of 32 possible first letters two must share theirs.
        var shared = entries.Append(entry).GroupBy(e => e.Statement.Id[0]).First(group => group.Count() > 1).Key;
        ledger.Entry(shared.ToString()).ShouldBeNull();
    }

    [Fact]
    public void Entries_of_another_article_are_a_mistake_of_the_caller()
    {
        using var ledger = Empty();
        var article = Make.Article();
        Should.Throw<ArgumentException>(() => ledger.Append(Make.Article("other"), [Make.Entry(article)]));
        ledger.Count().ShouldBe((0, 0));
    }

    [Fact]
    public void Many_articles_are_added_at_once_or_not_at_all()
    {
        using var ledger = Empty();
        var articles = Enumerable.Range(0, 30).Select(i => Make.Article($"k{i}")).ToList();
        ledger.Append(articles[7], []);
        var results = ledger.AppendAll([.. articles.Select(article => new ArticleReading(article, [Make.Entry(article), Make.Entry(article, at: 2)]))]);
        results.ShouldBe(articles.Select((_, i) => new AppendResult(i != 7, 2)));
        ledger.Count().ShouldBe((30, 60));
        var more = Make.Article("more");
        Should.Throw<ArgumentException>(() => ledger.AppendAll([new ArticleReading(more, []), new ArticleReading(more, [Make.Entry(articles[0])])]));
        ledger.Count().ShouldBe((30, 60));
        ledger.AppendAll([]).ShouldBeEmpty();
    }

    [Fact]
    public void Threads_may_append_and_read_at_once()
    {
        using var ledger = Empty();
        Parallel.For(0, 40, i =>
        {
            var article = Make.Article($"k{i / 2}");
            ledger.Append(article, [Make.Entry(article, at: 1), Make.Entry(article, at: 2)]);
            (ledger.Entries(new LedgerQuery()).Count() % 2).ShouldBe(0);
        });
        ledger.Count().ShouldBe((20, 40));
    }
}

public sealed class MemoryLedgerTests : LedgerContract
{
    protected override ILedger Empty() => new MemoryLedger();
}
