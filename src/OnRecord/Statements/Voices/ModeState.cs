using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Voices;

/// <summary>Mode and polarity while they are being read; a word of will outranks an auxiliary, and of two words of will the inner one counts.</summary>
internal sealed class ModeState(Scene scene, int sentence)
{
    private readonly HashSet<int> _flipped = [];
    private bool _strong;

    public Mode Mode { get; private set; }

    public bool Negative { get; set; }

    public bool Will { get; set; }

    public List<Cue> Cues { get; } = [];

    /// <summary>The type of statement whose mode is read.</summary>
    public required string Type { get; init; }

    /// <summary>The verb or noun whose mode is read.</summary>
    public required int Predicate { get; init; }

    /// <summary>True of a type that harms people or things.</summary>
    public bool Harm => Announcements.Harms.Contains(Type);

    /// <summary>True where the words leave no doubt that the act is not told as done.</summary>
    public bool Certain { get; set; }

    /// <summary>True where the clause has "would".</summary>
    public bool Would { get; set; }

    /// <summary>The word by which it is ordered; -1 where none does.</summary>
    public int Order { get; set; } = -1;

    /// <summary>The word by which somebody says to be ready for it; -1 where none does.</summary>
    public int Offer { get; set; } = -1;

    public void Set(Mode mode, int word, bool strong = false, bool over = false)
    {
        if (!over && (_strong || Mode != Mode.Actual && !strong)) return;
        (Mode, _strong) = (mode, strong);
        Cue("mode", word);
    }

    /// <summary>True where what the clause is a condition of is a threat or an announcement of harm.</summary>
    public bool Under(Tree tree, int clause, Codebook codebook)
    {
        var above = tree[clause].Head;
        if (!tree.Is(clause, "advcl") || above < 0) return false;
        foreach (var child in tree.Children(above))
            if (tree.Is(child, "aux") && tree[child].Lemma.ToLowerInvariant() is "will" or "would" or "shall") return true;
        return tree[above].Head is >= 0 and var governor && codebook.Modes.TryGetValue(tree[governor].Lemma.ToLowerInvariant(), out var word) && word.Mode == Mode.Threat || codebook.Modes.TryGetValue(tree[above].Lemma.ToLowerInvariant(), out var own) && own.Mode == Mode.Threat;
    }

    /// <summary>Turns the polarity round, once for each word that does so.</summary>
    public void Flip(int word)
    {
        if (!_flipped.Add(word)) return;
        Negative = !Negative;
        Cue("polarity", word);
    }

    public void Cue(string field, int word)
    {
        var span = scene.SpanOf(sentence, word, word + 1);
        Cues.Add(new Cue(field, span.Of(scene.Article.Text), span));
    }
}
