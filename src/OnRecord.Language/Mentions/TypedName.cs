using OnRecord.Language.Articles;

namespace OnRecord.Language.Mentions;

/// <summary>What sort of thing a name names, finer than what the language core tells apart.</summary>
public enum NameSort : byte
{
    /// <summary>A person.</summary>
    Person,
    /// <summary>An organisation, armed group, institution or outlet.</summary>
    Organisation,
    /// <summary>A place that has a government: a country, division, city or town.</summary>
    GeopoliticalEntity,
    /// <summary>Another place: a sea, a region, a river, a spot.</summary>
    Place,
    /// <summary>What somebody built and people use: an airport, base, dam, prison, hospital, bridge, palace, border crossing.</summary>
    Facility,
    /// <summary>A weapon, vehicle, aircraft or ship, by its type or its own name.</summary>
    WeaponOrVehicle,
    /// <summary>A nation or people, as a noun or an adjective ("Syrian", "the Kurds").</summary>
    Nationality,
}

/// <summary>A name with its sort, as a range of words of a sentence.</summary>
/// <param name="Sentence">The index of the sentence.</param>
/// <param name="Start">The first word.</param>
/// <param name="End">One past the last word.</param>
/// <param name="Span">The range of the article's text.</param>
/// <param name="Sort">What it names.</param>
public sealed record TypedName(int Sentence, int Start, int End, TextSpan Span, NameSort Sort);
