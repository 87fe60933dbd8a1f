using System.Runtime.InteropServices;

namespace OnRecord.Language.Mentions.Places;

/// <summary>Lets the names of an article vote for each other's choices until they settle.</summary>
internal sealed class PlaceVotes(Gazetteer gazetteer, PlaceContext context)
{
    private const int Rounds = 5;
    private const double MostNear = 3.2;
    private const double MostCountry = 2;
    private const double LocalShare = 1.2;
    private const double FamousShare = 0.5;
    private const double SaidPair = 1.5;
    private const uint LocalPeople = 100_000;
    private const double SaidInside = 5;
    private const double SaidHolds = 3;
    private const double SaidNear = 4;
    private const double SaidNearKilometres = 120;
    private const double SmallPlace = 1.5;
    internal const uint TooManyForTown = 300_000;
    private const double NearKilometres = 50;
    private const double FarKilometres = 800;
    private const double LeastShare = 0.02;
    private const int Reach = 150;
    private const double MostStrange = 1.5;
    private const double LeastTie = 0.2;
    private const double NamedOften = 1;
    private const double Respelt = 1;

    /// <summary>Scores the choices of all groups.</summary>
    public void Settle(List<PlaceGroup> groups)
    {
        var named = new Dictionary<int, double>();
        foreach (var (iso, count) in context.Countries)
            if (gazetteer.CountryId(iso) is { } id) named[id] = Math.Min(count, 5) * 0.5;

        foreach (var group in groups)
        {
            foreach (var choice in group.Choices) choice.Score = Alone(group, choice.Candidate);
            Believe(group);
        }
        foreach (var group in groups) group.IsLocal = group.Best?.Record is { Kind: PlaceKind.Admin2 } or { Kind: PlaceKind.City, Population: < LocalPeople };
        Pair(groups);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < groups.Count; i++)
                foreach (var choice in groups[i].Choices) Weigh(Around(groups, i), groups[i], choice, named);
            foreach (var group in groups) Believe(group);
        }
        for (var i = 0; i < groups.Count; i++) groups[i].Elsewhere = Elsewhere(Around(groups, i), groups[i], named);
    }

    // The names that are first named near by, so that a very long text takes time in proportion to its length.
    private static ReadOnlySpan<PlaceGroup> Around(List<PlaceGroup> groups, int index)
    {
        var first = Math.Max(0, index - Reach);
        return CollectionsMarshal.AsSpan(groups)[first..Math.Min(groups.Count, index + Reach + 1)];
    }

    private static double Alone(PlaceGroup group, Candidate candidate)
    {
        var score = candidate.Weight;
        if (group.Kind is { } said) score += 4 * PlaceTypes.Answers(said, candidate.Record.Kind) - 2;
        if (group.Small && candidate.Record is { Kind: PlaceKind.City, Population: > TooManyForTown }) score -= SmallPlace;   // "the town of Palma"
        if (group.ActedOn) score += candidate.Record.Kind is PlaceKind.City or PlaceKind.Site ? 0.8 : 0;
        return score;
    }

    private void Weigh(ReadOnlySpan<PlaceGroup> groups, PlaceGroup group, PlaceChoice choice, Dictionary<int, double> named)
    {
        var home = choice.Record.Country;
        var (near, country, strongest) = (0.0, named.GetValueOrDefault(home), 0.0);
        var reason = named.ContainsKey(home) ? "in a country that the report names" : "";
        foreach (var other in groups)
        {
            if (other == group || other.Folded == group.Folded) continue;
            var (itsNear, itsCountry) = (0.0, 0.0);
            foreach (var beside in other.Likely)
            {
                itsNear += beside.Share * Nearness(choice.Candidate, beside.Candidate);
                if (home != PlaceRecord.NoCountry && beside.Record.Country == home) itsCountry += beside.Share;
            }
            near += itsNear;
            country += itsCountry * (other.IsLocal ? LocalShare : FamousShare);
            if (itsNear > strongest) (strongest, reason) = (itsNear, $"near {other.Name}");
            else if (strongest == 0 && itsCountry > 0.5) reason = $"in the same country as {other.Name}";
        }
        var inside = Inside(group, choice.Candidate);
        choice.IsInside = inside > 0;
        choice.Reason = reason;
        choice.Support = MostNear * (1 - Math.Exp(-near / 1.2)) + MostCountry * (1 - Math.Exp(-country / 1.5)) + choice.Paired;
        // Another spelling of a town is its name too where the report is of that country.
        var spelt = choice.Candidate.Alternate && named.ContainsKey(home) && choice.Record.Kind == PlaceKind.City && PlaceNames.AreAlike(group.Folded, PlaceNames.Fold(gazetteer.At(choice.Candidate.Id).Name)) ? Respelt : 0;
        choice.Score = Alone(group, choice.Candidate) + spelt + choice.Support + inside + Close(group, choice.Record) + Holding(groups, group, choice.Candidate) - Strange(choice, near + country, named);
    }

    // A chance namesake abroad, of which the report says nothing else, while it names other countries.
    private static double Strange(PlaceChoice choice, double tie, Dictionary<int, double> named) =>
        tie < LeastTie && choice.Candidate.Weight < PlaceResolver.FamousWeight && choice.Record.Kind is PlaceKind.City or PlaceKind.Admin2 ? Math.Min(MostStrange, 2 * named.Values.Sum()) : 0;

    // A division and a place in it that are both named ("Paris", "Henry County") can hardly be so by chance, however small both are.
    private void Pair(List<PlaceGroup> groups)
    {
        for (var i = 0; i < groups.Count; i++)
            foreach (var inner in Around(groups, i))
            {
                if (inner == groups[i] || inner.Folded == groups[i].Folded) continue;
                foreach (var outer in groups[i].Choices)
                {
                    if (outer.Record.Kind != PlaceKind.Admin2) continue;
                    foreach (var choice in inner.Choices)
                    {
                        if (!CandidateFinder.Contains(gazetteer, outer.Candidate, choice.Candidate.Id, choice.Record)) continue;
                        choice.Paired += SaidPair;
                        outer.Paired += SaidPair;
                    }
                }
            }
    }

    // How much a place beside another speaks for it: the division that holds it, a neighbour in the same division, a place nearby.
    private double Nearness(Candidate a, Candidate b)
    {
        if (a.Id == b.Id) return 0;
        var (divisionA, divisionB) = (a.Record.Kind is PlaceKind.Admin1 or PlaceKind.Admin2, b.Record.Kind is PlaceKind.Admin1 or PlaceKind.Admin2);
        if (divisionB && CandidateFinder.Contains(gazetteer, b, a.Id, a.Record)) return 1.2;
        if (divisionA && CandidateFinder.Contains(gazetteer, a, b.Id, b.Record)) return 1;
        if (a.Record.Kind == PlaceKind.Country) return CandidateFinder.Contains(gazetteer, a, b.Id, b.Record) ? 0.3 : 0;
        if (a.Record.Kind == PlaceKind.Region || b.Record.Kind is PlaceKind.Country or PlaceKind.Region) return 0;
        if (a.Record.Kind == PlaceKind.Admin1 || b.Record.Kind == PlaceKind.Admin1)
            return a.Record.Kind == b.Record.Kind && a.Record.Country == b.Record.Country ? 0.25 : 0;
        var same = a.Record.Admin1 >= 0 && a.Record.Admin1 == b.Record.Admin1 ? 0.7 : 0;
        if (Math.Abs(a.Record.Lat - b.Record.Lat) > 1.5) return same;
        return same + 0.9 * Math.Exp(-Gazetteer.Kilometres(a.Record.Lat, a.Record.Lon, b.Record.Lat, b.Record.Lon) / NearKilometres);
    }

    private double Inside(PlaceGroup group, Candidate candidate)
    {
        var most = 0.0;
        foreach (var around in group.Around)
        {
            if (!CandidateFinder.Contains(gazetteer, around, candidate.Id, candidate.Record)) continue;
            var belief = group.AroundGroup is { } outer ? 0.3 + 0.7 * (outer.Choices.Find(c => c.Candidate.Id == around.Id)?.Share ?? 0) : 1;
            most = Math.Max(most, SaidInside * belief);
        }
        return most;
    }

    // "Hamdaniya near Aleppo" is the one that is near it.
    private static double Close(PlaceGroup group, PlaceRecord record)
    {
        var share = 0.0;
        if (group.NearGroup is { } other)
            foreach (var beside in other.Likely)
                if (beside.Record.Kind is PlaceKind.City or PlaceKind.Site && Gazetteer.Kilometres(record.Lat, record.Lon, beside.Record.Lat, beside.Record.Lon) < SaidNearKilometres) share += beside.Share;
        return SaidNear * share;
    }

    // A name that the text puts around others means what holds some of them.
    private double Holding(ReadOnlySpan<PlaceGroup> groups, PlaceGroup group, Candidate candidate)
    {
        var most = 0.0;
        foreach (var inner in groups)
        {
            if (inner.AroundGroup != group) continue;
            foreach (var choice in inner.Choices)
                if (CandidateFinder.Contains(gazetteer, candidate, choice.Candidate.Id, choice.Record)) most = Math.Max(most, SaidHolds * choice.Share);
        }
        return most;
    }

    private double Elsewhere(ReadOnlySpan<PlaceGroup> groups, PlaceGroup group, Dictionary<int, double> named)
    {
        if (group.Best is not { Record: var home }) return 0;
        // A report keeps to the countries that it names; only of a larger town is one near them meant for all that.
        var small = group.IsLocal && named.Values.Sum() >= NamedOften;
        if (named.ContainsKey(home.Country) || !small && named.Keys.Any(c => IsNear(home, gazetteer.Record(c)))) return 0;
        double others = small ? Math.Max(2, named.Count) : named.Count;
        foreach (var other in groups)
        {
            if (other == group || other.Best is not { } best) continue;
            if (best.Record.Country == home.Country || !small && IsNear(home, best.Record)) return 0;
            if (best.Record.Country != PlaceRecord.NoCountry && best.Share > 0.8) others++;
        }
        return others;
    }

    private static bool IsNear(PlaceRecord a, PlaceRecord b) => Gazetteer.Kilometres(a.Lat, a.Lon, b.Lat, b.Lon) < FarKilometres;

    private static void Believe(PlaceGroup group)
    {
        if (group.Best is not { Score: var top }) return;
        var sum = 0.0;
        foreach (var choice in group.Choices) sum += choice.Share = Math.Exp((choice.Score - top) * 1.6);
        group.Likely.Clear();
        foreach (var choice in group.Choices)
            if ((choice.Share /= sum) >= LeastShare) group.Likely.Add(choice);
    }
}
