using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

/// <summary>A sentence as the network learns it: rows and label indices; -1 where a label is not known.</summary>
internal sealed record Item(Form[] Forms, float[] Drops, int[]? Heads, int[]? Relations, int[][] Tags, int[]? Names)
{
    public int Count => Forms.Length;

    /// <summary>The item without its last word, on which nothing hangs.</summary>
    public Item WithoutLast() => new(Forms[..^1], Drops[..^1], Heads?[..^1], Relations?[..^1], [.. Tags.Select(t => t[..^1])], Names?[..^1]);
}

/// <summary>Makes items of sentences.</summary>
internal sealed class ItemMaker
{
    // A word that occurs n times in training is taken for unknown with this over this plus n.
    private const float Strange = 0.4f;

    private readonly NetworkShape _shape;
    private readonly PinnedHashes _vectors;
    private readonly PinnedHashes _known;
    private readonly Dictionary<string, int> _counts;
    private readonly Dictionary<string, Form> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _xpos, _feats, _scripts, _relations;

    public ItemMaker(NetworkShape shape, PinnedHashes vectors, PinnedHashes known, Dictionary<string, int> counts)
    {
        (_shape, _vectors, _known, _counts) = (shape, vectors, known, counts);
        (_xpos, _feats, _scripts, _relations) = (Index(shape.Xpos), Index(shape.Feats), Index(shape.Scripts), Index(shape.Relations));
    }

    /// <summary>The item of a sentence whose words are written as <paramref name="restyle"/> has them; where they are <paramref name="exchanged"/>, their lemmas are not known.</summary>
    public Item Make(TrainingSentence sentence, Func<string, int, string>? restyle = null, bool exchanged = false)
    {
        var texts = restyle is null ? sentence.Forms : [.. sentence.Forms.Select(restyle)];
        var n = texts.Length;
        var tags = new int[4][];
        for (var k = 0; k < 4; k++)
        {
            tags[k] = new int[n];
            tags[k].AsSpan().Fill(-1);
        }
        for (var i = 0; i < n && sentence.Words is not null; i++)
        {
            var word = sentence.Words[i];
            tags[0][i] = (int)word.Upos;
            tags[1][i] = _xpos.GetValueOrDefault(word.Xpos, -1);
            tags[2][i] = _feats.GetValueOrDefault(word.Feats, -1);
            tags[3][i] = exchanged && texts[i] != sentence.Forms[i] ? -1 : _scripts.GetValueOrDefault(LemmaScript.Between(texts[i], word.Lemma), -1);
        }
        return new Item([.. texts.Select(Look)], [.. texts.Select(t => Strange / (Strange + _counts.GetValueOrDefault(Form.Normal(t))))],
            sentence.Words?.Select(w => w.Head).ToArray(), sentence.Words?.Select(w => _relations.GetValueOrDefault(w.Relation, -1)).ToArray(), tags, sentence.Names);
    }

    private Form Look(string text) => _forms.TryGetValue(text, out var form) ? form : _forms[text] = Form.Of(text, _vectors.Table, _known.Table, _shape.TableRows.AsSpan());

    private static Dictionary<string, int> Index(IEnumerable<string> labels) => labels.Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i, StringComparer.Ordinal);
}
