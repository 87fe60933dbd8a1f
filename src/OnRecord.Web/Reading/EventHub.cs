using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace OnRecord.Web.Reading;

/// <summary>Tells every open page what is new, by server-sent events.</summary>
internal sealed class EventHub
{
    private const int MostListeners = 512;
    private const int MostWaiting = 64;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Channel<string>, byte> _listeners = new();

    /// <summary>True where somebody listens.</summary>
    public bool IsHeard => !_listeners.IsEmpty;

    public void Tell<T>(string name, T what, JsonTypeInfo<T> type)
    {
        var message = $"event: {name}\ndata: {JsonSerializer.Serialize(what, type)}\n\n";
        foreach (var listener in _listeners.Keys) listener.Writer.TryWrite(message);
    }

    /// <summary>Writes events until the visitor goes; false where there are too many already.</summary>
    public async Task<bool> Listen(HttpContext context, CancellationToken stopping)
    {
        if (_listeners.Count >= MostListeners) return false;
        // A page that is too slow misses events, and asks for the record again with the next.
        var mine = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        _listeners.TryAdd(mine, 0);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.CacheControl = "no-store";
            await context.Response.WriteAsync(": on record\n\n", gone.Token);
            await context.Response.Body.FlushAsync(gone.Token);
            while (!gone.IsCancellationRequested)
            {
                var message = await Next(mine.Reader, gone.Token);
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(message), gone.Token);
                await context.Response.Body.FlushAsync(gone.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the board is.
        }
        finally
        {
            _listeners.TryRemove(mine, out _);
        }
        return true;
    }

    private static async Task<string> Next(ChannelReader<string> messages, CancellationToken stop)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(stop);
        beat.CancelAfter(Beat);
        try
        {
            return await messages.ReadAsync(beat.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return ": still here\n\n";
        }
    }
}
