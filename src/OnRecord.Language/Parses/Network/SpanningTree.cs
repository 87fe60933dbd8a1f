namespace OnRecord.Language.Parses.Network;

/// <summary>Finds the tree of the highest score with a single root (Chu-Liu and Edmonds), cycles contracted in place.</summary>
internal sealed class SpanningTree
{
    // Large enough that no gain of arcs pays for a second root, small enough that doubles keep the rest exact to 1e-7.
    private const double RootCost = 1e7;

    private double[] _score = [];
    private int[] _enter = [];
    private int[] _leave = [];
    private int[] _head = [];
    private int[] _mark = [];
    private bool[] _gone = [];
    private readonly List<int> _cycle = [];
    private readonly List<(int Member, int Head)> _members = [];
    private readonly List<int> _starts = [];

    /// <summary>
    /// Heads of <paramref name="count"/> words, -1 for the root. <paramref name="scores"/> holds for each word a row of <paramref name="stride"/> scores:
    /// first of being the root, then of hanging on word 0, 1 and so on.
    /// </summary>
    public void Solve(ReadOnlySpan<float> scores, int stride, int count, Span<int> heads)
    {
        if (Greedy(scores, stride, count, heads)) return;
        var n = count + 1;
        Prepare(scores, stride, n);
        _members.Clear();
        _starts.Clear();
        for (var v = 1; v < n; v++) Choose(v, n);
        while (FindCycle(n)) Contract(n);
        for (var level = _starts.Count - 1; level >= 0; level--) Expand(level, n);
        for (var v = 1; v < n; v++) heads[v - 1] = _head[v] - 1;
    }

    private static bool Greedy(ReadOnlySpan<float> scores, int stride, int count, Span<int> heads)
    {
        var roots = 0;
        for (var v = 0; v < count; v++)
        {
            var row = scores.Slice(v * stride, count + 1);
            var best = 0;
            for (var h = 1; h <= count; h++)
                if (h != v + 1 && row[h] > row[best]) best = h;
            heads[v] = best - 1;
            if (best == 0) roots++;
        }
        if (roots != 1) return false;
        for (var v = 0; v < count; v++)
        {
            int at = v, steps = 0;
            while (at >= 0 && steps++ <= count) at = heads[at];
            if (at >= 0) return false;
        }
        return true;
    }

    private void Prepare(ReadOnlySpan<float> scores, int stride, int n)
    {
        if (_head.Length < n)
        {
            var room = n + n / 2;
            (_head, _mark, _gone) = (new int[room], new int[room], new bool[room]);
            _score = new double[room * room];
        }
        Array.Clear(_gone, 0, n);
        for (var v = 1; v < n; v++)
            for (var h = 0; h < n; h++)
                _score[v * n + h] = h == v ? double.NegativeInfinity : scores[(v - 1) * stride + h] - (h == 0 ? RootCost : 0);
    }

    private void Choose(int v, int n)
    {
        var best = -1;
        for (var h = 0; h < n; h++)
            if (h != v && !_gone[h] && (best < 0 || _score[v * n + h] > _score[v * n + best])) best = h;
        _head[v] = best;
    }

    private bool FindCycle(int n)
    {
        _cycle.Clear();
        Array.Clear(_mark, 0, n);
        for (var v = 1; v < n; v++)
        {
            if (_gone[v] || _mark[v] != 0) continue;
            var at = v;
            while (at != 0 && _mark[at] == 0)
            {
                _mark[at] = v;
                at = _head[at];
            }
            if (at == 0 || _mark[at] != v) continue;
            _cycle.Add(at);
            for (var next = _head[at]; next != at; next = _head[next]) _cycle.Add(next);
            return true;
        }
        return false;
    }

    // The cycle's first member stands for it from now on; for each outside node it is kept which member an arc to or from it really meets.
    private void Contract(int n)
    {
        var level = _starts.Count;
        if (_enter.Length < (level + 1) * n)
        {
            Array.Resize(ref _enter, (level + 1) * n * 2);
            Array.Resize(ref _leave, (level + 1) * n * 2);
        }
        var node = _cycle[0];
        foreach (var member in _cycle) _gone[member] = true;
        for (var v = 0; v < n; v++)
        {
            if (_gone[v]) continue;
            int enter = -1, leave = -1;
            double into = double.NegativeInfinity, outOf = double.NegativeInfinity;
            foreach (var u in _cycle)
            {
                var gain = _score[u * n + v] - _score[u * n + _head[u]];
                if (enter < 0 || gain > into) (enter, into) = (u, gain);
                if (v > 0 && (leave < 0 || _score[v * n + u] > outOf)) (leave, outOf) = (u, _score[v * n + u]);
            }
            _enter[level * n + v] = enter;
            _leave[level * n + v] = leave;
            _score[node * n + v] = into;
            if (v > 0) _score[v * n + node] = outOf;
        }
        _starts.Add(_members.Count);
        foreach (var member in _cycle) _members.Add((member, _head[member]));
        _gone[node] = false;
        Choose(node, n);
        for (var v = 1; v < n; v++)
            if (!_gone[v] && v != node && _gone[_head[v]]) _head[v] = node;
    }

    private void Expand(int level, int n)
    {
        var start = _starts[level];
        var node = _members[start].Member;
        var head = _head[node];
        for (var v = 1; v < n; v++)
            if (!_gone[v] && v != node && _head[v] == node) _head[v] = _leave[level * n + v];
        for (var i = start; i < _members.Count; i++)
        {
            _gone[_members[i].Member] = false;
            _head[_members[i].Member] = _members[i].Head;
        }
        _members.RemoveRange(start, _members.Count - start);
        _head[_enter[level * n + head]] = head;
    }
}
