namespace OnRecord.Language.Mentions.Places;

/// <summary>The names of an article that have one sense, and what they may mean.</summary>
internal sealed class PlaceGroup
{
    private const int MostCandidates = 80;

    public PlaceGroup(PlaceName name, string folded, IReadOnlyList<Candidate> candidates)
    {
        (Name, Folded) = (name.Name, folded);
        Candidates = [.. candidates.Take(MostCandidates)];
        All = candidates;
        Scores = new double[Candidates.Length];
        Share = new double[Candidates.Length];
        Support = new double[Candidates.Length];
        Reasons = new string[Candidates.Length];
        IsInside = new bool[Candidates.Length];
    }

    public string Name { get; }
    public string Folded { get; }
    public Candidate[] Candidates { get; private set; }
    public IReadOnlyList<Candidate> All { get; }

    /// <summary>What the text says the place is, or null.</summary>
    public PlaceKind? Kind { get; private set; }

    /// <summary>The folded name of what holds it, "" where the text does not say.</summary>
    public string Within { get; private set; } = "";

    /// <summary>What that name may mean.</summary>
    public Candidate[] Around { get; private set; } = [];

    /// <summary>The article's own group for that name, or null.</summary>
    public PlaceGroup? AroundGroup { get; private set; }

    public bool ActedOn { get; private set; }
    public bool Doubtful { get; private set; } = true;

    /// <summary>Each candidate's score in decades, its share of belief, what the other names add to it, why, and whether it lies in what holds it.</summary>
    public double[] Scores { get; private set; }
    public double[] Share { get; private set; }
    public double[] Support { get; private set; }
    public string[] Reasons { get; private set; }
    public bool[] IsInside { get; private set; }

    /// <summary>How many other names of the article are surely placed, and all in other countries than the best candidate.</summary>
    public double Elsewhere { get; set; }

    public int Best
    {
        get
        {
            var best = 0;
            for (var i = 1; i < Scores.Length; i++)
                if (Scores[i] > Scores[best]) best = i;
            return best;
        }
    }

    public void Hear(PlaceName name, PlaceKind? kind)
    {
        Kind ??= kind;
        ActedOn |= name.ActedOn;
        Doubtful &= name.Doubtful;
    }

    public void Hold(string within, IReadOnlyList<Candidate> around)
    {
        Within = within;
        Around = [.. around.Where(a => a.Record.Kind is PlaceKind.Country or PlaceKind.Admin1 or PlaceKind.Admin2)];
    }

    /// <summary>Finds the group of what holds it, and brings in small candidates that lie there and would else be cut off.</summary>
    public void Link(List<PlaceGroup> groups)
    {
        if (Within.Length == 0) return;
        AroundGroup = groups.Find(g => g.Folded == Within && g != this);
    }

    public void Widen(Gazetteer gazetteer)
    {
        var more = All.Skip(Candidates.Length).Where(c => Array.Exists(Around, a => CandidateFinder.Contains(gazetteer, a, c.Id, c.Record))).Take(MostCandidates).ToArray();
        if (more.Length > 0)
        {
            Candidates = [.. Candidates, .. more];
            Scores = new double[Candidates.Length];
            Share = new double[Candidates.Length];
            Support = new double[Candidates.Length];
            Reasons = new string[Candidates.Length];
            IsInside = new bool[Candidates.Length];
        }
    }

    /// <summary>The likeliest place that is said to hold it, where it is a country or division; else null.</summary>
    public Place? Outer(Gazetteer gazetteer)
    {
        if (Around.Length == 0) return null;
        if (AroundGroup is not { Candidates.Length: > 0 } group) return gazetteer.At(Around[0].Id);
        var best = group.Candidates[group.Best];
        return best.Record.Kind is PlaceKind.Country or PlaceKind.Admin1 or PlaceKind.Admin2 ? gazetteer.At(best.Id) : null;
    }
}
