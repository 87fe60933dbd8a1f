using OnRecord.Language.Articles;
using OnRecord.Ledger;

namespace OnRecord.Tests.Ledger;

public class LedgerCheckTests
{
    [Fact]
    public void A_sound_record_has_no_problems()
    {
        using var ledger = new MemoryLedger();
        var article = Make.Article();
        ledger.Append(article, [Make.Entry(article), article.Entry(Make.Full())]);
        LedgerCheck.Run(ledger).ShouldBeEmpty();
    }

    [Fact]
    public void Wrong_ids_and_ranges_are_named()
    {
        using var ledger = new MemoryLedger();
        var article = Make.Article();
        var outside = article.Entry(Make.Full() with { Span = new TextSpan(0, 5000) });
        var renamed = Make.Entry(article) with { Statement = Make.Full() with { Id = "renamed" } };
        ledger.Append(article, [outside, renamed]);
        var altered = Make.Article("other") with { Text = "Altered." };
        ledger.Append(altered, []);
        LedgerCheck.Run(ledger).Select(problem => (problem.Where, problem.What)).ShouldBe(
        [
            ($"entry {outside.Statement.Id}", "it points outside the text of its article"),
            ("entry renamed", "its id is not that of its content"),
            ($"article {altered.Id}", "its id is not that of its content"),
        ], ignoreOrder: true);
    }
}
