namespace OnRecord.Language.Mentions.Places;

/// <summary>Lets the names of an article vote for each other's candidates until they settle.</summary>
internal sealed class PlaceVotes(Gazetteer gazetteer, PlaceContext context)
{
    private const int Rounds = 5;
    private const double MostNear = 3.2;
    private const double MostCountry = 1.6;
    private const double SaidInside = 5;
    private const double SaidHolds = 3;
    private const double NearKilometres = 50;
    private const double FarKilometres = 800;

    public void Settle(List<PlaceGroup> groups)
    {
        var named = new Dictionary<int, double>();
        foreach (var (iso, count) in context.Countries)
            if (gazetteer.CountryId(iso) is { } id) named[id] = Math.Min(count, 5) * 0.5;

        foreach (var group in groups)
        {
            group.Widen(gazetteer);
            for (var i = 0; i < group.Candidates.Length; i++) group.Scores[i] = Alone(group, group.Candidates[i]);
            Believe(group);
        }
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var group in groups)
                for (var i = 0; i < group.Candidates.Length; i++) Weigh(groups, group, i, named);
            foreach (var group in groups) Believe(group);
        }
        foreach (var group in groups)
            if (group.Candidates.Length > 0) group.Elsewhere = Elsewhere(groups, group, named);
    }

    // How many names are surely placed, all of them abroad and far from the group's best candidate.
    private double Elsewhere(List<PlaceGroup> groups, PlaceGroup group, Dictionary<int, double> named)
    {
        var home = group.Candidates[group.Best].Record;
        if (named.ContainsKey(home.Country) || named.Keys.Any(c => IsNear(home, gazetteer.Record(c)))) return 0;
        double others = named.Count;
        foreach (var other in groups)
        {
            if (other == group || other.Candidates.Length == 0) continue;
            var best = other.Candidates[other.Best].Record;
            if (best.Country == home.Country || IsNear(home, best)) return 0;
            if (best.Country != PlaceRecord.NoCountry && other.Share[other.Best] > 0.8) others++;
        }
        return others;
    }

    private static bool IsNear(in PlaceRecord a, in PlaceRecord b) => Gazetteer.Kilometres(a.Lat, a.Lon, b.Lat, b.Lon) < FarKilometres;

    private static double Alone(PlaceGroup group, in Candidate candidate)
    {
        var score = candidate.Weight;
        if (group.Kind is { } said) score += 4 * PlaceTypes.Answers(said, candidate.Record.Kind) - 2;
        if (group.ActedOn) score += candidate.Record.Kind is PlaceKind.City or PlaceKind.Site ? 0.8 : 0;
        return score;
    }

    private void Weigh(List<PlaceGroup> groups, PlaceGroup group, int index, Dictionary<int, double> named)
    {
        var candidate = group.Candidates[index];
        var (near, country, strongest) = (0.0, named.GetValueOrDefault(candidate.Record.Country), 0.0);
        var reason = "";
        foreach (var other in groups)
        {
            if (other == group || other.Folded == group.Folded) continue;
            var (bestNear, bestCountry) = (0.0, 0.0);
            for (var j = 0; j < other.Candidates.Length; j++)
            {
                if (other.Share[j] < 0.02) continue;
                bestNear += other.Share[j] * Nearness(candidate, other.Candidates[j]);
                if (candidate.Record.Country != PlaceRecord.NoCountry && other.Candidates[j].Record.Country == candidate.Record.Country) bestCountry += other.Share[j];
            }
            near += bestNear;
            country += bestCountry * 0.5;
            if (bestNear > strongest) (strongest, reason) = (bestNear, $"near {other.Name}");
            else if (strongest == 0 && bestCountry > 0.5) reason = $"in the same country as {other.Name}";
        }
        var inside = Inside(group, candidate);
        group.IsInside[index] = inside > 0;
        group.Reasons[index] = reason.Length > 0 ? reason : named.ContainsKey(candidate.Record.Country) ? "in a country that the report names" : "";
        group.Support[index] = MostNear * (1 - Math.Exp(-near / 1.2)) + MostCountry * (1 - Math.Exp(-country / 1.5));
        group.Scores[index] = Alone(group, candidate) + group.Support[index] + inside + Holding(groups, group, candidate);
    }

    // How much a place beside another speaks for it: the division that holds it, a neighbour in the same division, a place nearby.
    private double Nearness(in Candidate a, in Candidate b)
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

    private double Inside(PlaceGroup group, in Candidate candidate)
    {
        var best = 0.0;
        for (var i = 0; i < group.Around.Length; i++)
        {
            if (!CandidateFinder.Contains(gazetteer, group.Around[i], candidate.Id, candidate.Record)) continue;
            var belief = 1.0;
            if (group.AroundGroup is { } around)
            {
                var at = Array.FindIndex(around.Candidates, c => c.Id == group.Around[i].Id);
                belief = at < 0 ? 0.3 : 0.3 + 0.7 * around.Share[at];
            }
            best = Math.Max(best, SaidInside * belief);
        }
        return best;
    }

    // A name that the text puts around others is the one that holds some of them.
    private double Holding(List<PlaceGroup> groups, PlaceGroup group, in Candidate candidate)
    {
        var best = 0.0;
        foreach (var inner in groups)
        {
            if (inner.AroundGroup != group) continue;
            for (var j = 0; j < inner.Candidates.Length; j++)
                if (CandidateFinder.Contains(gazetteer, candidate, inner.Candidates[j].Id, inner.Candidates[j].Record))
                    best = Math.Max(best, SaidHolds * inner.Share[j]);
        }
        return best;
    }

    private static void Believe(PlaceGroup group)
    {
        if (group.Scores.Length == 0) return;
        var top = group.Scores[group.Best];
        var sum = 0.0;
        for (var i = 0; i < group.Scores.Length; i++) sum += group.Share[i] = Math.Exp((group.Scores[i] - top) * 1.6);
        for (var i = 0; i < group.Scores.Length; i++) group.Share[i] /= sum;
    }
}
