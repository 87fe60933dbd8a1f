using System.Globalization;
using OnRecord.Language;
using OnRecord.Web.Api;
using OnRecord.Web.Snapshots;

namespace OnRecord.Web.Serving;

/// <summary>Works the map of each day out before it is asked for, the last day first, so that the slider need not wait: by all that is known, then as known on each day.
/// Only while nobody asks for anything, a small part at a time and half a core at most; stops where it is overtaken.</summary>
internal sealed class WorkAhead(SnapshotSource source, AnswerCache cache, long mostBytes, Func<Snapshot, Ask, Outcome<byte[]>> frame, TimeProvider clock)
{
    private const int MostDays = 1000;
    private static readonly TimeSpan After = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Stillness = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeastRest = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    private long _asked;

    /// <summary>Says that somebody asks for something now, or has just been answered.</summary>
    public void Asked() => Interlocked.Exchange(ref _asked, clock.GetTimestamp());

    /// <summary>Works until the board is closed.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var done = "";
        try
        {
            while (true)
            {
                await Task.Delay(After, stop);
                var snapshot = source.Current;
                if (snapshot.Version == done || snapshot.Articles.Count == 0) continue;
                await Frames(snapshot, stop);
                // The far days have pushed the pictures of the last ones out, which are asked for most.
                for (var day = snapshot.Days.Last; day >= snapshot.Days.First && day > snapshot.Days.Last.AddDays(-PictureShelf.Most) && source.Current == snapshot; day = day.AddDays(-1))
                {
                    var at = day;
                    await Rested(() => snapshot.Draw(at, null), stop);
                }
                done = snapshot.Version;
            }
        }
        catch (OperationCanceledException)
        {
            // The board is closed.
        }
    }

    private async Task Frames(Snapshot snapshot, CancellationToken stop)
    {
        foreach (var (asOf, known) in Days(snapshot))
        {
            if (source.Current != snapshot || cache.Bytes > mostBytes) return;
            var asked = new Ask { AsOf = asOf, Known = known };
            var key = AnswerCache.Key(snapshot, FramePath(asOf, known, asked.Days));
            if (cache.Kept(key) is not null) continue;
            for (var more = true; more;) more = await Rested(() => snapshot.Begin(asOf, known), stop);
            await Rested(() => cache.Get(key, () => frame(snapshot, asked)), stop);
        }
    }

    // Work that nobody waits for: once nobody has asked for anything for a while, and as long a rest after it.
    private async Task<T> Rested<T>(Func<T> work, CancellationToken stop)
    {
        while (clock.GetElapsedTime(Interlocked.Read(ref _asked)) < Stillness) await Task.Delay(LookEvery, stop);
        var begun = clock.GetTimestamp();
        var made = await Task.Run(work, stop);
        var took = clock.GetElapsedTime(begun);
        if (took > LeastRest) await Task.Delay(took, stop);
        return made;
    }

    // As the pages ask for it: frameUrl in picture.tsx.
    private static string FramePath(DateOnly asOf, DateOnly? known, int days) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/frame?asOf={asOf:yyyy-MM-dd}{(known is { } day ? $"&known={day:yyyy-MM-dd}" : "")}&days={days}");

    private static IEnumerable<(DateOnly AsOf, DateOnly? Known)> Days(Snapshot snapshot)
    {
        var (first, last) = (snapshot.Days.First, snapshot.Days.Last);
        var days = Enumerable.Range(0, Math.Min(MostDays, last.DayNumber - first.DayNumber + 1)).Select(back => last.AddDays(-back)).ToList();
        foreach (var day in days) yield return (day, null);
        foreach (var day in days.Skip(1))
        {
            yield return (last, day);
            yield return (day, day);
        }
    }
}
