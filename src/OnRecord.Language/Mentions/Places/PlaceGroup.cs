namespace OnRecord.Language.Mentions.Places;

/// <summary>A place that a group of names may mean, and what speaks for it.</summary>
internal sealed class PlaceChoice(Candidate candidate)
{
    public Candidate Candidate { get; } = candidate;

    public PlaceRecord Record => Candidate.Record;

    /// <summary>How likely it is, in decades.</summary>
    public double Score { get; set; }

    /// <summary>Its share of belief within the group.</summary>
    public double Share { get; set; }

    /// <summary>What the article's other names add to its score, and which did.</summary>
    public double Support { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>What named divisions that hold it, or named places in it, add to its score.</summary>
    public double Paired { get; set; }

    /// <summary>True where it lies in what the text says holds it.</summary>
    public bool IsInside { get; set; }
}

/// <summary>The names of an article that have one sense, and what they may mean.</summary>
internal sealed class PlaceGroup(PlaceName name, string folded, IReadOnlyList<Candidate> candidates)
{
    private const int MostChoices = 80;

    public string Name { get; } = name.Name;

    public string Folded { get; } = folded;

    public List<PlaceChoice> Choices { get; } = [.. candidates.Take(MostChoices).Select(c => new PlaceChoice(c))];

    /// <summary>Those of the choices that are believed enough to speak for others.</summary>
    public List<PlaceChoice> Likely { get; } = [];

    /// <summary>What the text says the place is, or null.</summary>
    public PlaceKind? Kind { get; private set; }

    /// <summary>The folded name of what holds it, "" where the text does not say.</summary>
    public string Within { get; private set; } = "";

    /// <summary>The countries and divisions that this name may mean.</summary>
    public Candidate[] Around { get; private set; } = [];

    /// <summary>The article's own group for that name, or null.</summary>
    public PlaceGroup? AroundGroup { get; private set; }

    public bool ActedOn { get; private set; }

    /// <summary>True where one of the names is firmly put into what holds it.</summary>
    public bool Firm { get; private set; }

    /// <summary>True where by itself it is a small town or a district, of which only reports of that country speak.</summary>
    public bool IsLocal { get; set; }

    /// <summary>True where each of the names may be no place.</summary>
    public bool Doubtful { get; private set; } = true;

    /// <summary>How many other names of the article are surely placed, all of them abroad and far from the best choice.</summary>
    public double Elsewhere { get; set; }

    /// <summary>The choice with the highest score, the more prominent where two are equal; null where there is none.</summary>
    public PlaceChoice? Best
    {
        get
        {
            PlaceChoice? best = null;
            foreach (var choice in Choices)
                if (best is null || choice.Score > best.Score) best = choice;
            return best;
        }
    }

    /// <summary>Takes in what the words around one of the names say.</summary>
    public void Hear(PlaceName heard, PlaceKind? kind)
    {
        Kind ??= kind;
        ActedOn |= heard.ActedOn;
        Firm |= heard.Firm;
        Doubtful &= heard.Doubtful;
    }

    /// <summary>Sets what holds it.</summary>
    public void Hold(string within, IReadOnlyList<Candidate> around)
    {
        Within = within;
        Around = [.. around.Where(a => a.Record.Kind is PlaceKind.Country or PlaceKind.Admin1 or PlaceKind.Admin2)];
    }

    /// <summary>Finds the group of what holds it, and brings in the small places there that the limit had cut off.</summary>
    public void Link(Gazetteer gazetteer, List<PlaceGroup> groups)
    {
        if (Within.Length == 0) return;
        AroundGroup = groups.Find(g => g.Folded == Within && g != this);
        foreach (var candidate in candidates.Skip(MostChoices))
            if (Array.Exists(Around, a => CandidateFinder.Contains(gazetteer, a, candidate.Id, candidate.Record))) Choices.Add(new PlaceChoice(candidate));
    }

    /// <summary>The likeliest country or division that is said to hold it, or null.</summary>
    public Place? Outer(Gazetteer gazetteer)
    {
        if (Around.Length == 0) return null;
        if (AroundGroup?.Best is not { } best) return gazetteer.At(Around[0].Id);
        return best.Record.Kind is PlaceKind.Country or PlaceKind.Admin1 or PlaceKind.Admin2 ? gazetteer.At(best.Candidate.Id) : null;
    }
}
