using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Tests.Ledger;

public abstract partial class LedgerContract
{
    private static readonly DateOnly Eighth = new(2021, 8, 8), Twentieth = new(2021, 8, 20), TwentyFirst = new(2021, 8, 21);

    [Fact]
    public void What_is_known_on_a_day_was_published_by_then_and_a_change_is_not_known_before_it_was_seen()
    {
        using var ledger = Empty();
        var first = Make.Article();
        var undated = Make.Article("undated", undated: true);
        var changed = Make.Article(text: "The town held out on Sunday.") with { RecordedAt = Make.Noon.AddDays(1) };
        foreach (var article in new[] { changed, first, undated }) ledger.Append(article, [Make.Entry(article)]);

        string[] Known(DateOnly day) => [.. ledger.Entries(new LedgerQuery { KnownAt = day }).Select(entry => entry.ArticleId)];
        Known(new DateOnly(2021, 8, 7)).ShouldBeEmpty();
        Known(Eighth).ShouldBe([first.Id]);
        Known(Twentieth).ShouldBe([first.Id, undated.Id]);
        Known(TwentyFirst).ShouldBe([first.Id, changed.Id, undated.Id], ignoreOrder: true);
        ledger.Articles(new LedgerQuery { KnownAt = Eighth }).ShouldHaveSingleItem().ShouldBe(first);
        ledger.Articles(new LedgerQuery { KnownAt = TwentyFirst }).Count().ShouldBe(3);
        ledger.Entries(new LedgerQuery(ArticleId: changed.Id)).Single().Known.ShouldBe(TwentyFirst);
        ledger.Entries(new LedgerQuery { ReadBy = Make.Noon }).Count().ShouldBe(2);
        ledger.Articles(new LedgerQuery { ReadBy = Make.Noon.AddTicks(-1) }).ShouldBeEmpty();
    }

    [Fact]
    public void The_state_of_a_day_is_what_had_happened_by_it_and_what_had_been_announced()
    {
        using var ledger = Empty();
        var article = Make.Article();
        var done = Make.Entry(article).Statement;
        TimeRange Time(int day) => new(new DateOnly(2021, 8, day), new DateOnly(2021, 8, day), done.Trigger);
        ledger.Append(article, [article.Entry(done with { Time = Time(5) }), article.Entry(done with { Time = Time(30), Mode = Mode.Planned })]);

        DateOnly?[] By(int day) => [.. ledger.Entries(new LedgerQuery { AsOf = new DateOnly(2021, 8, day) }).Select(entry => entry.Statement.Time!.From)];
        By(4).ShouldBeEmpty();
        By(5).ShouldBe([new DateOnly(2021, 8, 5)]);
        By(8).Length.ShouldBe(2);
        ledger.Articles(new LedgerQuery { AsOf = new DateOnly(2021, 8, 7) }).ShouldBeEmpty();
        ledger.Articles(new LedgerQuery { AsOf = Eighth }).ShouldHaveSingleItem().ShouldBe(article);
    }

    [Fact]
    public void Contents_read_at_the_same_moment_are_known_alike_in_whatever_order_they_come()
    {
        var (one, other) = (Make.Article(), Make.Article(text: "The town held out on Sunday."));
        foreach (var articles in new[] { new[] { one, other }, [other, one] })
        {
            using var ledger = Empty();
            foreach (var article in articles) ledger.Append(article, [Make.Entry(article)]);
            ledger.Entries(new LedgerQuery { KnownAt = Eighth }).Count().ShouldBe(2);
        }
    }

    [Fact]
    public void Versions_of_an_article_stay_readable_and_say_what_they_are()
    {
        using var ledger = Empty();
        const string Url = "https://www.example.org/news/town?utm_source=x";
        var first = Make.Article("a", "The town fell on Sunday, the governor said at noon.") with { Url = Url };
        var changed = Make.Article("a", "The town fell on Monday, the governor said at noon.") with { RecordedAt = Make.Noon.AddHours(1) };
        var corrected = Make.Article("b", "The town fell on Sunday, the governor said at noon.\n\nCorrection: an earlier version gave the wrong day.", published: new DateOnly(2021, 8, 9)) with { Url = "http://example.org/news/town/" };
        var withdrawn = Make.Article("c", "This article has been withdrawn.", "Notice", published: new DateOnly(2021, 8, 10)) with { Url = Url };
        var elsewhere = Make.Article("d", "Rain is forecast for the coast and the hills, says the office.", "Weather") with { Url = Url };

        ledger.Append(first, []).Change.ShouldBe(ArticleChange.First);
        ledger.Append(changed, []).Change.ShouldBe(ArticleChange.Changed);
        ledger.Append(corrected, []).Change.ShouldBe(ArticleChange.Corrected);
        ledger.Append(elsewhere, []).Change.ShouldBe(ArticleChange.First);
        ledger.Append(withdrawn, []).Change.ShouldBe(ArticleChange.Withdrawn);
        ledger.Append(first, []).ShouldBe(new AppendResult(false, 0));

        var versions = ledger.Versions("a");
        versions.Select(version => (version.Article.Id, version.Change, version.Before)).ShouldBe(
        [
            (first.Id, ArticleChange.First, null), (changed.Id, ArticleChange.Changed, first.Id), (corrected.Id, ArticleChange.Corrected, changed.Id), (withdrawn.Id, ArticleChange.Withdrawn, corrected.Id),
        ]);
        versions[2].Words.ShouldBe("Correction:");
        versions[3].Words.ShouldBe("This article has been withdrawn");
        foreach (var id in new[] { first.Id, "b", "c" }) ledger.Versions(id).Select(version => version.Article.Id).ShouldBe(versions.Select(version => version.Article.Id));
        ledger.Versions("d").ShouldHaveSingleItem();
        ledger.Versions("nothing").ShouldBeEmpty();
    }

    [Fact]
    public void A_newer_reader_supersedes_what_the_older_one_read()
    {
        using var ledger = Empty();
        var article = Make.Article();
        var (kept, wrong) = (Make.Entry(article), Make.Entry(article, "clash", 3));
        ledger.Append(article, [kept, wrong], "1.0+a").ShouldBe(new AppendResult(true, 2));
        var later = article with { RecordedAt = Make.Noon.AddDays(1) };
        var better = Make.Entry(later, "kill", 4);
        ledger.Append(later, [Make.Entry(later), better], "1.1+b").ShouldBe(new AppendResult(false, 1) { Superseded = 1 });

        string[] Types(LedgerQuery query) => [.. ledger.Entries(query).Select(entry => entry.Statement.Type)];
        Types(new LedgerQuery()).ShouldBe(["kill", "capture"]);
        Types(new LedgerQuery { Superseded = true }).ShouldBe(["clash", "kill", "capture"]);
        Types(new LedgerQuery { ReadBy = Make.Noon }).ShouldBe(["clash", "capture"]);
        Types(new LedgerQuery(Type: "clash")).ShouldBeEmpty();
        ledger.Articles(new LedgerQuery(Type: "clash")).ShouldBeEmpty();
        ledger.Count().ShouldBe((1, 2));
        var old = ledger.Entry(wrong.Statement.Id).ShouldNotBeNull();
        (old.Reader, old.Superseded, old.RecordedAt).ShouldBe(("1.0+a", Make.Noon.AddDays(1), Make.Noon));
        var added = ledger.Entry(better.Statement.Id).ShouldNotBeNull();
        (added.Reader, added.Superseded, added.RecordedAt).ShouldBe(("1.1+b", null, Make.Noon.AddDays(1)));

        // Reading again with either, or with an older one, changes nothing.
        foreach (var reader in new[] { "1.0+a", "1.1+b", "0.9+c" }) ledger.Append(later, [wrong], reader).ShouldBe(new AppendResult(false, 0));
        Types(new LedgerQuery()).ShouldBe(["kill", "capture"]);
        // What a later reader finds again stands again, and the first word about it stays the first.
        var last = article with { RecordedAt = Make.Noon.AddDays(2) };
        ledger.Append(last, [Make.Entry(last, "clash", 3)], "1.1+d").ShouldBe(new AppendResult(false, 0) { Superseded = 2 });
        Types(new LedgerQuery()).ShouldBe(["clash"]);
        Types(new LedgerQuery { ReadBy = Make.Noon.AddDays(1) }).ShouldBe(["kill", "capture"]);
        ledger.Count().ShouldBe((1, 1));
    }
}
