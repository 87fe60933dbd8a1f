namespace OnRecord.Language.Sentences;

internal sealed partial class WordScanner
{
    // A number with what joins on to it: "1,200", "7:30", "9/11", "5th", "713-555-0100"; units become words of their own.
    private int Number(int start, int i, int end, Gap gap)
    {
        var to = Digits(i, end);
        to = Telephone(i, to, end);
        if (to + 1 < end && Chars.IsApostrophe(text[to]) && (text[to + 1] | 0x20) == 's' && (to + 2 == end || !char.IsLetterOrDigit(text[to + 2]))) return AddParted(start, to + 2, end, gap);
        if (to + 1 < end && text[to] == '.' && Chars.IsLetter(text[to + 1]))
        {
            var name = Shapes.DottedName(text.AsSpan(start, end - start));
            if (name > 0) return Add(start, start + name, gap);
        }
        if (to >= end || !Chars.IsLetter(text[to])) return Add(start, to, gap);
        if (_pieces.Count > 0 && gap == Gap.None && text[_pieces[^1].End - 1] is '$' or '\u00A3' or '\u20AC') return Add(start, to, gap);
        var letters = Letters(to, end);
        var tail = text.AsSpan(to, letters - to);
        if (IsUnit(tail) || tail is "a" or "p" && letters + 1 < end && text[letters] == '.' && text[letters + 1] == 'm') return Add(start, to, gap);
        return AddParted(start, letters, end, gap);
    }

    private int Digits(int i, int end)
    {
        var to = i;
        while (to < end)
        {
            if (Chars.IsDigit(text[to]) || Chars.IsJoiner(text[to]) && to + 1 < end && Chars.IsDigit(text[to + 1])) to++;
            else if (to > i && to + 1 < end && Chars.IsDigit(text[to + 1]) && (text[to] is '.' or ':' or '/' || text[to] == ',' && to + 3 < end && Chars.IsDigit(text[to + 2]) && Chars.IsDigit(text[to + 3]))) to += 2;
            else break;
        }
        return to;
    }

    // Parts with hyphens are one word where they are a telephone number or a date, and a range (three words) where they are two.
    private int Telephone(int start, int first, int end)
    {
        int to = first, parts = 1, last = first - start;
        while (to + 1 < end && parts < 8 && text[to] == '-' && Chars.IsDigit(text[to + 1]))
        {
            var next = Digits(to + 1, end);
            last = next - to - 1;
            to = next;
            parts++;
        }
        var head = text.AsSpan(start, first - start);
        return parts > 2 || parts == 2 && last == 4 && (head.Length is 3 or 5 || head.Contains('/') && head.Length > 5 || start > 0 && text[start - 1] == '+') ? to : first;
    }

    private bool IsShortYear(int i, int end) =>
        i + 1 < end && Chars.IsDigit(text[i + 1]) && (i + 2 == end || !Chars.IsDigit(text[i + 2]));

    private static bool IsCurrency(ReadOnlySpan<char> code) => code is "Rs" or "USD" or "EUR" or "GBP" or "AFN" or "PKR" or "INR" or "IRR" or "SYP" or "AD" or "BC" or "CE";

    private static bool IsUnit(ReadOnlySpan<char> tail) => tail is "am" or "pm" or "AM" or "PM" or "k" or "K" or "m" or "M" or "MM" or "b" or "bn" or "tn" or "mm" or "cm" or "km" or "kg"
        or "lb" or "lbs" or "ft" or "mph" or "kph" or "mg" or "ml" or "sq" or "Hz" or "kHz" or "MHz" or "hrs" or "min" or "mins" or "km/h" or "kilometers" or "kilometres" or "miles" or "percent" or "GMT" or "UTC" or "million" or "billion";
}
