using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Who held which place and when, from the statements of taking, holding, leaving and giving up.</summary>
internal static class Control
{
    // About as far as a sentence goes on after a clause.
    private const int SentenceReach = 120;

    // ", ".
    private const int Comma = 2;

    /// <summary>The places that words of control speak of, in order of key, with these words and those of fighting; they do not depend on the day.</summary>
    public static List<ControlledPlace> Places(IReadOnlyList<Fact> facts)
    {
        var told = NamelessSides.Named([.. facts.Where(fact => !fact.TakenBack && fact.Said.Mode == Mode.Actual && fact.Place?.Place is not null && ControlWords.OfOnePlace(fact))]);
        var towns = told.Where(fact => IsWordOfControl(fact) && Spots.Kind(fact.Place!) > PlaceKind.Admin1).ToLookup(fact => fact.Entry.ArticleId, StringComparer.Ordinal);
        var fights = told.Where(fact => Families.IsCombat(fact.Said.Type) && fact.Positive).ToLookup(fact => fact.Place!.Key, StringComparer.Ordinal);
        return [.. told.Where(fact => IsWordOfControl(fact) && !IsFrame(fact, towns)).GroupBy(fact => fact.Place!.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ControlledPlace([.. group.Order(Fact.Order)], [.. fights[group.Key].Order(Fact.Order)]))];
    }

    /// <summary>The places with their spans as of a day, and the claims about these in order of id.</summary>
    public static (ImmutableArray<PlaceControl> Places, ImmutableArray<Claim> Claims) Of(IReadOnlyList<ControlledPlace> places, DateOnly asOf)
    {
        var (drawn, claims) = (ImmutableArray.CreateBuilder<PlaceControl>(places.Count), new List<SpanClaim>());
        foreach (var place in places)
        {
            if (place.At(asOf) is not { Control.Spans.Length: > 0 } at) continue;
            drawn.Add(at.Control);
            claims.AddRange(at.Claims);
        }
        claims.Sort(SpanClaim.Order);
        return (drawn.DrainToImmutable(), [.. claims.Select(claim => claim.Claim)]);
    }

    // The house of a governor is not the town it stands in.
    private static bool IsWordOfControl(Fact fact) => fact.Said.Type is "capture" or "hold" or "retreat" or "surrender" && fact.Said.Stance != Stance.Denied
        && (fact.Said.Type != "capture" || ControlWords.OfTown(fact)) && (fact.Said.Type != "hold" || !fact.Agents.IsEmpty)
        && (ControlWords.Side(fact) is not { } side || ControlWords.CanHold(side));

    // "Took the town, capital of the province": the province, near the town in the same report, says where the town lies.
    private static bool IsFrame(Fact fact, ILookup<string, Fact> towns) => Spots.Kind(fact.Place!) == PlaceKind.Admin1
        ? towns[fact.Entry.ArticleId].Any(town => Spots.Inside(town.Place!, fact.Place!) && Near(town.Said, fact.Said))
        : EndsAddress(fact, [.. towns[fact.Entry.ArticleId].Where(town => town.Said.Trigger == fact.Said.Trigger)]);

    // "Took Islam Qala, Herat": the last of the places named, right after a town of the province that has its name, is that province.
    private static bool EndsAddress(Fact fact, List<Fact> together) =>
        together.Exists(town => town.Place!.Division == fact.Place!.Folded && town.Place.Key != fact.Place.Key && IsNext(town.Said.Place!.Span, fact.Said.Place!.Span))
        && !together.Exists(town => town.Said.Place!.Span.Start > fact.Said.Place!.Span.End);

    private static bool IsNext(TextSpan before, TextSpan after) => after.Start > before.End && after.Start <= before.End + Comma;

    private static bool Near(Statement a, Statement b) => a.Span.Start <= b.Place!.Span.End && b.Place.Span.Start <= a.Span.End + SentenceReach;
}
