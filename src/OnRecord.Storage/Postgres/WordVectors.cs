using System.Text;
using OnRecord.Ledger;

namespace OnRecord.Storage.Postgres;

/// <summary>Words and conditions in PostgreSQL's own notation: <c>'kunduz':3A</c>, <c>'seiz':ABC &lt;-&gt; 'town':ABC</c>.</summary>
internal static class WordVectors
{
    // What PostgreSQL takes; longer words and texts go on being found by what is within these.
    private const int LongestWord = 500, MostWords = 50_000, MostPositions = 16_383, Apart = 3;

    /// <summary>The columns of a statement, each with its weight and far enough from the next that no phrase runs over.</summary>
    public static string Of(SearchColumns columns)
    {
        var (vector, at) = (new StringBuilder(), 1);
        foreach (var (words, weight) in new[] { (columns.Words, 'A'), (columns.Who, 'B'), (columns.Voice, 'C'), (columns.Marks, 'D') })
        {
            Add(vector, words.Split(' ', StringSplitOptions.RemoveEmptyEntries), weight, ref at);
            at += Apart;
        }
        return vector.ToString();
    }

    /// <summary>The words of an article.</summary>
    public static string Of(string words)
    {
        var (vector, at) = (new StringBuilder(), 1);
        var all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Add(vector, all.AsSpan(0, Math.Min(all.Length, MostWords)), 'A', ref at);
        return vector.ToString();
    }

    /// <summary>The terms of a search.</summary>
    public static string Query(IReadOnlyList<SearchTerm> terms, bool article) =>
        string.Join(" & ", terms.Select(term => "(" + string.Join(" | ", term.Any.Select(phrase => Phrase(phrase, article ? "A" : Weights(phrase.Columns)))) + ")"));

    private static string Phrase(SearchPhrase phrase, string weights) => "(" + string.Join(" <-> ", phrase.Words.Select((word, i) =>
        $"'{Cut(word)}':{(phrase.Beginning && i == phrase.Words.Length - 1 ? "*" : "")}{weights}")) + ")";

    private static string Weights(SearchColumn columns) => string.Concat(
        new[] { (SearchColumn.Words, "A"), (SearchColumn.Who, "B"), (SearchColumn.Voice, "C"), (SearchColumn.Marks, "D") }.Where(one => columns.HasFlag(one.Item1)).Select(one => one.Item2));

    // No quotation mark and no backslash can be in a word or a mark.
    private static void Add(StringBuilder vector, ReadOnlySpan<string> words, char weight, ref int at)
    {
        foreach (var word in words)
            vector.Append('\'').Append(Cut(word)).Append("':").Append(Math.Min(at++, MostPositions)).Append(weight).Append(' ');
    }

    private static string Cut(string word) => word.Length <= LongestWord ? word : word[..LongestWord];
}
