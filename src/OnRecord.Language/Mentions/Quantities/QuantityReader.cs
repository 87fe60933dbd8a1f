using System.Globalization;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Quantities;

/// <summary>A quantity found in a row of pieces.</summary>
/// <param name="Start">The first piece with its hedges.</param>
/// <param name="Core">The first piece of the number itself.</param>
/// <param name="CoreEnd">One past its last.</param>
/// <param name="End">One past the last piece with what belongs to it ("more", "percent").</param>
/// <param name="Bounds">Its bounds.</param>
/// <param name="Unit">The unit where the expression carries it ("share", "USD", "km"), else null.</param>
internal readonly record struct Amount(int Start, int Core, int CoreEnd, int End, Bounds Bounds, string? Unit);

/// <summary>Reads the quantities of one sentence.</summary>
internal sealed class QuantityReader(PieceRow row)
{
    /// <summary>Reads the quantity that begins, with its hedges, at <paramref name="at"/>.</summary>
    public bool TryRead(int at, out Amount amount)
    {
        amount = default;
        var hedge = Hedges.Read(row, at, out var core);
        if (core == at && row.Is(at, "between"))
        {
            if (!TryNumber(at + 1, out var middle, out var low) || !row.Is(middle, "and") || !TryNumber(middle + 1, out var last, out var high)) return false;
            low = Scale(low, at + 1, middle, last, high);
            return low < high && Finish(at, at + 1, last, Hedge.None, new(low, high), out amount);
        }
        var sign = Currency(row[core]);
        if (sign is null && row.Is(core, "us") && Currency(row[core + 1]) is not null) (sign, core) = ("USD", core + 1);
        if (sign is not null) core++;
        if (TryShare(at, core, hedge, out amount)) return true;
        if (!TryPlain(core, out var end, out var bounds)) return false;
        if (sign is not null && row.Glued(end) && row[end] is "m" or "b" or "k")
        {
            var by = row[end] switch { "m" => 1_000_000m, "b" => 1_000_000_000m, _ => 1_000m };
            (bounds, end) = (new(bounds.Low * by, bounds.High * by), end + 1);
        }
        if (row.IsDash(end) && row.Glued(end) && row[end + 1] is "odd" or "plus" or "strong" or "member" or "man" or "person")
        {
            if (row.Is(end + 1, "odd") && hedge == Hedge.None) hedge = Hedge.About;
            if (row.Is(end + 1, "plus") && hedge == Hedge.None) hedge = Hedge.AtLeast;
            var isCount = row[end + 1] is "odd" or "plus";
            amount = new Amount(at, core, end, end + 2, Hedges.Apply(hedge, bounds, isCount: true), isCount ? sign : "");
            return true;
        }
        if (hedge == Hedge.None && row.Is(end, "+") && row.Glued(end)) (hedge, end) = (Hedge.AtLeast, end + 1);
        return Finish(at, core, end, hedge, bounds, out amount, sign);
    }

    /// <summary>A number, a range of two, or a vague count ("dozens"), without hedges.</summary>
    private bool TryPlain(int at, out int end, out Bounds bounds)
    {
        if (TryVague(at, out end, out bounds)) return true;
        if (!TryNumber(at, out end, out var low)) return false;
        bounds = new(low, low);
        var glued = row.IsDash(end) && row.Glued(end) && row.Glued(end + 1);
        var joins = glued || row.Is(end, "or") || (row.Is(end, "to") && !row.Is(at - 1, "from"));
        if (!joins || !TryNumber(end + 1, out var last, out var high)) return true;
        low = Scale(low, at, end, last, high);
        if (low < high) (bounds, end) = (new(low, high), last);
        return low < high || !glued;
    }

    private bool TryNumber(int at, out int end, out decimal value) => Numerals.TryRead(row, at, out end, out value);

    /// <summary>In "two to three million" the two are millions as well.</summary>
    private decimal Scale(decimal low, int start, int end, int last, decimal high)
    {
        var by = Numerals.Multiplier(row[last - 1]);
        return by > 0 && Numerals.Multiplier(row[end - 1]) == 0 && end > start && low * by < high ? low * by : low;
    }

    /// <summary>"dozens", "tens of thousands", "several hundred", "a handful", "a couple".</summary>
    private bool TryVague(int at, out int end, out Bounds bounds)
    {
        (end, bounds) = (at + 1, default);
        if (Plural(row[at]) is { } scale)
        {
            if (row.Is(at, "scores") && row[at + 1] is not ("of" or "more" or "killed" or "dead" or "wounded" or "injured")) return false;
            bounds = scale;
            if (row.Is(at, "tens", "hundreds") || row.Is(at, "dozens"))
                if (row.Is(at + 1, "of") && row[at + 2] is "thousands" or "millions" or "billions")
                {
                    var by = Numerals.Multiplier(row[at + 2][..^1]);
                    var ten = row.Is(at, "hundreds") ? 100 : 10;
                    (bounds, end) = (new(2 * ten * by, (10 * ten * by) - 1), at + 3);
                }
            return !row.Is(at, "tens") || end == at + 3;
        }
        var i = row.Is(at, "a") ? at + 1 : at;
        switch (row[i])
        {
            case "several" or "few" when row.Is(i, "several") || i > at:
                end = i + 1;
                bounds = new(3, 9);
                if (Numerals.Multiplier(row[end]) is > 0 and var times)
                    (bounds, end) = (new(3 * times, times == 12 ? 99 : (10 * times) - 1), end + 1);
                return true;
            case "handful" when i > at:
                (end, bounds) = (i + 1, new(3, 9));
                return true;
            case "couple" or "pair" when i > at && row.Is(i + 1, "of"):
                (end, bounds) = (i + 1, new(2, 2));
                return true;
            case "couple" when i > at && Numerals.Multiplier(row[i + 1]) is > 0 and var two:
                (end, bounds) = (i + 2, new(2 * two, 2 * two));
                return true;
            default:
                return false;
        }
    }

    private static Bounds? Plural(string word) => word switch
    {
        "tens" => new(20, 99),
        "dozens" => new(24, 99),
        "scores" => new(40, 99),
        "hundreds" => new(200, 999),
        "thousands" => new(2_000, 9_999),
        "millions" => new(2_000_000, 9_999_999),
        "billions" => new(2_000_000_000, 9_999_999_999),
        _ => null,
    };

    // ---- shares

    private bool TryShare(int at, int core, Hedge hedge, out Amount amount)
    {
        amount = default;
        if (!TryFraction(core, out var end, out var share))
        {
            var isHalf = row.Is(core, "half") && (hedge != Hedge.None || row[core + 1] is "of" or "the" or "its" or "their" or "all")
                         && row[core - 1] is not ("first" or "second" or "other" or "latter" or "last" or "in" or "-") && !(row.IsDash(core + 1) && row.Glued(core + 1)) && !row.Is(core + 1, "an");
            if (!isHalf || row.Is(core + 1, "a") || (row.IsDash(core + 1) && row.Is(core + 2, "a"))) return false;
            (end, share) = (core + 1, 0.5m);
        }
        var plain = Hedges.Apply(hedge, new(share, share), isCount: false);
        amount = new Amount(at, core, end, end, plain, "share");
        return true;
    }

    /// <summary>"two-thirds", "three quarters", "a fifth of".</summary>
    private bool TryFraction(int at, out int end, out decimal share)
    {
        (end, share) = (at, 0);
        decimal parts;
        int next;
        if (row.Is(at, "a")) (parts, next) = (1, at + 1);
        else if (!TryNumber(at, out next, out parts) || parts is < 1 or > 20 || parts % 1 != 0) return false;
        var hyphen = row.IsDash(next) && row.Glued(next);
        if (hyphen) next++;
        var name = row[next];
        var isPlural = name.EndsWith('s');
        var whole = (isPlural ? name[..^1] : name) switch
        {
            "third" => 3m,
            "quarter" or "fourth" => 4,
            "fifth" => 5,
            "sixth" => 6,
            "seventh" => 7,
            "eighth" => 8,
            "ninth" => 9,
            "tenth" => 10,
            _ => 0,
        };
        if (whole == 0 || parts >= whole || isPlural != parts > 1) return false;
        if (!isPlural && !row.Is(next + 1, "of") && !(hyphen && row.Is(at, "one"))) return false;
        if (row.Is(next + 1, "of") && row.Is(next + 2, "an")) return false;
        (end, share) = (next + 1, Math.Round(parts / whole, 4));
        return true;
    }

    // ---- what follows a number

    private bool Finish(int at, int core, int end, Hedge hedge, Bounds plain, out Amount amount, string? sign = null)
    {
        var coreEnd = end;
        if (hedge == Hedge.None)
        {
            if (row.Skip(end, "or", "more") is > 0 and var more) (hedge, end) = (Hedge.AtLeast, more);
            else if (row.Skip(end, "or", "so") is > 0 and var so) (hedge, end) = (Hedge.About, so);
            else if (row.Is(end, "or") && row[end + 1] is "fewer" or "less") (hedge, end) = (Hedge.UpTo, end + 2);
        }
        var dash = row.IsDash(end) && row.Glued(end) ? end + 1 : end;
        var percent = row.Is(dash, "%") || row.Is(dash, "percent") || row.Is(dash, "pct") ? dash + 1 : row.Skip(dash, "per", "cent");
        if (percent > 0)
        {
            var share = Hedges.Apply(hedge, new(Hundredth(plain.Low), Hundredth(plain.High)), isCount: false);
            amount = new Amount(at, core, coreEnd, percent, share, "share");
            return !(row[percent] is "point" or "points" or "age");
        }
        var bounds = Hedges.Apply(hedge, plain, isCount: sign is null);
        var length = row.Is(end, "square", "sq") ? null : Length(end);
        if (length is not null) amount = new Amount(at, core, coreEnd, end + 1, bounds, length);
        else amount = new Amount(at, core, coreEnd, row.Is(end, "more") && !row.Is(end + 1, "than") ? end + 1 : end, bounds, sign ?? Money(end));
        return length != "mm";
    }

    private static decimal? Hundredth(decimal? value) => value is { } v ? Math.Round(v / 100, 6) : null;

    private static string? Currency(string sign) => sign switch { "$" or "us$" => "USD", "€" => "EUR", "£" => "GBP", _ => null };

    private string? Money(int at) => (row.Is(at, "us") ? row[at + 1] : row[at]) switch
    {
        "dollar" or "dollars" or "usd" => "USD",
        "euro" or "euros" or "eur" => "EUR",
        "pound" or "pounds" when row.Is(at + 1, "sterling") => "GBP",
        _ => null,
    };

    private string? Length(int at)
    {
        var i = row.IsDash(at) && row.Glued(at) ? at + 1 : at;
        return row[i] switch
        {
            "km" or "kms" or "kilometre" or "kilometres" or "kilometer" or "kilometers" => "km",
            "mile" or "miles" => "mi",
            "metre" or "metres" or "meter" or "meters" => "m",
            "m" when row.Glued(i) || row.Word(i).Upos == Upos.NOUN => "m",
            "feet" or "foot" or "ft" => "ft",
            "yard" or "yards" => "yd",
            "mm" or "millimetre" or "millimeter" or "caliber" or "calibre" => "mm",
            "cm" => "cm",
            _ => null,
        };
    }

    /// <summary>The value as printed in figures, for telling years.</summary>
    public static bool IsYearLike(string text) => text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2099;
}
