using System.Collections.Frozen;

namespace OnRecord.Language.Sentences;

/// <summary>Which first parts a hyphen joins to the next ("anti-government" is one word, "army-led" three).</summary>
internal static class Hyphens
{
    private static readonly FrozenSet<string> Prefixes =
        ("non mid pre anti re post co over pro multi ex sub semi cross neo psycho counter socio intra inter micro mini e un trans ultra pseudo bi tri de infra supra " +
         "arch hyper super meta proto mis dis uni poly electro geo bio ethno ante").Split(' ').ToFrozenSet();

    public static bool Joins(ReadOnlySpan<char> first)
    {
        if (first.Length > 8) return false;
        Span<char> low = stackalloc char[8];
        var length = first.ToLowerInvariant(low);
        return Prefixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(low[..length]);
    }
}
