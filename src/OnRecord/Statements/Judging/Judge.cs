using OnRecord.Statements.Casting;

namespace OnRecord.Statements.Judging;

/// <summary>Gives the vector of a word: fills the span and returns true, or leaves it and returns false.</summary>
public delegate bool WordVectors(string word, Span<float> vector);

/// <summary>The learned part of reading: whether a word makes a statement and of which type, and its mode. Safe from many threads.</summary>
public sealed class Judge
{
    /// <summary>The width of the word vectors that it looks at.</summary>
    internal const int VectorWidth = 100;

    /// <summary>The label of words that make no statement.</summary>
    internal const string None = "-";

    private readonly JudgeModel _triggers;
    private readonly JudgeModel _modes;
    private readonly HashSet<string> _known;

    internal Judge(JudgeModel triggers, JudgeModel modes, CastJudge casts, HashSet<string> known, SentenceNetwork? network = null) => (_triggers, _modes, Casts, _known, Network) = (triggers, modes, casts, known, network);

    /// <summary>What chooses agents and places.</summary>
    internal CastJudge Casts { get; }

    /// <summary>What reads sentences whole; null for a judge without.</summary>
    internal SentenceNetwork? Network { get; }

    /// <summary>Reads the file of weights.</summary>
    public static Language.Outcome<Judge> Load(string path) => JudgeFile.Read(path);

    /// <summary>True where it looks at what the encoder made of words, which the parser then has to keep.</summary>
    internal bool NeedsStates => Network is not null || _triggers.Inputs > Features.VectorPlaces * VectorWidth;

    /// <summary>True where the codebook's entry was there when the judge was trained; what a user adds is taken as the codebook says.</summary>
    internal bool Knows(string type, string form, string lemma) => _known.Contains($"{type} {form} {lemma}");

    /// <summary>The types by falling score, "-" among them for none; <paramref name="read"/> is what the network made of the word, nothing where there is none.</summary>
    internal IReadOnlyList<(string Label, float Score)> Types(Features features, WordVectors vectors, ReadOnlySpan<float> read = default) => Ranked(_triggers, features, vectors, read.IsEmpty ? read : read[.._triggers.Labels.Length]);

    /// <summary>The most likely mode; <paramref name="read"/> as for the types.</summary>
    internal Mode ModeOf(Features features, WordVectors vectors, ReadOnlySpan<float> read = default) => Enum.Parse<Mode>(Ranked(_modes, features, vectors, read.IsEmpty ? read : read[_triggers.Labels.Length..])[0].Label);

    /// <summary>Lays the vectors of the features' first <paramref name="places"/> words side by side, then the state where there is room for it; zeros for words without one.</summary>
    internal static void Vectors(Features features, WordVectors vectors, Span<float> target, int places = Features.VectorPlaces)
    {
        target.Clear();
        for (var i = 0; i < places; i++)
            if (features.Words[i] is { } word) vectors(word, target.Slice(i * VectorWidth, VectorWidth));
        var rest = target[(places * VectorWidth)..];
        if (rest.Length > 0 && features.State.Length == rest.Length) features.State.CopyTo(rest);
    }

    private static List<(string Label, float Score)> Ranked(JudgeModel model, Features features, WordVectors vectors, ReadOnlySpan<float> read)
    {
        Span<float> input = stackalloc float[model.Inputs];
        Span<float> logits = stackalloc float[model.Labels.Length];
        Span<float> units = stackalloc float[model.Units];
        Vectors(features, vectors, input);
        model.Score(features, input, logits, units);
        for (var i = 0; i < read.Length; i++) logits[i] += read[i];
        var ranked = new List<(string Label, float Score)>(logits.Length);
        for (var i = 0; i < logits.Length; i++) ranked.Add((model.Labels[i], logits[i]));
        ranked.Sort((a, b) => b.Score.CompareTo(a.Score) is var order && order != 0 ? order : string.CompareOrdinal(a.Label, b.Label));
        return ranked;
    }
}
