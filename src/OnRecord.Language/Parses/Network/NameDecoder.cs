namespace OnRecord.Language.Parses.Network;

/// <summary>Finds the best sequence of name labels in which an inside label follows only a begin or inside label of its kind.</summary>
internal sealed class NameDecoder
{
    private const int Labels = NetworkShape.NameLabels;

    private float[] _best = [];
    private byte[] _from = [];

    /// <summary>Starts a sentence of <paramref name="count"/> words.</summary>
    public void Begin(int count)
    {
        if (_from.Length >= count * Labels) return;
        _best = new float[2 * Labels];
        _from = new byte[count * Labels * 2];
    }

    /// <summary>Adds the scores of word <paramref name="index"/>.</summary>
    public void Add(int index, ReadOnlySpan<float> scores)
    {
        var now = _best.AsSpan(index % 2 * Labels, Labels);
        var before = _best.AsSpan((index + 1) % 2 * Labels, Labels);
        var best = 0;
        for (var l = 1; index > 0 && l < Labels; l++)
            if (before[l] > before[best]) best = l;
        for (var l = 0; l < Labels; l++)
        {
            var inside = l > 0 && l % 2 == 0;
            var from = !inside ? best : index > 0 && before[l] > before[l - 1] ? l : l - 1;
            _from[index * Labels + l] = (byte)from;
            now[l] = index == 0 ? inside ? float.NegativeInfinity : scores[l] : before[from] + scores[l];
        }
    }

    /// <summary>Gives the names of the <paramref name="count"/> words added to <paramref name="names"/>, in order.</summary>
    public void Finish(int count, List<Name> names)
    {
        names.Clear();
        if (count == 0) return;
        var last = _best.AsSpan((count - 1) % 2 * Labels, Labels);
        var label = 0;
        for (var l = 1; l < Labels; l++)
            if (last[l] > last[label]) label = l;
        var end = -1;
        for (var i = count - 1; i >= 0; i--)
        {
            if (label > 0 && end < 0) end = i + 1;
            if (label % 2 == 1)
            {
                names.Add(new Name(i, end, (NameKind)(label / 2)));
                end = -1;
            }
            label = _from[i * Labels + label];
        }
        names.Reverse();
    }
}
