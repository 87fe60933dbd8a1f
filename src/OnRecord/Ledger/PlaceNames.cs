using OnRecord.Language.Mentions;
using OnRecord.Statements;

namespace OnRecord.Ledger;

/// <summary>The folded names under which a statement's place is found: as said, by the gazetteer, its first-order division, its country's code; "" where there is none.</summary>
public sealed record PlaceNames(string Said, string Place, string Admin1, string Country)
{
    private static readonly PlaceNames Nowhere = new("", "", "", "");

    // U+00C0..U+017F; '.' where there is no single base letter.
    private const string Latin =
        "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll" +
        "nnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>The names of a statement's place.</summary>
    public static PlaceNames Of(StatementPlace? place) => place is null
        ? Nowhere
        : new PlaceNames(Fold(place.Name), Fold(place.Place?.Name ?? ""), Fold(place.Admin1), place.Country);

    /// <summary>True where <paramref name="area"/> names the place, its first-order division or its country.</summary>
    public bool Within(string area)
    {
        var folded = Fold(area);
        return folded.Length > 0 && (folded == Said || folded == Place || folded == Admin1) || Country.Length > 0 && Country == Countries.Code(area);
    }

    /// <summary>Lower case, accents off, punctuation dropped, words apart by one space: "Qala-e-Naw" is "qala e naw".</summary>
    public static string Fold(string name)
    {
        using var folded = new WordText();
        folded.AddWords(name, stems: false);
        return folded.Take();
    }

    /// <summary>True where a character parts two words; what is neither that nor of a word is dropped.</summary>
    internal static bool Parts(char c) => char.IsWhiteSpace(c) || char.IsPunctuation(c) && c is not ('\'' or '’' or '‘' or '.');

    private static string Division(Place? place) => place switch
    {
        null => "",
        { Kind: PlaceKind.Admin1, Admin1: "" } => place.Name,
        _ => place.Admin1,
    };

    /// <summary>A letter without its accent.</summary>
    internal static char Base(char c) => c is >= '\u00C0' and < '\u0180' && Latin[c - 0xC0] is not '.' and var plain ? plain : c;
}
