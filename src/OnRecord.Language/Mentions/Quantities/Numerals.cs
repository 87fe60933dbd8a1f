using System.Collections.Frozen;
using System.Globalization;

namespace OnRecord.Language.Mentions.Quantities;

/// <summary>Reads exact numbers, in figures or words: "3,000", "1.5 million", "two hundred and fifty", "a dozen", "half a million".</summary>
internal static class Numerals
{
    private const decimal Largest = 1_000_000_000_000_000m;

    private static readonly FrozenDictionary<string, int> Small = new[]
        {
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        }
        .Select((word, value) => (word, value)).ToFrozenDictionary(p => p.word, p => p.value);

    private static readonly FrozenDictionary<string, int> Tens = new[] { "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety" }
        .Select((word, k) => (word, value: 10 * (k + 2))).ToFrozenDictionary(p => p.word, p => p.value);

    private static readonly FrozenDictionary<string, int> Ordinals = new[]
        {
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
            "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
        }
        .Select((word, k) => (word, value: k + 1)).Append(("thirtieth", 30)).ToFrozenDictionary(p => p.Item1, p => p.Item2);

    /// <summary>The value of a word that multiplies ("million"), or 0.</summary>
    public static decimal Multiplier(string word) => word switch
    {
        "dozen" => 12,
        "hundred" => 100,
        "thousand" => 1_000,
        "million" or "mn" => 1_000_000,
        "billion" or "bn" => 1_000_000_000,
        "trillion" => 1_000_000_000_000,
        _ => 0,
    };

    /// <summary>Reads the exact number that begins at <paramref name="at"/>.</summary>
    public static bool TryRead(PieceRow row, int at, out int end, out decimal value)
    {
        (end, value) = (at, 0);
        if (row.Is(at, "a", "an") && Multiplier(row[at + 1]) > 0)
            return Multiply(row, end = at + 1, 1, out end, out value);
        if (row.Is(at, "half"))
        {
            var next = row.IsDash(at + 1) ? at + 2 : at + 1;
            if (!row.Is(next, "a")) return false;
            if (row.IsDash(next + 1)) next++;
            return Multiplier(row[next + 1]) > 0 && Multiply(row, next + 1, 0.5m, out end, out value);
        }
        if (TryFigures(row, at, out end, out value))
            return TryHalf(row, ref end, ref value) && Multiply(row, end, value, out end, out value);
        return TryWords(row, at, out end, out value);
    }

    /// <summary>Reads an ordinal up to 39th, in figures or words.</summary>
    public static bool TryOrdinal(PieceRow row, int at, out int end, out int value)
    {
        (end, value) = (at + 1, 0);
        var text = row[at];
        if (text.Length is 3 or 4 && char.IsAsciiDigit(text[0]) && text[^2..] is "st" or "nd" or "rd" or "th")
            return int.TryParse(text.AsSpan(0, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out value);
        if (Ordinals.TryGetValue(text, out value)) return true;
        if (text is not ("twenty" or "thirty")) return false;
        var next = row.IsDash(at + 1) ? at + 2 : at + 1;
        if (!Ordinals.TryGetValue(row[next], out var unit) || unit > 9) return false;
        (end, value) = (next + 1, Tens[text] + unit);
        return true;
    }

    /// <summary>Reads a number in figures, without words that multiply it.</summary>
    public static bool TryFigures(PieceRow row, int at, out int end, out decimal value)
    {
        (end, value) = (at + 1, 0);
        var text = row[at];
        if (text.Length is 0 or > 18 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[^1])) return false;
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0 && !IsGrouped(text)) return false;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value)) return false;
        // The thousands of UN style: "12 500".
        while (comma < 0 && text.Length <= 3 && value > 0 && value % 1 == 0 && value < Largest / 1000 && !row.Glued(end) && row[end].Length == 3 && row[end].EndsWith("00", StringComparison.Ordinal)
               && int.TryParse(row[end], NumberStyles.None, CultureInfo.InvariantCulture, out var group))
            (value, end) = (value * 1000 + group, end + 1);
        return value <= Largest;
    }

    private static bool IsGrouped(string text)
    {
        var whole = text.AsSpan();
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0) whole = whole[..point];
        var first = whole.IndexOf(',');
        if (first is < 1 or > 3 || (whole.Length - first) % 4 != 0) return false;
        for (var i = first; i < whole.Length; i++)
            if ((i - first) % 4 == 0 != (whole[i] == ',')) return false;
        return true;
    }

    private static bool TryHalf(PieceRow row, ref int end, ref decimal value)
    {
        var next = row.Skip(end, "and", "a", "half");
        if (next < 0) next = row.Skip(end, "-", "and", "-", "a", "-", "half");
        if (next > 0) (end, value) = (next, value + 0.5m);
        return true;
    }

    private static bool Multiply(PieceRow row, int at, decimal start, out int end, out decimal value)
    {
        (end, value) = (at, start);
        while (true)
        {
            var next = row.IsDash(end) && row.Glued(end) ? end + 1 : end;
            var by = Multiplier(row[next]);
            if (by == 0) return true;
            if (value * by > Largest) return false;
            (value, end) = (value * by, next + 1);
        }
    }

    private static bool TryWords(PieceRow row, int at, out int end, out decimal value)
    {
        (end, value) = (at, 0);
        decimal current = 0;
        var any = false;
        for (var i = at; ;)
        {
            if (any && row.IsDash(i) && row.Glued(i)) i++;
            if (any && row.Is(i, "and") && row[end - 1] is "hundred" or "thousand") i++;
            if (Small.TryGetValue(row[i], out var small) && (current % 100 == 0 || (current % 10 == 0 && current % 100 >= 20 && small is > 0 and < 10))) current += small;
            else if (Tens.TryGetValue(row[i], out var tens) && current % 100 == 0) current += tens;
            else if (any && row.Is(i, "hundred") && current is > 0 and < 100) current *= 100;
            else if (any && current > 0 && Multiplier(row[i]) is var by and >= 1000 && current * by <= Largest) (value, current) = (value + current * by, 0);
            else if (any && row.Is(i, "dozen") && current > 0 && value == 0) current *= 12;
            else break;
            any = true;
            end = i + 1;
            // "one two": a second unit begins another number.
            if (small > 0 && current % 10 != 0 && Small.ContainsKey(row[end])) break;
            i = end;
        }
        value += current;
        if (any && TryHalf(row, ref end, ref value) && value % 1 != 0) return Multiply(row, end, value, out end, out value);
        return any;
    }
}
