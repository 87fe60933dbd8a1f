using System.Collections.Immutable;

namespace OnRecord.Language.Parses;

/// <summary>The dependency tree of a parse, indexed for walking down: children, yields, dominance.</summary>
public sealed class Tree
{
    private readonly int[] _first;   // children of i are _order[_first[i].._first[i + 1]]
    private readonly int[] _order;
    private readonly int[] _low;
    private readonly int[] _high;
    private readonly ImmutableArray<Word> _words;

    /// <summary>Indexes the parse in time linear in its words.</summary>
    public Tree(Parse parse)
    {
        Parse = parse;
        var words = _words = parse.Words;
        var n = words.Length;
        _first = new int[n + 1];
        _order = new int[n];
        Root = 0;
        for (var i = 0; i < n; i++)
            if (words[i].Head < 0) Root = i;
            else _first[words[i].Head + 1]++;
        for (var i = 0; i < n; i++) _first[i + 1] += _first[i];
        var next = _first.AsSpan(0, n).ToArray();
        for (var i = 0; i < n; i++)
            if (words[i].Head >= 0) _order[next[words[i].Head]++] = i;

        _low = new int[n];
        _high = new int[n];
        var down = new List<int>(n);
        if (n > 0) down.Add(Root);
        for (var k = 0; k < down.Count; k++)
            foreach (var child in Children(down[k])) down.Add(child);
        for (var k = down.Count - 1; k >= 0; k--)
        {
            var i = down[k];
            (_low[i], _high[i]) = (i, i + 1);
            foreach (var child in Children(i))
                (_low[i], _high[i]) = (Math.Min(_low[i], _low[child]), Math.Max(_high[i], _high[child]));
        }
    }

    /// <summary>The parse.</summary>
    public Parse Parse { get; }

    /// <summary>The index of the root word.</summary>
    public int Root { get; }

    /// <summary>Word <paramref name="index"/>.</summary>
    public ref readonly Word this[int index] => ref _words.ItemRef(index);

    /// <summary>The number of words.</summary>
    public int Count => _words.Length;

    /// <summary>The words that hang on <paramref name="head"/>, in text order.</summary>
    public ReadOnlySpan<int> Children(int head) => _order.AsSpan(_first[head], _first[head + 1] - _first[head]);

    /// <summary>The smallest half-open range of words that covers the subtree of <paramref name="head"/>.</summary>
    public (int Start, int End) Yield(int head) => (_low[head], _high[head]);

    /// <summary>The first child whose relation is <paramref name="relation"/> or a subtype of it; -1 where there is none.</summary>
    public int Child(int head, string relation)
    {
        foreach (var child in Children(head))
            if (Is(child, relation)) return child;
        return -1;
    }

    /// <summary>True where the relation of <paramref name="index"/> is <paramref name="relation"/> or a subtype of it ("nsubj" holds of "nsubj:pass").</summary>
    public bool Is(int index, string relation)
    {
        var r = this[index].Relation;
        return r.StartsWith(relation, StringComparison.Ordinal) && (r.Length == relation.Length || r[relation.Length] == ':');
    }

    /// <summary>True where <paramref name="index"/> is <paramref name="head"/> or stands below it.</summary>
    public bool Dominates(int head, int index)
    {
        for (var steps = 0; index >= 0 && steps <= Count; index = this[index].Head, steps++)
            if (index == head) return true;
        return false;
    }
}
