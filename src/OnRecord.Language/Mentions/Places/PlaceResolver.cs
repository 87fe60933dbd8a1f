using System.Collections.Immutable;
using System.Globalization;

namespace OnRecord.Language.Mentions.Places;

/// <summary>Decides which place each name of an article means, from all of them together; the same article always gives the same places.</summary>
public sealed class PlaceResolver(Gazetteer gazetteer)
{
    private const double NearKilometres = 161;
    private const double NearSpelt = 40;
    private const double UndecidedMargin = 0.1;
    private const double SmallWeight = 3;
    private const double TownWeight = 4.3;
    /// <summary>From here on a place is known to everybody.</summary>
    internal const double FamousWeight = 5.5;

    private const double StrangerVotes = 2;
    private const double MostMargin = 9;

    /// <summary>Resolves the names of one article, in order.</summary>
    public ImmutableArray<PlaceDecision> Resolve(IReadOnlyList<PlaceName> names, PlaceContext context)
    {
        var groups = new List<PlaceGroup>();
        var of = new int[names.Count];
        for (var i = 0; i < names.Count; i++) of[i] = Join(groups, names[i]);
        foreach (var name in context.Beside) Join(groups, new PlaceName(name));
        foreach (var group in groups) group.Link(gazetteer, groups);
        new PlaceVotes(gazetteer, context).Settle(groups);

        var decided = new PlaceDecision?[groups.Count];
        var decisions = ImmutableArray.CreateBuilder<PlaceDecision>(names.Count);
        var home = Home(groups, context);
        foreach (var index in of) decisions.Add(decided[index] ??= Decide(groups[index]) is var decision && decision.Place is null && Respelt(groups[index], home) is { } respelt ? respelt : decision);
        return decisions.MoveToImmutable();
    }

    // One sense per document: names that read alike are one group, unless the text puts them into different places or kinds.
    private int Join(List<PlaceGroup> groups, PlaceName name)
    {
        var folded = PlaceNames.Fold(name.Name);
        var within = name.Within is null ? "" : PlaceNames.Fold(name.Within);
        var kind = PlaceTypes.Kind(name.TypeWord);
        for (var i = 0; i < groups.Count; i++)
        {
            var group = groups[i];
            if (group.Folded != folded || !(group.Kind == kind || group.Kind is null || kind is null) || !(within.Length == 0 || group.Within.Length == 0 || group.Shared || group.Within == within)) continue;
            if ((group.Within.Length == 0 || group.Shared) && within.Length > 0) group.Hold(within, gazetteer.Candidates(name.Within!));
            if (group.Kind != kind && Differs(group, kind)) continue;
            group.Hear(name, kind);
            return i;
        }
        var added = new PlaceGroup(name, folded, gazetteer.Candidates(name.Name));
        if (within.Length > 0) added.Hold(within, gazetteer.Candidates(name.Within!));
        else if (name.Shared is { } shared) added.Hold(PlaceNames.Fold(shared), gazetteer.Candidates(shared), shared: true);
        added.Hear(name, kind);
        groups.Add(added);
        return groups.Count - 1;
    }

    // "Kunduz" is not "the province of Kunduz" where the gazetteer has a city of that name as well.
    private static bool Differs(PlaceGroup group, PlaceKind? kind)
    {
        var (levels, bare) = (group.Kind ?? kind, group.Kind is null || kind is null);
        return bare && levels is PlaceKind.Admin1 or PlaceKind.Admin2 && group.Choices.Exists(c => c.Record.Kind == PlaceKind.City && c.Candidate.Weight > group.Choices[0].Candidate.Weight - 2);
    }

    // The country that the report names most, or -1.
    private int Home(List<PlaceGroup> groups, PlaceContext context)
    {
        var votes = new SortedDictionary<int, double>();
        foreach (var (iso, count) in context.Countries)
            if (gazetteer.CountryId(iso) is { } id) votes[id] = votes.GetValueOrDefault(id) + count;
        foreach (var group in groups)
            if (group.Best is { Share: > 0.8 } best && best.Record.Country != PlaceRecord.NoCountry) votes[best.Record.Country] = votes.GetValueOrDefault(best.Record.Country) + 1;
        return votes.Count == 0 ? -1 : votes.MaxBy(v => v.Value).Key;
    }

    // A spelling that the gazetteer has not, of the one town that the country or division around it has of that name.
    private PlaceDecision? Respelt(PlaceGroup group, int home)
    {
        if (group.Doubtful) return null;
        var (area, within) = (group.Around is [var first, ..] ? group.AroundGroup?.Best?.Candidate ?? first : null, new List<int>());
        if (area is null && home < 0) return null;
        foreach (var id in gazetteer.SpeltLike(group.Folded))
        {
            var record = gazetteer.Record(id);
            if (group.Town is { } town && Gazetteer.Kilometres(record.Lat, record.Lon, town.Record.Lat, town.Record.Lon) > NearKilometres) continue;
            if (group.Kind is { } said && PlaceTypes.Answers(said, record.Kind) < 0.3) continue;
            if (area is null ? record.Country == home : CandidateFinder.Contains(gazetteer, area, id, record)) within.Add(id);
        }
        // A town and the district around it bear one name; of two that lie apart neither is sure.
        if (group.Kind is null && within.Exists(id => gazetteer.Record(id).Kind == PlaceKind.City)) within.RemoveAll(id => gazetteer.Record(id).Kind != PlaceKind.City);
        if (within.Count == 0) return null;
        var most = within.MaxBy(id => gazetteer.Record(id).Prominence);
        var place = gazetteer.At(most);
        return within.TrueForAll(id => Gazetteer.Kilometres(place, gazetteer.At(id)) < NearSpelt) ? new PlaceDecision(place, $"another spelling of {Where(place)}", 0) : null;
    }

    private PlaceDecision Decide(PlaceGroup group)
    {
        if (group.Best is not { } best) return Unknown(group, $"no place called {group.Name} in the gazetteer");
        var (chosen, place) = (best.Candidate, gazetteer.At(best.Candidate.Id));
        var others = group.Choices.FindAll(c => c != best && IsElsewhere(chosen, c.Candidate));
        var rival = others.MaxBy(c => c.Score);
        var margin = rival is null ? MostMargin : Math.Min(best.Score - rival.Score, MostMargin);
        var isFamous = chosen.Weight >= FamousWeight || chosen.Record.Kind is PlaceKind.Country or PlaceKind.Admin1;

        if (best.IsInside) return Known($"said to lie in {group.Outer(gazetteer)?.Name ?? group.Within}");
        // "The town of Palma" in a report of another country is no city of that name.
        if (group.Small && best.Support < 0.2 && group.Elsewhere > 0 && chosen.Record is { Kind: PlaceKind.City, Population: > PlaceVotes.TooManyForTown }) return Unknown(group, $"{Where(place)} is no town of the report's");
        if ((group.Shared ? best.Support < 0.2 : !isFamous || group.Firm && chosen.Record.Kind == PlaceKind.City) && group.Outer(gazetteer) is { } outer) return Unknown(group, $"no {group.Name} known in {outer.Name}");
        if (!isFamous && group.NearGroup is not null && group.Town is { } town && Gazetteer.Kilometres(chosen.Record.Lat, chosen.Record.Lon, town.Record.Lat, town.Record.Lon) > NearKilometres) return Unknown(group, $"no {group.Name} known near {gazetteer.At(town.Candidate.Id).Name}");
        if (group.Doubtful && chosen.Weight < FamousWeight) return Unknown(group, $"{group.Name} may be no place");
        if (best.Support < 0.2 && !isFamous)
        {
            if (chosen.Weight < SmallWeight) return Unknown(group, $"only small places are called {group.Name}, and nothing in the report lies near one");
            if (chosen.Alternate && !(chosen.Weight >= TownWeight && PlaceNames.AreAlike(group.Folded, PlaceNames.Fold(place.Name)))) return Unknown(group, $"{group.Name} is known only as another name of {Where(place)}");
            if (group.Elsewhere >= StrangerVotes) return Unknown(group, $"{Where(place)} is far from everything else in the report");
        }
        if (rival is not null && margin < UndecidedMargin)
            return Unknown(group, $"{group.Name} may be {Where(place)} or {Where(gazetteer.At(rival.Candidate.Id))}, and nothing in the report decides");
        if (others.Count == 0) return Known("the only place of that name");
        var count = (others.Count + 1).ToString(CultureInfo.InvariantCulture);
        return Known(best.Reason.Length > 0 ? $"{best.Reason}, of {count} places of that name" : $"the most prominent of {count} places of that name");

        PlaceDecision Known(string why) => new(place, chosen.Part ? $"a part of it is named; {why}" : why, margin) { Part = chosen.Part };
    }

    // Neither one inside the other nor close by in the same country, so that it matters which is meant.
    private bool IsElsewhere(Candidate a, Candidate b) =>
        !CandidateFinder.Contains(gazetteer, a, b.Id, b.Record) && !CandidateFinder.Contains(gazetteer, b, a.Id, a.Record)
        && !(a.Record.Country == b.Record.Country && Gazetteer.Kilometres(a.Record.Lat, a.Record.Lon, b.Record.Lat, b.Record.Lon) < NearKilometres);

    private PlaceDecision Unknown(PlaceGroup group, string why) => new(null, why, 0) { Around = group.Town is { } town ? gazetteer.At(town.Candidate.Id) : group.Outer(gazetteer) };

    private static string Where(Place place) => (place.Admin1.Length > 0 ? $"{place.Name} in {place.Admin1}" : place.Name) + (place.Country.Length > 0 ? $", {place.Country}" : "");
}
