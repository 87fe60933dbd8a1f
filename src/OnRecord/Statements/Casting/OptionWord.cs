namespace OnRecord.Statements.Casting;

/// <summary>Where an option stands: its sentence, its word there (-1 for none), and in what way it is one.</summary>
internal readonly record struct OptionWord(int Sentence, int Word, string Way)
{
    private const int Before = 9;
    private const int After = 3;
    private const int Doublings = 5;

    /// <summary>In how many ways something can be an option.</summary>
    public static readonly string[] Ways = ["nobody", "rule", "said", "adjective", "origin", "relay", "side", "past", "around", "none", "main-country", "country-of", "people"];

    /// <summary>How many distances are told apart.</summary>
    public const int Distances = Before + 1 + After + 1 + 2 * (Doublings + 1);

    /// <summary>The number of the way; -1 for one that is not listed.</summary>
    public int WayNumber => Array.IndexOf(Ways, Way);

    /// <summary>The number of its distance from a word: of sentences, within a sentence of words, doubling.</summary>
    public int DistanceFrom(int sentence, int word)
    {
        var sentences = Math.Clamp(Sentence - sentence, -Before, After);
        if (sentences != 0) return sentences + Before + 1;
        var words = Word < 0 ? 0 : Word - word;
        var doublings = Math.Min(Doublings, (int)Math.Log2(Math.Abs(words) + 1));
        return Before + 1 + After + 1 + (words < 0 ? doublings : Doublings + 1 + doublings);
    }
}
