using System.Collections.Concurrent;
using OnRecord.Language;
using OnRecord.Web.Snapshots;

namespace OnRecord.Web.Serving;

/// <summary>Keeps answers as bytes, up to a bound; an answer that many ask for at once is worked out once.</summary>
internal sealed class AnswerCache(long mostBytes)
{
    private readonly ConcurrentDictionary<string, Lazy<Outcome<byte[]>>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Key, long Bytes)> _order = new();
    private long _bytes;

    /// <summary>How many bytes are kept.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The key of what is asked of a snapshot: it names the version of the record, so that nothing kept is ever out of date.</summary>
    public static string Key(Snapshot snapshot, string address) => $"{snapshot.Version} {address}";

    /// <summary>The answer under a key where it is there already, else null.</summary>
    public byte[]? Kept(string key) => _answers.TryGetValue(key, out var answer) && answer.IsValueCreated ? answer.Value.Value : null;

    /// <summary>The answer under a key, worked out where it is not kept.</summary>
    public Outcome<byte[]> Get(string key, Func<Outcome<byte[]>> work)
    {
        var made = false;
        var answer = _answers.GetOrAdd(key, _ => new Lazy<Outcome<byte[]>>(() =>
        {
            made = true;
            return work();
        }));
        Outcome<byte[]> outcome;
        try
        {
            outcome = answer.Value;
        }
        catch
        {
            _answers.TryRemove(key, out _);
            throw;
        }
        if (!made) return outcome;
        if (outcome.Value is not { } bytes)
        {
            _answers.TryRemove(key, out _);
            return outcome;
        }
        var size = bytes.Length + 2L * key.Length + 200;
        _order.Enqueue((key, size));
        Interlocked.Add(ref _bytes, size);
        // First in, first out: old versions of the record go by themselves.
        while (Bytes > mostBytes && _order.TryDequeue(out var oldest))
        {
            _answers.TryRemove(oldest.Key, out _);
            Interlocked.Add(ref _bytes, -oldest.Bytes);
        }
        return outcome;
    }
}
