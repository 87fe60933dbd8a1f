using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OnRecord.Language.Articles;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;

namespace OnRecord.Lab.Scores;

/// <summary>A parse without a parser: every word hangs on one, tags are guessed from the form. Enough for what reads words and not trees.</summary>
internal static partial class FlatParse
{
    private static readonly string[] Numbers =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "forty", "fifty", "hundred", "thousand", "million"];

    [GeneratedRegex(@"[A-Za-z]\.(?:[A-Za-z]\.)+|\d+(?:[.,:]\d+)*\p{L}*|['’](?:s|ll|d|re|ve|m)\b|\p{L}+(?:-\p{L}+)*|[^\s]", RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    public static Parse Of(string text)
    {
        var tokens = Tokens().Matches(text).Select(m => new Token(m.Index, m.Index + m.Length, false)).ToImmutableArray();
        if (tokens.IsEmpty) tokens = [new Token(0, text.Length, false)];
        var modal = tokens.ToList().FindIndex(t => IsModal(text[t.Start..t.End].ToLowerInvariant()));
        var root = modal >= 0 && modal + 1 < tokens.Length ? modal + 1 : 0;
        return new Parse
        {
            Sentence = new Sentence { Text = text, Span = new TextSpan(0, text.Length), Tokens = tokens },
            Words = [.. tokens.Select((t, i) => Guess(text[t.Start..t.End], i, root, modal))],
            Names = [],
        };
    }

    private static bool IsModal(string lower) => lower is "will" or "would" or "could" or "should" or "'ll" or "’ll";

    private static Word Guess(string form, int index, int root, int modal)
    {
        var lower = form.ToLowerInvariant();
        var (upos, xpos) = lower switch
        {
            _ when index == root && modal >= 0 => (Upos.VERB, "VB"),
            _ when char.IsAsciiDigit(form.FirstOrDefault()) || Numbers.Contains(lower) => (Upos.NUM, "CD"),
            _ when IsModal(lower) => (Upos.AUX, "MD"),
            _ when !char.IsLetter(form.FirstOrDefault()) => (Upos.PUNCT, "."),
            _ when char.IsUpper(form[0]) && index > 0 => (Upos.PROPN, "NNP"),
            "in" or "on" or "by" or "since" or "from" or "to" or "of" or "until" or "the" or "a" or "at" or "for" or "and" => (Upos.ADP, "IN"),
            _ when lower.EndsWith('s') && lower.Length > 3 => (Upos.NOUN, "NNS"),
            _ => (Upos.NOUN, "NN"),
        };
        return new Word(form, lower, upos, xpos, "_", index == root ? -1 : root, index == root ? "root" : index == modal ? "aux" : "dep");
    }
}
