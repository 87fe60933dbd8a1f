namespace OnRecord.Language.Parses.Network;

/// <summary>Finds the best sequence of name labels in which an inside label follows only a begin or inside label of its kind.</summary>
internal sealed class NameDecoder
{
    private const int Labels = NetworkShape.NameLabels;

    private float[] _best = [];
    private byte[] _from = [];
    private readonly float[] _steps = new float[Labels * Labels];

    /// <summary>Sets what a label's following another adds to the scores.</summary>
    public void Follow(ReadOnlySpan<float> steps) => steps.CopyTo(_steps);

    /// <summary>Starts a sentence of <paramref name="count"/> words.</summary>
    public void Begin(int count)
    {
        if (_best.Length == 0) _best = new float[2 * Labels];
        if (_from.Length >= count * Labels) return;
        _from = new byte[count * Labels * 2];
    }

    /// <summary>Adds the scores of word <paramref name="index"/>.</summary>
    public void Add(int index, ReadOnlySpan<float> scores)
    {
        var now = _best.AsSpan(index % 2 * Labels, Labels);
        var before = _best.AsSpan((index + 1) % 2 * Labels, Labels);
        for (var l = 0; l < Labels; l++)
        {
            var inside = l > 0 && l % 2 == 0;
            if (index == 0)
            {
                now[l] = inside ? float.NegativeInfinity : scores[l];
                continue;
            }
            var from = inside ? l - 1 : 0;
            var most = before[from] + _steps[from * Labels + l];
            for (var k = from + 1; k < (inside ? l + 1 : Labels); k++)
                if (before[k] + _steps[k * Labels + l] is var sum && sum > most) (from, most) = (k, sum);
            _from[index * Labels + l] = (byte)from;
            now[l] = most + scores[l];
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
