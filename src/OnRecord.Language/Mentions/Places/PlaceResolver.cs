using System.Collections.Immutable;
using System.Globalization;

namespace OnRecord.Language.Mentions.Places;

/// <summary>Decides which place each name of an article means, from all of them together; the same article always gives the same places.</summary>
public sealed class PlaceResolver(Gazetteer gazetteer)
{
    private const double NearKilometres = 161;
    private const double UndecidedMargin = 0.1;
    private const double SmallWeight = 3;
    private const double FamousWeight = 5.5;
    private const double StrangerVotes = 2;

    /// <summary>Resolves the names of one article, in order.</summary>
    public ImmutableArray<PlaceDecision> Resolve(IReadOnlyList<PlaceName> names, PlaceContext context)
    {
        var groups = new List<PlaceGroup>();
        var of = new int[names.Count];
        for (var i = 0; i < names.Count; i++) of[i] = Join(groups, names[i]);
        foreach (var name in context.Beside) Join(groups, new PlaceName(name));
        foreach (var group in groups) group.Link(groups);
        new PlaceVotes(gazetteer, context).Settle(groups);

        var decided = new PlaceDecision?[groups.Count];
        var decisions = ImmutableArray.CreateBuilder<PlaceDecision>(names.Count);
        foreach (var index in of) decisions.Add(decided[index] ??= Decide(groups[index]));
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
            if (group.Folded != folded || !(group.Kind == kind || group.Kind is null || kind is null) || !(within.Length == 0 || group.Within.Length == 0 || group.Within == within)) continue;
            if (group.Within.Length == 0 && within.Length > 0) group.Hold(within, gazetteer.Candidates(name.Within!));
            if (group.Kind != kind && group.Candidates.Length > 1 && Differs(group, kind)) continue;
            group.Hear(name, kind);
            return i;
        }
        var added = new PlaceGroup(name, folded, gazetteer.Candidates(name.Name));
        if (within.Length > 0) added.Hold(within, gazetteer.Candidates(name.Within!));
        added.Hear(name, kind);
        groups.Add(added);
        return groups.Count - 1;
    }

    // "Kunduz" is not "the province of Kunduz" where the gazetteer has a city of that name as well.
    private static bool Differs(PlaceGroup group, PlaceKind? kind)
    {
        var (levels, bare) = (group.Kind ?? kind, group.Kind is null || kind is null);
        return bare && levels is PlaceKind.Admin1 or PlaceKind.Admin2 && group.Candidates.Any(c => c.Record.Kind == PlaceKind.City && c.Weight > group.Candidates[0].Weight - 2);
    }

    private PlaceDecision Decide(PlaceGroup group)
    {
        if (group.Candidates.Length == 0) return Unknown(group, $"no place called {group.Name} in the gazetteer");
        var best = group.Best;
        var chosen = group.Candidates[best];
        var place = gazetteer.At(chosen.Id);
        var others = 0;
        var margin = double.PositiveInfinity;
        var rival = -1;
        for (var i = 0; i < group.Candidates.Length; i++)
        {
            if (i == best) continue;
            var other = group.Candidates[i].Record;
            if (CandidateFinder.Contains(gazetteer, chosen, group.Candidates[i].Id, other) || CandidateFinder.Contains(gazetteer, group.Candidates[i], chosen.Id, chosen.Record)) continue;
            if (chosen.Record.Country == other.Country && Gazetteer.Kilometres(chosen.Record.Lat, chosen.Record.Lon, other.Lat, other.Lon) < NearKilometres) continue;
            others++;
            if (group.Scores[best] - group.Scores[i] >= margin) continue;
            (margin, rival) = (group.Scores[best] - group.Scores[i], i);
        }

        var saidInside = group.IsInside[best];
        var isFamous = chosen.Weight >= FamousWeight || chosen.Record.Kind is PlaceKind.Country or PlaceKind.Admin1;
        if (group.Around.Length > 0 && !saidInside && !isFamous && group.Outer(gazetteer) is { } outer)
            return Unknown(group, $"no {group.Name} known in {outer.Name}");
        if (group.Doubtful && !saidInside && chosen.Weight < FamousWeight) return Unknown(group, $"{group.Name} may be no place");
        var alone = group.Support[best] < 0.2 && !saidInside;
        if (chosen.Weight < SmallWeight && alone)
            return Unknown(group, $"only small places are called {group.Name}, and nothing in the report lies near one");
        if (alone && !isFamous && chosen.Alternate) return Unknown(group, $"{group.Name} is known only as another name of {Where(place)}");
        if (alone && !isFamous && group.Elsewhere >= StrangerVotes)
            return Unknown(group, $"{Where(place)} is far from everything else in the report");
        if (rival >= 0 && margin < UndecidedMargin && !saidInside)
            return Unknown(group, $"{group.Name} may be {Where(place)} or {Where(gazetteer.At(group.Candidates[rival].Id))}, and nothing in the report decides");

        var reason = saidInside ? $"said to lie in {group.Outer(gazetteer)?.Name ?? group.Within}"
            : others == 0 ? "the only place of that name"
            : group.Reasons[best] is { Length: > 0 } near ? $"{near}, of {(others + 1).ToString(CultureInfo.InvariantCulture)} places of that name"
            : $"the most prominent of {(others + 1).ToString(CultureInfo.InvariantCulture)} places of that name";
        return new PlaceDecision(place, chosen.Part ? $"a part of it is named; {reason}" : reason, Math.Min(margin, 9)) { Part = chosen.Part };
    }

    private PlaceDecision Unknown(PlaceGroup group, string why) => new(null, why, 0) { Around = group.Outer(gazetteer) };

    private static string Where(Place place) => (place.Admin1.Length > 0 ? $"{place.Name} in {place.Admin1}" : place.Name) + (place.Country.Length > 0 ? $", {place.Country}" : "");
}
