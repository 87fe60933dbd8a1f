using System.Collections.Concurrent;

namespace OnRecord.Cli.Inputs;

/// <summary>Works on many items at once and hands the results out in the order of the items.</summary>
internal static class OrderedParallel
{
    /// <summary>
    /// The results in order. Items are drawn on a thread of their own, so that a slow input does not hold back results that are ready; no more than
    /// <paramref name="ahead"/> items are under way or waiting. <paramref name="idle"/> is called before the consumer has to wait. When <paramref name="stop"/> is set no further item is drawn.
    /// </summary>
    public static IEnumerable<TOut> Select<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, int ahead, Action? idle, CancellationToken stop)
    {
        // Neither is disposed: the drawing thread may still stand in a read when the consumer has gone.
        var abandoned = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var queue = new BlockingCollection<Task<TOut>>(ahead);
        var producer = Task.Factory.StartNew(() => Draw(items, work, queue, abandoned.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            while (Take(queue, idle, stop, out var task))
            {
                if (!task.IsCompleted) idle?.Invoke();
                yield return task.GetAwaiter().GetResult();
            }
            // A failure in drawing the items is the caller's to see; one still blocked in a read is left behind when the user stops.
            if (!stop.IsCancellationRequested) producer.GetAwaiter().GetResult();
        }
        finally
        {
            abandoned.Cancel();
        }
    }

    private static bool Take<T>(BlockingCollection<Task<T>> queue, Action? idle, CancellationToken stop, out Task<T> task)
    {
        if (stop.IsCancellationRequested)
        {
            task = null!;
            return false;
        }
        if (queue.TryTake(out task!)) return true;
        idle?.Invoke();
        try
        {
            return queue.TryTake(out task!, Timeout.Infinite, stop);
        }
        catch (OperationCanceledException)
        {
            task = null!;
            return false;
        }
    }

    private static void Draw<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, BlockingCollection<Task<TOut>> queue, CancellationToken stop)
    {
        try
        {
            foreach (var item in items)
            {
                if (stop.IsCancellationRequested) break;
                queue.Add(Task.Run(() => work(item), CancellationToken.None), stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The consumer went away: nobody waits for what is still to come.
        }
        finally
        {
            queue.CompleteAdding();
        }
    }
}
