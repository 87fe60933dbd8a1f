using System.Collections.Immutable;

namespace OnRecord.Pictures;

/// <summary>The picture of one country: what is of it is folded by itself, so that a country that nothing was added to need not be folded again.</summary>
internal sealed record PictureSheet
{
    public required ImmutableArray<Happening> Happenings { get; init; }
    public required ImmutableArray<PlaceControl> Control { get; init; }
    public required ImmutableArray<AreaControl> Areas { get; init; }
    public required ImmutableArray<Tally> Tallies { get; init; }
    public required ImmutableArray<Commitment> Commitments { get; init; }
    public required ImmutableArray<Movement> Movements { get; init; }
    public required ImmutableArray<Harm> Harm { get; init; }
    public required ImmutableArray<Disagreement> Disagreements { get; init; }
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>The facts that it rests on.</summary>
    public required KnownFacts Known { get; init; }

    /// <summary>The picture of a country's facts as of a day.</summary>
    public static PictureSheet Of(KnownFacts known, DateOnly asOf)
    {
        var ((places, spanClaims), tallies, areas) = ((ImmutableArray<PlaceControl>.Empty, ImmutableArray<Claim>.Empty), ImmutableArray<Tally>.Empty, ImmutableArray<AreaControl>.Empty);
        var (commitments, movements) = (ImmutableArray<Commitment>.Empty, ImmutableArray<Movement>.Empty);
        HappeningsOfDay? happenings = null;
        var disagreements = ImmutableArray<Disagreement>.Empty;
        known.AtOnce(
            () => disagreements = Pictures.Disagreements.Of(known.Rivals, (happenings = known.Happenings.At(asOf)).Disagreements, asOf),
            () =>
            {
                (places, spanClaims) = Pictures.Control.Of(known.Places, asOf);
                tallies = Pictures.Tallies.Of(known.Counts, places, asOf);
                areas = Pictures.Areas.Of(places);
            },
            () => commitments = Pictures.Commitments.Of(known.Said, asOf),
            () => movements = known.Moves.At(asOf));
        return new PictureSheet
        {
            Happenings = happenings!.Happenings,
            Control = places,
            Areas = areas,
            Tallies = tallies,
            Commitments = commitments,
            Movements = movements,
            Harm = happenings.Harm,
            Disagreements = disagreements,
            // By id: those about spans come first.
            Claims = [.. spanClaims, .. happenings.Claims],
            Known = known,
        };
    }
}

/// <summary>The facts of a country that are known, and all that follows from them whatever the day is; made once for all days.</summary>
internal sealed class KnownFacts
{
    private const int Few = 2000;

    /// <param name="known">The facts.</param>
    /// <param name="before">What followed from nearly the same facts, or null: what is the same there need not be made again.</param>
    public KnownFacts(IEnumerable<Fact> known, KnownFacts? before = null)
    {
        Facts = [.. known.Order(Fact.Order)];
        ById = Facts.ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        var (groups, places, said) = (new List<FactGroup>(), new List<ControlledPlace>(), new List<SaidGroup>());
        MovementBook? moves = null;
        AtOnce(() => Linked.Tie(groups = Pictures.Happenings.Groups(Facts)), () => places = Control.Places(Facts), () => said = Commitments.Book(Facts), () => moves = Movements.Book(Facts));
        (Groups, Places, Said, Moves) = (groups, places, said, moves!);
        if (before is not null) TakeOver(before.Groups);
    }

    /// <summary>Facts with what was found to follow from them before.</summary>
    public KnownFacts(IReadOnlyList<Fact> facts, IReadOnlyDictionary<string, Fact> byId, IReadOnlyList<FactGroup> groups, IReadOnlyList<ControlledPlace> places, IReadOnlyList<SaidGroup> said, MovementBook moves) =>
        (Facts, ById, Groups, Places, Said, Moves) = (facts, byId, groups, places, said, moves);

    /// <summary>In order of day.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>Under their ids.</summary>
    public IReadOnlyDictionary<string, Fact> ById { get; }

    /// <summary>Those that tell of one act each.</summary>
    public IReadOnlyList<FactGroup> Groups { get; }

    /// <summary>What is said of who holds which place.</summary>
    public IReadOnlyList<ControlledPlace> Places { get; }

    /// <summary>What is to be done.</summary>
    public IReadOnlyList<SaidGroup> Said { get; }

    /// <summary>Who moves.</summary>
    public MovementBook Moves { get; }

    /// <summary>The groups as their happenings are shown.</summary>
    public HappeningBook Happenings => field ??= new HappeningBook(Groups, ById);

    /// <summary>Words that give a count or a share.</summary>
    public List<Fact> Counts => field ??= Tallies.Book(Facts);

    /// <summary>Words that may be at odds with others.</summary>
    public DisagreementBook Rivals => field ??= Disagreements.Book(Facts);

    /// <summary>The articles that the facts are of.</summary>
    public IReadOnlySet<string> Articles => field ??= Facts.Select(fact => fact.Entry.ArticleId).ToHashSet(StringComparer.Ordinal);

    /// <summary>Does what does not depend on each other: at once, where there is much of it.</summary>
    public void AtOnce(params ReadOnlySpan<Action> parts)
    {
        if (Facts.Count > Few) Parallel.Invoke([.. parts]);
        else
            foreach (var part in parts) part();
    }

    private void TakeOver(IReadOnlyList<FactGroup> before)
    {
        var byId = new Dictionary<string, FactGroup>(before.Count, StringComparer.Ordinal);
        foreach (var group in before) byId.TryAdd(group.Id, group);
        foreach (var group in Groups)
            if (byId.TryGetValue(group.Id, out var other)) group.TakeOver(other);
    }
}
