using System.Collections.Immutable;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Quantities;

/// <summary>A word, or a part of one: words are cut at hyphens, slashes and currency signs, and between digits and letters.</summary>
/// <param name="Text">The characters in lower case.</param>
/// <param name="Word">The word that it belongs to.</param>
/// <param name="Glued">True where no space stands before it.</param>
/// <param name="Capital">True where it begins with a capital.</param>
internal readonly record struct Piece(string Text, int Word, bool Glued, bool Capital);

/// <summary>
/// A sentence's words cut so fine that "two-thirds", "20km" and "13-15" read the same however they were tokenised.
/// Reading past either end gives the empty string.
/// </summary>
internal sealed class PieceRow
{
    private readonly ImmutableArray<Piece> _pieces;
    private readonly string[] _texts;

    public PieceRow(Parse parse)
    {
        Parse = parse;
        var pieces = ImmutableArray.CreateBuilder<Piece>(parse.Words.Length);
        for (var i = 0; i < parse.Words.Length; i++)
            Cut(pieces, parse.Words[i].Form, i, i > 0 && parse.Sentence.Tokens[i].Start == parse.Sentence.Tokens[i - 1].End);
        _pieces = pieces.ToImmutable();
        _texts = [.. _pieces.Select(p => p.Text)];
    }

    public Parse Parse { get; }

    public int Count => _pieces.Length;

    /// <summary>The text of a piece in lower case, without a final period where it is an abbreviation.</summary>
    public string this[int at] => (uint)at < (uint)_texts.Length ? _texts[at] : "";

    public int WordAt(int at) => _pieces[at].Word;

    /// <summary>The word of a piece as the parser saw it.</summary>
    public Word Word(int at) => at >= 0 && at < _pieces.Length ? Parse.Words[_pieces[at].Word] : new Word("", "", Upos.X, "", "_", -1, "");

    public bool Glued(int at) => at >= 0 && at < _pieces.Length && _pieces[at].Glued;

    public bool Capital(int at) => at >= 0 && at < _pieces.Length && _pieces[at].Capital;

    public bool Is(int at, string a) => this[at] == a;

    public bool Is(int at, string a, string b) => this[at] == a || this[at] == b;

    public bool IsDash(int at) => this[at] == "-";

    /// <summary>The position after the words given, where exactly these stand at <paramref name="at"/>; else -1.</summary>
    public int Skip(int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (this[at++] != word) return -1;
        return at;
    }

    private static void Cut(ImmutableArray<Piece>.Builder pieces, string form, int word, bool glued)
    {
        for (var start = 0; start < form.Length;)
        {
            var end = start + 1;
            if (!IsSign(form[start]))
                while (end < form.Length && !IsSign(form[end]) && !Breaks(form, end)) end++;
            var text = Plain(form[start..end]);
            pieces.Add(new Piece(text, word, start > 0 || glued, char.IsUpper(form[start])));
            start = end;
        }
    }

    /// <summary>True between a digit and a letter, except before the ending of an ordinal ("13th").</summary>
    private static bool Breaks(string form, int at)
    {
        if (!char.IsAsciiDigit(form[at - 1]) || !char.IsLetter(form[at])) return false;
        var rest = form.AsSpan(at);
        return !((rest.Length == 2 || (rest.Length > 2 && !char.IsLetter(rest[2]))) && rest[..2] is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH");
    }

    private static bool IsSign(char c) => c is '-' or '–' or '—' or '‑' or '−' or '/' or '$' or '€' or '£' or '%' or '+' or '~';

    private static string Plain(string text)
    {
        if (text is "–" or "—" or "‑" or "−") return "-";
        var lower = text.ToLowerInvariant().Replace('’', '\'');
        return lower.Length > 1 && lower[^1] == '.' && lower.IndexOf('.', StringComparison.Ordinal) == lower.Length - 1 ? lower[..^1] : lower;
    }
}
