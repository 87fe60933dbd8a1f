using System.Collections.Immutable;
using OnRecord.Statements;

namespace OnRecord.Ledger;

/// <summary>Words that must follow one another in one of some columns; with <paramref name="Beginning"/> the last of them is the beginning of a word.</summary>
public sealed record SearchPhrase(SearchColumn Columns, ImmutableArray<string> Words, bool Beginning = false)
{
    /// <summary>True where it occurs in this column.</summary>
    public bool In(ReadOnlySpan<string> column)
    {
        for (var at = 0; at + Words.Length <= column.Length; at++)
        {
            var i = 0;
            while (i < Words.Length && Same(i, column[at + i])) i++;
            if (i == Words.Length) return true;
        }
        return false;
    }

    private bool Same(int i, string word) =>
        Beginning && i == Words.Length - 1 ? word.StartsWith(Words[i], StringComparison.Ordinal) : word == Words[i];
}

/// <summary>A condition of a search: one of some phrases must occur; where there is none, nothing can meet it.</summary>
public sealed record SearchTerm(ImmutableArray<SearchPhrase> Any)
{
    private static readonly SearchColumn[] Single = [SearchColumn.Words, SearchColumn.Who, SearchColumn.Voice, SearchColumn.Marks];

    /// <summary>True where the columns of a statement meet it.</summary>
    public bool Met(SearchColumns columns) => Any.Any(phrase => Single.Any(one => phrase.Columns.HasFlag(one) && phrase.In(columns[one])));

    /// <summary>True where the words of an article meet it.</summary>
    public bool Met(ReadOnlySpan<string> words)
    {
        foreach (var phrase in Any)
            if (phrase.In(words)) return true;
        return false;
    }
}

/// <summary>The conditions of a query that can be answered from words and marks; all must be met.</summary>
public static class SearchTerms
{
    /// <summary>What a query asks of statements. It leaves out what marks cannot tell to the day: valid time must be looked at again.</summary>
    public static ImmutableArray<SearchTerm> OfStatements(LedgerQuery query)
    {
        var terms = ImmutableArray.CreateBuilder<SearchTerm>();
        terms.AddRange(OfText(query.Text));
        if (query.Type is { } type) terms.Add(Marked('t', type));
        if (query.Mode is { } mode) terms.Add(Marked('m', mode.Label()));
        if (query.Country is { } country) terms.Add(Marked('c', country));
        if (query.Area is { } area) terms.Add(Area(area));
        if (query.Actor is { } actor) terms.Add(Named('a', SearchColumn.Who, actor));
        if (query.Source is { } source) terms.Add(Named('s', SearchColumn.Voice, source));
        if (query is { From: { } from, To: { } to } && SearchColumns.Months(from, to) is { } months)
            terms.Add(new SearchTerm([.. months.Select(SearchColumns.Month).Append(SearchColumns.OpenTime).Select(mark => new SearchPhrase(SearchColumn.Marks, [mark]))]));
        return terms.ToImmutable();
    }

    /// <summary>What words written by a user ask for: each word, "phrase" and beginning* is a condition.</summary>
    public static ImmutableArray<SearchTerm> OfText(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var terms = ImmutableArray.CreateBuilder<SearchTerm>();
        foreach (var (part, index) in text.Split('"').Select((part, index) => (part, index)))
            foreach (var piece in index % 2 == 1 ? [part] : part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var beginning = index % 2 == 0 && piece.EndsWith('*');
                // The beginning of a word has no ending that could be taken off.
                var words = beginning ? PlaceNames.Fold(piece).Split(' ', StringSplitOptions.RemoveEmptyEntries) : SearchWords.Of(piece);
                if (words.Length > 0) terms.Add(new SearchTerm([new SearchPhrase(SearchColumn.Text, [.. words], beginning)]));
            }
        return terms.Count > 0 ? terms.ToImmutable() : [new SearchTerm([])];
    }

    private static SearchTerm Marked(char kind, string value) => new([new SearchPhrase(SearchColumn.Marks, [SearchColumns.Mark(kind, value)])]);

    private static SearchTerm Area(string area)
    {
        var any = ImmutableArray.CreateBuilder<SearchPhrase>();
        if (PlaceNames.Fold(area) is { Length: > 0 } name) any.Add(new SearchPhrase(SearchColumn.Marks, [SearchColumns.Mark('w', name)]));
        if (Countries.Code(area) is { } code) any.Add(new SearchPhrase(SearchColumn.Marks, [SearchColumns.Mark('c', code)]));
        return new SearchTerm(any.ToImmutable());
    }

    private static SearchTerm Named(char kind, SearchColumn names, string value)
    {
        var any = ImmutableArray.CreateBuilder<SearchPhrase>();
        if (value.Length > 0) any.Add(new SearchPhrase(SearchColumn.Marks, [SearchColumns.Mark(kind, value)]));
        if (SearchWords.Of(value) is { Length: > 0 } words) any.Add(new SearchPhrase(names, [.. words]));
        return new SearchTerm(any.ToImmutable());
    }
}
