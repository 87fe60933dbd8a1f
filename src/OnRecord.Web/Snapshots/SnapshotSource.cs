using OnRecord.Ledger;

namespace OnRecord.Web.Snapshots;

/// <summary>Hands out the newest snapshot of a ledger, and notices when the ledger has grown, whoever wrote to it.</summary>
internal sealed class SnapshotSource : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly string Program = typeof(SnapshotSource).Module.ModuleVersionId.ToString("N")[..6];

    private readonly ILedger _ledger;
    private readonly bool _names;
    private readonly TimeProvider _clock;
    private readonly WarmFold _fold = new();
    private readonly SemaphoreSlim _making = new(1);
    private volatile Snapshot _current;
    private long _looked;

    public SnapshotSource(ILedger ledger, bool names, TimeProvider clock)
    {
        (_ledger, _names, _clock) = (ledger, names, clock);
        _current = Make(ledger.Count());
    }

    /// <summary>Told when a newer snapshot is there.</summary>
    public event Action<Snapshot>? Grown;

    /// <summary>The newest snapshot; while a newer one is made, the one before.</summary>
    public Snapshot Current => _current;

    /// <summary>Looks whether the ledger has grown, at most once a second unless <paramref name="now"/>; waits only for a look of its own.</summary>
    public async Task LookAsync(bool now, CancellationToken stop)
    {
        var moment = _clock.GetTimestamp();
        if (!now && _clock.GetElapsedTime(Interlocked.Read(ref _looked), moment) < LookEvery) return;
        if (!await _making.WaitAsync(now ? Timeout.Infinite : 0, stop)) return;
        Snapshot? grown = null;
        try
        {
            var count = _ledger.Count();
            if (Version(count) != _current.Version) _current = grown = await Task.Run(() => Make(count), stop);
            Interlocked.Exchange(ref _looked, _clock.GetTimestamp());
        }
        finally
        {
            _making.Release();
        }
        if (grown is not null) Grown?.Invoke(grown);
    }

    public void Dispose() => _making.Dispose();

    // Nothing is ever changed or deleted: as many as before are the same as before.
    private string Version((long Articles, long Statements) count) => $"{Program}{(_names ? "n" : "p")}-{count.Articles}-{count.Statements}";

    private Snapshot Make((long Articles, long Statements) count) =>
        new(Version(count), _ledger, _names, _fold);
}
