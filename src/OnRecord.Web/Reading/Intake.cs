using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using OnRecord.Language;
using OnRecord.Language.Articles;
using OnRecord.Ledger;
using OnRecord.Web.Api;
using OnRecord.Web.Snapshots;

namespace OnRecord.Web.Reading;

/// <summary>Reads what people hand in, one report after the other, and tells the pages how it goes.</summary>
internal sealed class Intake
{
    /// <summary>The largest document that is taken, in bytes.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    private const int MostWaiting = 64;
    private const int MostJobs = 200;
    private const int MostShown = 200;

    private readonly ILedger _ledger;
    private readonly Lazy<Outcome<IReader>> _reader;
    private readonly SnapshotSource _source;
    private readonly EventHub _events;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, Job> _jobs = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();
    private readonly Channel<(string Id, ReadOnlyMemory<byte> Bytes, ArticleHints Hints)> _waiting = Channel.CreateBounded<(string, ReadOnlyMemory<byte>, ArticleHints)>(MostWaiting);
    private readonly Lock _taking = new();
    private int _count;

    public Intake(ILedger ledger, Func<Outcome<IReader>> reader, SnapshotSource source, EventHub events, TimeProvider clock) =>
        (_ledger, _reader, _source, _events, _clock) = (ledger, new(reader), source, events, clock);

    /// <summary>The reports handed in, newest first.</summary>
    public Taken Jobs() => new([.. _order.Reverse().Select(id => _jobs.GetValueOrDefault(id)).OfType<Job>()]);

    /// <summary>Puts a document into the queue; null where the queue is full.</summary>
    public Job? Take(string name, ReadOnlyMemory<byte> bytes, ArticleHints hints)
    {
        lock (_taking)
        {
            if (_waiting.Reader.Count >= MostWaiting) return null;
            // Told before it is put into the queue, so that "reading" comes after.
            var id = $"job-{++_count}";
            var job = Tell(new Job(id, name, "waiting", null, null, null, 0, 0, []));
            _order.Enqueue(id);
            while (_order.Count > MostJobs && _order.TryDequeue(out var oldest)) _jobs.TryRemove(oldest, out _);
            return _waiting.Writer.TryWrite((id, bytes, hints)) ? job : null;   // there is room: nobody else writes
        }
    }

    /// <summary>Works the queue off until the board is closed.</summary>
    public async Task WorkAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var (id, bytes, hints) in _waiting.Reader.ReadAllAsync(stop))
                if (_jobs.TryGetValue(id, out var job))
                    await Read(Tell(job with { State = "reading" }), bytes, hints, stop);
        }
        catch (OperationCanceledException)
        {
            // What is on record stays; what still waited was never said to be.
        }
    }

    private async Task Read(Job job, ReadOnlyMemory<byte> bytes, ArticleHints hints, CancellationToken stop)
    {
        try
        {
            if (_reader.Value.Value is not { } reader)
            {
                Tell(job with { State = "failed", Problem = _reader.Value.Problem!.ToString() });
                return;
            }
            foreach (var outcome in ArticleReader.Read(bytes, hints))
            {
                stop.ThrowIfCancellationRequested();
                if (outcome.Value is not { } article)
                {
                    job = Tell(job with { Problem = outcome.Problem!.What });
                    continue;
                }
                if (article.Language is { } language && !language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                {
                    job = Tell(job with { Problem = $"is in another language than English ({language})" });
                    continue;
                }
                article = article with { Published = article.Published ?? hints.Published, Outlet = article.Outlet ?? hints.Outlet };
                var entry = ArticleEntry.Of(article, _clock.GetUtcNow());
                var statements = await Task.Run(() => reader.Read(article), stop);
                var added = _ledger.Append(entry, [.. statements.Select(entry.Entry)]);
                await _source.LookAsync(now: true, stop);
                job = Tell(job with { Article = entry.Id, Title = Title(entry), Added = job.Added + added.StatementsAdded, Found = job.Found + statements.Length, Statements = [.. job.Statements, .. Rows(entry).Take(MostShown - job.Statements.Length)] });
            }
            Tell(job with { State = job.Article is null ? "failed" : "done" });
        }
        catch (LedgerFailure e)
        {
            Tell(job with { State = "failed", Problem = e.Problem.ToString() });
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            // A mistake in the reader costs this report, not the board.
            Tell(job with { State = "failed", Problem = $"could not be read ({e.GetType().Name})" });
        }
    }

    private string? Title(ArticleEntry entry) => _source.Current.Articles.TryGetValue(entry.Id, out var article) ? _source.Current.Redaction.Of(article).Title : null;

    private ImmutableArray<StatementRow> Rows(ArticleEntry entry)
    {
        var snapshot = _source.Current;
        var shown = new Shown(snapshot, snapshot.Draw(null, null));
        return [.. snapshot.OfArticle[entry.Id].OrderBy(one => one.Statement.Trigger.Start).Select(shown.Row)];
    }

    private Job Tell(Job job)
    {
        _jobs[job.Id] = job;
        _events.Tell("job", job, AnswerJson.Default.Job);
        return job;
    }
}
