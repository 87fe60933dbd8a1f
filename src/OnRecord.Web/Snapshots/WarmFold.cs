using OnRecord.Pictures;

namespace OnRecord.Web.Snapshots;

/// <summary>The fold behind all pictures: it grows with the record, so that a new snapshot does not begin from nothing. Safe to use from several threads.</summary>
internal sealed class WarmFold
{
    private readonly Lock _lock = new();
    private readonly PictureFold _fold = new();
    private string _version = "";

    /// <summary>Adds what this snapshot has and the one before had not.</summary>
    public void Grow(Snapshot snapshot)
    {
        lock (_lock)
        {
            foreach (var article in snapshot.Articles.Values) _fold.Add(article, snapshot.OfArticle[article.Id]);
            _version = snapshot.Version;
        }
    }

    /// <summary>Folds one country of a picture that may be asked for later; false where nothing is left to do. Whoever asks for a picture meanwhile waits for one country at most.</summary>
    public bool FoldNext(Snapshot snapshot, PictureOptions options)
    {
        lock (_lock) return _version == snapshot.Version && _fold.FoldNext(options);
    }

    /// <summary>The picture of a snapshot; one that has been overtaken by a newer one is folded by itself.</summary>
    public Picture At(Snapshot snapshot, PictureOptions options)
    {
        lock (_lock)
            if (_version == snapshot.Version) return _fold.At(options);
        return Picture.Of(snapshot.Entries, snapshot.Articles, options);
    }
}
