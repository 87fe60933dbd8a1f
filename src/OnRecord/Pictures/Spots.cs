using System.Globalization;
using OnRecord.Language.Mentions;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Which places are one, near each other, or inside one another.</summary>
internal static class Spots
{
    private const double ReachKm = 25;
    private const double ReachDegrees = 0.23;

    private static readonly string[] Openers = ["The", "This", "That", "It", "Its", "There", "Here"];

    public static Spot? Of(StatementPlace? place)
    {
        if (place is null) return null;
        if (place.Place is not { } known) return new Spot("name:" + PlaceNames.Fold(place.Name), place.Name, null);
        var key = known.Geonames is { } id ? "g" + id.ToString(CultureInfo.InvariantCulture)
            : known.Code.Length > 0 ? "code:" + known.Code
            : $"name:{PlaceNames.Fold(known.Name)}|{known.Admin1}|{known.Country}";
        return new Spot(key, known.Name, known);
    }

    /// <summary>True where the sentence itself names the place, or its words are not known; false where it says "the city", or where the place stands in another sentence.</summary>
    public static bool IsNamed(Statement s, string text)
    {
        if (s.Place is { Span.Length: 0 }) return true;
        if (s.Place is not { } place || place.Span.Start < 0 || place.Span.End > text.Length || s.Trigger.End > text.Length) return false;
        var words = text.AsSpan(place.Span.Start, place.Span.Length);
        // The capital letter of a sentence's first word is no name's.
        foreach (var opener in Openers)
            if (words.StartsWith(opener, StringComparison.Ordinal) && (words.Length == opener.Length || words[opener.Length] == ' ')) words = words[opener.Length..];
        if (words.IndexOfAnyInRange('A', 'Z') < 0 && !words.ContainsAnyExceptInRange('\0', '\u007f')) return false;
        var (start, end) = place.Span.Start < s.Trigger.Start ? (place.Span.End, s.Trigger.Start) : (s.Trigger.End, place.Span.Start);
        return start >= end || !EndsSentence(text.AsSpan(start, end - start));
    }

    // A stop after a whole word, or a line's end; "Gen." and "U.S." end nothing.
    private static bool EndsSentence(ReadOnlySpan<char> between)
    {
        for (var i = 0; i < between.Length; i++)
        {
            if (between[i] == '\n') return true;
            if (between[i] is not ('.' or '!' or '?') || i + 1 < between.Length && between[i + 1] is not (' ' or '"' or '”')) continue;
            if (i < 3 || !between[(i - 3)..i].ContainsAnyExceptInRange('a', 'z') || char.IsDigit(between[i - 1])) return true;
        }
        return false;
    }

    /// <summary>The same place, towns in reach of each other, or a town and the division it lies in.</summary>
    public static bool Same(Spot a, Spot b)
    {
        if (a.Key == b.Key) return true;
        if (a.Place is not { } one || b.Place is not { } other) return a.Realm == b.Realm && a.Folded == b.Folded;
        if (one.Country != other.Country) return false;
        // Where one is known by name alone, its coordinates are those of what holds it.
        if (ByName(one) || ByName(other)) return a.Folded == b.Folded;
        if (Fine(one) && Fine(other)) return InReach(one, other);
        return one.Kind >= PlaceKind.Admin1 && other.Kind >= PlaceKind.Admin1 && SameDivision(a, b);
    }

    /// <summary>True where <paramref name="inner"/> is <paramref name="outer"/> or lies in it.</summary>
    public static bool Inside(Spot inner, Spot outer)
    {
        if (inner.Key == outer.Key) return true;
        if (inner.Place is not { } part || outer.Place is not { } whole) return inner.Realm == outer.Realm && inner.Folded == outer.Folded;
        if (part.Country != whole.Country) return false;
        return whole.Kind switch
        {
            PlaceKind.Country => true,
            PlaceKind.Admin1 => part.Kind >= PlaceKind.Admin1 && SameDivision(inner, outer),
            PlaceKind.Region => false,
            _ => Fine(part) && !ByName(part) && !ByName(whole) && InReach(part, whole),
        };
    }

    /// <summary>True where taking <paramref name="inner"/> is taking <paramref name="outer"/>: the same place, or its seat of government.</summary>
    public static bool Decides(Spot inner, Spot outer) => outer.Place?.Kind switch
    {
        PlaceKind.Country => inner.Place is { Capital: "C" } seat && seat.Country == outer.Place.Country,
        PlaceKind.Admin1 => inner.Key == outer.Key || inner.Place is { Capital: "A" or "C" } && Inside(inner, outer),
        _ => Same(inner, outer),
    };

    /// <summary>The country's code, or the place's own key where it has none; "" where there is no place.</summary>
    public static string Realm(Spot? spot) => spot?.Realm ?? "";

    /// <summary>How fine a place is; unresolved ones count as towns.</summary>
    public static PlaceKind Kind(Spot spot) => spot.Place?.Kind ?? PlaceKind.City;

    /// <summary>True where a place is a district or finer.</summary>
    public static bool Fine(Place place) => place.Kind >= PlaceKind.Admin2;

    /// <summary>True where a place is known by name alone.</summary>
    public static bool ByName(Place place) => place is { Approximate: true, Geonames: null, Code: "" };

    private static bool SameDivision(Spot a, Spot b) => a.Place!.Country == b.Place!.Country && a.Division.Length > 0 && a.Division == b.Division;

    // What lies further north or south than this is out of reach whatever its longitude.
    private static bool InReach(Place a, Place b) => Math.Abs(a.Lat - b.Lat) < ReachDegrees && Kilometres(a, b) <= ReachKm;

    private static double Kilometres(Place a, Place b)
    {
        const double degree = Math.PI / 180;
        var height = Math.Sin((b.Lat - a.Lat) * degree / 2);
        var width = Math.Sin((b.Lon - a.Lon) * degree / 2);
        var h = height * height + Math.Cos(a.Lat * degree) * Math.Cos(b.Lat * degree) * width * width;
        return 2 * 6371 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
