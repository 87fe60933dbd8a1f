using System.Buffers;

namespace OnRecord.Ledger;

/// <summary>Words for a search as one text, a space between two: each folded and without its ending, written letter by letter without a string for each.</summary>
internal sealed class WordText : IDisposable
{
    private char[] _letters = ArrayPool<char>.Shared.Rent(1024);
    private int _length;
    private int _word;

    /// <summary>The words of a text, after a gap where there are words before it.</summary>
    public void Add(string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        if (_length > 0) AddWhole(SearchColumns.Gap);
        AddWords(text, stems: true);
    }

    /// <summary>The words of a text, folded; as stems or as they are.</summary>
    public void AddWords(string text, bool stems)
    {
        // A letter more than it has: the space before it.
        Room(2 * text.Length + 2);
        Begin();
        foreach (var c in text)
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) _letters[_length++] = c;
            else if (char.IsLetterOrDigit(c)) _letters[_length++] = PlaceNames.Base(char.ToLowerInvariant(c));
            else if (PlaceNames.Parts(c)) End(stems);
        }
        End(stems);
        _length = Math.Max(0, _word - 1);
    }

    /// <summary>A word as it is; false where it is there already and only once is asked for.</summary>
    public void AddOnce(ReadOnlySpan<char> word)
    {
        foreach (var range in _letters.AsSpan(0, _length).Split(' '))
            if (_letters.AsSpan(0, _length)[range].SequenceEqual(word)) return;
        AddWhole(word);
    }

    /// <summary>What was added, and nothing is left.</summary>
    public string Take()
    {
        var text = new string(_letters, 0, _length);
        _length = 0;
        return text;
    }

    /// <summary>Gives its letters back.</summary>
    public void Dispose() => ArrayPool<char>.Shared.Return(_letters);

    private void AddWhole(ReadOnlySpan<char> word)
    {
        Room(word.Length + 1);
        if (_length > 0) _letters[_length++] = ' ';
        word.CopyTo(_letters.AsSpan(_length));
        _length += word.Length;
    }

    private void Begin()
    {
        if (_length > 0) _letters[_length++] = ' ';
        _word = _length;
    }

    // The next word begins after a space; an empty one leaves nothing.
    private void End(bool stems)
    {
        if (_length == _word) return;
        if (stems) _length = _word + SearchWords.Stem(_letters.AsSpan(_word, _length - _word));
        _letters[_length++] = ' ';
        _word = _length;
    }

    private void Room(int more)
    {
        if (_length + more <= _letters.Length) return;
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_length + more, 2 * _letters.Length));
        _letters.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_letters);
        _letters = larger;
    }
}
