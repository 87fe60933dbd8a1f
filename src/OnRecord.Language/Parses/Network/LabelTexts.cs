namespace OnRecord.Language.Parses.Network;

/// <summary>Turns scores into labels and lemmas.</summary>
internal sealed class LabelTexts
{
    private const int LikelyScripts = 6;
    private const float LikelyMargin = 8f;
    private const int MostLetters = 40;

    private readonly NetworkShape _shape;
    private readonly Dictionary<string, string> _exceptions;
    private readonly int _root;
    private readonly WordTable _words;

    public LabelTexts(ModelFile file, WordTable words)
    {
        _words = words;
        _shape = file.Shape;
        _exceptions = file.Exceptions;
        _root = file.Shape.Relations.IndexOf("root");
    }

    /// <summary>The word that the scores of a row say.</summary>
    public Word Word(Form form, ReadOnlySpan<float> tags, int head, ReadOnlySpan<float> relations)
    {
        var upos = (Upos)Best(tags[..NetworkShape.UposCount], -1);
        var xpos = Best(tags.Slice(_shape.XposAt, _shape.Xpos.Length), -1);
        var feats = Best(tags.Slice(_shape.FeatsAt, _shape.Feats.Length), -1);
        var relation = head < 0 && _root >= 0 ? _root : Best(relations, _root);
        return new Word(form.Text, Lemma(form, tags.Slice(_shape.ScriptsAt, _shape.Scripts.Length), upos), upos, _shape.Xpos[xpos], _shape.Feats[feats], head, _shape.Relations[relation]);
    }

    // The best script that fits the form; the words that no script reaches have entries of their own.
    private string Lemma(Form form, ReadOnlySpan<float> scores, Upos upos)
    {
        var script = Best(scores, -1);
        if (form.Lemma(script, upos) is { } known) return known;
        var lemma = Exception(form.Text, upos) ?? Fitting(form.Text, scores, script);
        form.Keep(script, upos, lemma);
        return lemma;
    }

    private string? Exception(string form, Upos upos) =>
        form.Length <= 40 && _exceptions.TryGetValue($"{form.ToLowerInvariant()}\t{upos}", out var lemma) ? lemma : null;

    // The best script whose lemma is a word that has a vector; where none of the likely ones makes one, the best that fits the form.
    private string Fitting(string form, ReadOnlySpan<float> scores, int first)
    {
        string? fits = null;
        var script = first;
        for (var (rank, limit) = (0, scores[first] - LikelyMargin); rank < LikelyScripts && script >= 0; rank++)
        {
            if (LemmaScript.Apply(_shape.Scripts[script], form) is { } lemma)
            {
                if (_words.Find(WordTable.Hash(Form.Normal(lemma))) >= 0 || form.Length > MostLetters) return lemma;
                fits ??= lemma;
            }
            script = Next(scores, script, limit);
        }
        return fits ?? form;
    }

    // The script with the next lower score, whose own lemmas are not fixed words; -1 below the limit.
    private int Next(ReadOnlySpan<float> scores, int after, float limit)
    {
        var best = -1;
        for (var s = 0; s < scores.Length; s++)
        {
            if (scores[s] > scores[after] || scores[s] == scores[after] && s <= after || scores[s] < limit || _shape.Scripts[s][0] == '=') continue;
            if (best < 0 || scores[s] > scores[best]) best = s;
        }
        return best;
    }

    private static int Best(ReadOnlySpan<float> scores, int except)
    {
        var best = except == 0 ? 1 : 0;
        for (var i = best + 1; i < scores.Length; i++)
            if (i != except && scores[i] > scores[best]) best = i;
        return best;
    }
}
