using OnRecord.Pictures;
using OnRecord.Views;

namespace OnRecord.Web.Snapshots;

/// <summary>Keeps the pictures that were asked for last; one that many ask for at once is drawn once.</summary>
internal sealed class PictureShelf(Snapshot snapshot, WarmFold fold)
{
    /// <summary>How many are kept: one of ten thousand items takes a few megabytes, and what does not change from day to day is shared.</summary>
    public const int Most = 40;

    private readonly Lock _lock = new();
    private readonly Dictionary<(DateOnly, DateOnly?), LinkedListNode<((DateOnly, DateOnly?) Key, Lazy<Drawn> Drawn)>> _held = [];
    private readonly LinkedList<((DateOnly, DateOnly?) Key, Lazy<Drawn> Drawn)> _order = new();

    /// <summary>Does a small part of the work for a picture that may be asked for later; false where nothing is left of it.</summary>
    public bool Begin(DateOnly? asOf, DateOnly? known)
    {
        var (day, on) = Key(asOf, known);
        lock (_lock)
            if (_held.ContainsKey((day, on))) return false;
        return fold.FoldNext(snapshot, new PictureOptions(day, on));
    }

    public Drawn Take(DateOnly? asOf, DateOnly? known)
    {
        var key = Key(asOf, known);
        Lazy<Drawn> drawn;
        lock (_lock)
        {
            if (_held.TryGetValue(key, out var node)) _order.Remove(node);
            else
            {
                node = new((key, new Lazy<Drawn>(() => Draw(key.AsOf, key.Known))));
                _held.Add(key, node);
            }
            _order.AddFirst(node);
            if (_held.Count > Most)
            {
                _held.Remove(_order.Last!.Value.Key);
                _order.RemoveLast();
            }
            drawn = node.Value.Drawn;
        }
        return drawn.Value;
    }

    // What was known on the last day or later is all that is known.
    private (DateOnly AsOf, DateOnly? Known) Key(DateOnly? asOf, DateOnly? known)
    {
        if (known >= snapshot.Days.Last) known = null;
        return (asOf ?? known ?? snapshot.Whole.AsOf, known);
    }

    private Drawn Draw(DateOnly asOf, DateOnly? known)
    {
        var picture = known is null && asOf == snapshot.Whole.AsOf ? snapshot.Whole : fold.At(snapshot, new PictureOptions(asOf, known));
        return new Drawn(picture, new Phrases(snapshot.Privacy, picture.Evidence, picture.AsOf.Year));
    }
}
