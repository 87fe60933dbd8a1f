using OnRecord.Lab.Scores;
using OnRecord.Language.Articles;

namespace OnRecord.Lab.Reading;

/// <summary>Counts attributions found against annotated ones.</summary>
internal sealed class AttributionTally
{
    private int _found, _pairs, _goldSources, _foundSources, _sources, _goldContents, _foundContents, _contents;
    private int _goldSource, _foundSource, _source, _goldContent, _foundContent, _content;

    public int Gold { get; private set; }

    public Score Cue => new("cue", Gold, _found, _pairs);

    public Score Source => new("source", _goldSources, _foundSources, _sources);

    public Score Content => new("content", _goldContents, _foundContents, _contents);

    /// <summary>The same in characters: those in common within pairs, out of all.</summary>
    public Score SourceLength => new("source characters", _goldSource, _foundSource, _source);

    public Score ContentLength => new("content characters", _goldContent, _foundContent, _content);

    /// <summary>Counts one text; <paramref name="wrong"/> is told what was missed, what is too much, and pairs whose source or content is another.</summary>
    public void Add(IReadOnlyList<Attribution> gold, IReadOnlyList<Attribution> found, Action<string, Attribution> wrong)
    {
        Gold += gold.Count;
        _found += found.Count;
        _goldSources += gold.Count(a => a.Source.Count > 0);
        _foundSources += found.Count(a => a.Source.Count > 0);
        _goldContents += gold.Count(a => a.Content.Count > 0);
        _foundContents += found.Count(a => a.Content.Count > 0);
        (_goldSource, _goldContent) = (_goldSource + gold.Sum(a => Length(a.Source)), _goldContent + gold.Sum(a => Length(a.Content)));
        (_foundSource, _foundContent) = (_foundSource + found.Sum(a => Length(a.Source)), _foundContent + found.Sum(a => Length(a.Content)));

        var pairs = (from g in Enumerable.Range(0, gold.Count)
                     from f in Enumerable.Range(0, found.Count)
                     let shared = Common(gold[g].Cue, found[f].Cue)
                     where shared > 0
                     orderby shared descending, Common(gold[g].Content, found[f].Content) descending, g, f
                     select (g, f)).ToList();
        var (usedGold, usedFound) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (g, f) in pairs)
        {
            if (usedGold.Contains(g) || usedFound.Contains(f)) continue;
            usedGold.Add(g);
            usedFound.Add(f);
            _pairs++;
            var (source, content) = (Common(gold[g].Source, found[f].Source), Common(gold[g].Content, found[f].Content));
            (_source, _content) = (_source + source, _content + content);
            if (source > 0) _sources++;
            else if (gold[g].Source.Count + found[f].Source.Count > 0) wrong("source meant", gold[g] with { Content = found[f].Source });
            if (content > 0) _contents++;
            else wrong("content meant", gold[g]);
        }
        for (var g = 0; g < gold.Count; g++) if (!usedGold.Contains(g)) wrong("missed", gold[g]);
        for (var f = 0; f < found.Count; f++) if (!usedFound.Contains(f)) wrong("too much", found[f]);
    }

    private static int Length(IReadOnlyList<TextSpan> spans) => spans.Sum(s => s.Length);

    private static int Common(IReadOnlyList<TextSpan> a, IReadOnlyList<TextSpan> b) =>
        a.Sum(x => b.Sum(y => Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start))));
}
