using OnRecord.Language;
using OnRecord.Language.Articles;
using OnRecord.Statements;

namespace OnRecord.Ledger;

/// <summary>Looks a record through: whether ids are those of the content, entries have their article, and every range lies in its text.</summary>
public static class LedgerCheck
{
    /// <summary>What is wrong, article by article; nothing where all is well.</summary>
    public static IEnumerable<Problem> Run(ILedger ledger)
    {
        foreach (var article in ledger.Articles(new LedgerQuery()))
        {
            if (article.Id != ContentId.OfArticle(article.Key, article.Text, article.Title, article.Outlet, article.Published))
                yield return new Problem("its id is not that of its content", $"article {article.Id}", Hint);
            foreach (var entry in ledger.Entries(new LedgerQuery(ArticleId: article.Id)))
            {
                if (entry.Statement.Id != ContentId.Of(article.Id, entry.Statement))
                    yield return new Problem("its id is not that of its content", $"entry {entry.Statement.Id}", Hint);
                if (Ranges(entry.Statement).Any(range => range.Start < 0 || range.End < range.Start || range.End > article.Text.Length))
                    yield return new Problem("it points outside the text of its article", $"entry {entry.Statement.Id}", Hint);
            }
        }
    }

    private const string Hint = "read the article again into a new record";

    private static IEnumerable<TextSpan> Ranges(Statement s) =>
        new TextSpan?[] { s.Trigger, s.Span, s.Place?.Span, s.Quantity?.Span, s.Time?.Span, s.Deadline?.Span }.OfType<TextSpan>()
            .Concat(s.Agent.Concat(s.Patient).Select(participant => participant.Span))
            .Concat(s.Sources.Select(source => source.Span)).Concat(s.Cues.Select(cue => cue.Span));
}
