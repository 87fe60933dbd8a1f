using System.Collections.Immutable;
using OnRecord.Language;
using OnRecord.Language.Articles;
using OnRecord.Ledger;

namespace OnRecord.Cli.Inputs;

/// <summary>What came of one article when it was put on record. <paramref name="Added"/> is null where it could not be read.</summary>
internal sealed record ReadStep(int Input, string Where, string? ArticleId, AppendResult? Added, Problem? Problem)
{
    /// <summary>True where the day of publication is known.</summary>
    public bool Dated { get; init; }
}

/// <summary>Reads articles on all cores and puts them on record one by one, in the order given.</summary>
internal static class ReadRun
{
    /// <summary>A step for each article, read by the reader of that name; each is on record when it is handed out, so stopping in between loses none of them.</summary>
    public static IEnumerable<ReadStep> Steps(IEnumerable<WorkUnit> units, IReader reader, ILedger ledger, TimeProvider clock, ArticleHints hints, CancellationToken stop, string? name = null)
    {
        var now = clock.GetUtcNow();
        foreach (var (unit, readings) in OrderedParallel.Select(units, unit => (unit, Load(unit, reader, hints)), ahead: 2 * Environment.ProcessorCount + 2, idle: null, stop))
            foreach (var reading in readings)
            {
                if (reading.Article is not { } article)
                {
                    yield return new ReadStep(unit.Input, reading.Problem!.Where, null, null, reading.Problem);
                    continue;
                }
                var entry = ArticleEntry.Of(article, now);
                yield return new ReadStep(unit.Input, unit.Where, entry.Id, ledger.Append(entry, [.. reading.Statements.Select(entry.Entry)], name), null) { Dated = article.Published is not null };
            }
    }

    private static ImmutableArray<Reading> Load(WorkUnit unit, IReader reader, ArticleHints hints)
    {
        ImmutableArray<Outcome<Article>> articles;
        try
        {
            articles = unit.Load();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            return [Reading.Mistake(e, unit.Where)];
        }
        return [.. articles.Select(outcome => outcome.Value is { } article ? Reading.Of(Completed(article, hints), reader, unit.Where) : new Reading(null, [], outcome.Problem))];
    }

    // What an article says of itself comes first.
    private static Article Completed(Article article, ArticleHints hints) =>
        article with { Published = article.Published ?? hints.Published, Outlet = article.Outlet ?? hints.Outlet };
}
