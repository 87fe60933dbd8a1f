namespace OnRecord.Language.Parses.Network;

/// <summary>Turns scores into labels and lemmas.</summary>
internal sealed class LabelTexts
{
    private readonly NetworkShape _shape;
    private readonly Dictionary<string, string> _lemmas;
    private readonly WordTable _vectors;
    private readonly int _root;

    public LabelTexts(ModelFile file, WordTable vectors)
    {
        _shape = file.Shape;
        _lemmas = file.Lemmas;
        _vectors = vectors;
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

    // The best script that fits the form; once one has failed, whole lemmas are no longer asked.
    private string Lemma(Form form, ReadOnlySpan<float> scores, Upos upos)
    {
        for (var script = Best(scores, -1); script >= 0; script = Next(scores, script))
        {
            var lemma = form.Lemma(script, upos);
            if (lemma is null) form.Keep(script, upos, lemma = Make(form.Text, script, upos));
            if (lemma.Length > 0) return lemma;
        }
        return form.Text;
    }

    // A form met in training under this tag has its lemma from there; the script tells whether it keeps a name's capital. Empty where the script does not fit.
    private string Make(string text, int script, Upos upos)
    {
        var how = _shape.Scripts[script];
        if (text.Length <= 40 && _lemmas.TryGetValue($"{text.ToLowerInvariant()}\t{upos}", out var known))
            return how[0] == 'k' && char.IsUpper(text[0]) && char.IsLower(known[0]) ? string.Concat([char.ToUpperInvariant(known[0])], known.AsSpan(1)) : known;
        if (upos == Upos.VERB && IrregularVerbsTable.LemmaOf(text.ToLowerInvariant()) is { } irregular) return irregular;
        return LemmaScript.Apply(how, text) is { } made ? LemmaScript.Mend(text, made, upos, IsWord) : "";
    }

    private bool IsWord(string text) => _vectors.Find(WordTable.Hash(Form.Normal(text))) >= 0;

    // The script that comes after another by score, of equals by place; -1 after the last.
    private int Next(ReadOnlySpan<float> scores, int after)
    {
        var best = -1;
        for (var s = 0; s < scores.Length; s++)
        {
            var later = scores[s] < scores[after] || (scores[s] == scores[after] && s > after);
            if (later && (best < 0 || scores[s] > scores[best]) && _shape.Scripts[s][0] != '=') best = s;
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
