using System.Collections.Immutable;

namespace OnRecord.Pictures;

/// <summary>A place, what is said of who holds it and of fighting there, in order of day; once all of it is past, its spans stay as they are and are folded once.</summary>
internal sealed class ControlledPlace(ImmutableArray<Fact> words, ImmutableArray<Fact> fights)
{
    private readonly DateOnly _settled = words.Concat(fights).Max(fact => fact.Latest).Plus(ControlFold.FightDays + 1);
    private readonly ImmutableArray<ToldOfPlace> _told = [.. words.Select(ToldOfPlace.Of)];
    private readonly DateOnly[] _said = Sorted(words);
    private readonly DateOnly[] _fought = Sorted(fights);

    // Until when the fighting is news that had happened by each of these days.
    private readonly DateOnly[] _news = News(fights);
    private DrawnPlace? _final;
    private (int Words, int Fights, DateOnly AsOf, DrawnPlace Drawn)? _last;

    public ImmutableArray<Fact> Words => words;

    public ImmutableArray<Fact> Fights => fights;

    /// <summary>Its spans as of a day, or null where nothing was said by then.</summary>
    public DrawnPlace? At(DateOnly asOf)
    {
        if (asOf < _said[0]) return null;
        if (asOf >= _settled) return _final ??= Drawn(_told, [], asOf);
        // What is said by a day is said by every later one: as many are the same.
        var (said, fought) = (By(_said, asOf), By(_fought, asOf));
        if (_last is not { } last || last.Words != said || last.Fights != fought || asOf != last.AsOf && fought > 0 && _news[fought - 1] >= (asOf < last.AsOf ? asOf : last.AsOf))
            _last = last = (said, fought, asOf, Drawn(Said(said, asOf), fought == 0 ? [] : Fought(asOf), asOf));
        return last.Drawn;
    }

    private DrawnPlace Drawn(ImmutableArray<ToldOfPlace> said, ImmutableArray<Fact> fought, DateOnly asOf) =>
        DrawnPlace.Of(said[0].Fact.Place!, new ControlFold(said, fought, _last?.Drawn.Spans ?? []).Spans(asOf));

    private static DateOnly[] Sorted(ImmutableArray<Fact> facts) => [.. facts.Select(Fact.Happened).Order()];

    private static DateOnly[] News(ImmutableArray<Fact> fights)
    {
        DateOnly[] news = [.. fights.OrderBy(Fact.Happened).Select(fight => fight.Latest.Plus(ControlFold.FightDays))];
        for (var i = 1; i < news.Length; i++)
            if (news[i] < news[i - 1]) news[i] = news[i - 1];
        return news;
    }

    // How many of the days are not after a day.
    private static int By(DateOnly[] days, DateOnly asOf)
    {
        var (low, high) = (0, days.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (days[middle] <= asOf) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private ImmutableArray<ToldOfPlace> Said(int count, DateOnly asOf)
    {
        if (count == _told.Length) return _told;
        var said = ImmutableArray.CreateBuilder<ToldOfPlace>(count);
        foreach (var told in _told)
            if (told.Happened <= asOf) said.Add(told);
        return said.MoveToImmutable();
    }

    // The fighting that is news: the fights are in order of day.
    private ImmutableArray<Fact> Fought(DateOnly asOf)
    {
        var (low, high) = (0, fights.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (fights[middle].Latest.Plus(ControlFold.FightDays) < asOf) low = middle + 1;
            else high = middle;
        }
        var news = ImmutableArray.CreateBuilder<Fact>();
        for (; low < fights.Length; low++)
            if (fights[low].By(asOf)) news.Add(fights[low]);
        return news.DrainToImmutable();
    }
}

/// <summary>Who held a place by a day, the spans by which that was found, and the claims about them.</summary>
internal sealed record DrawnPlace(PlaceControl Control, ImmutableArray<HeldSpan> Spans, ImmutableArray<SpanClaim> Claims)
{
    public static DrawnPlace Of(Spot place, ImmutableArray<HeldSpan> spans) =>
        new(new PlaceControl(place, [.. spans.Select(span => span.Made)]), spans, [.. spans.Select(span => span.Claim(place))]);
}

/// <summary>A claim about a span, and the beginning of its id as a number, by which most are told apart without a look at it.</summary>
internal readonly record struct SpanClaim(Claim Claim, ulong Key)
{
    // "cla-con-".
    private const int Prefix = 8;

    /// <summary>By the claims' ids.</summary>
    public static IComparer<SpanClaim> Order { get; } = Comparer<SpanClaim>.Create((a, b) => a.Key.CompareTo(b.Key) is not 0 and var order ? order : string.CompareOrdinal(a.Claim.Id, b.Claim.Id));

    public static SpanClaim Of(Claim claim)
    {
        ulong key = 0;
        foreach (var c in claim.Id.AsSpan(Prefix, sizeof(ulong))) key = key << 8 | Math.Min(c, (char)byte.MaxValue);
        return new SpanClaim(claim, key);
    }
}

/// <summary>A word about who holds a place, and what the fold asks of it again and again.</summary>
internal readonly record struct ToldOfPlace(Fact Fact, DateOnly Latest, DateOnly Happened, ControlAct Act, Party? Side, bool Names, bool IsDenial)
{
    public static ToldOfPlace Of(Fact fact) =>
        new(fact, fact.Latest, Fact.Happened(fact), ControlWords.Act(fact), ControlWords.Side(fact), fact.Names, !fact.Positive && fact.Said.Type is "capture" or "hold");
}

/// <summary>A span while it is folded, and what it comes to.</summary>
internal sealed class HeldSpan(Party? holder, ControlAct began, Fact first)
{
    private SpanClaim? _claim;

    public Party? Holder { get; set; } = holder;

    public ControlAct Began { get; } = began;

    /// <summary>The word that opened it.</summary>
    public Fact First { get; } = first;

    public List<Fact> Facts { get; } = [first];

    /// <summary>Words that somebody else holds it, which do not weigh enough; null: none.</summary>
    public List<Fact>? Against { get; set; }

    /// <summary>Words that its holder does not hold it; null: none.</summary>
    public List<Fact>? Denied { get; set; }

    /// <summary>Words of fighting that is still news; null: none.</summary>
    public List<Fact>? Fights { get; set; }

    public DateOnly? Until { get; set; }

    /// <summary>The span as the picture shows it.</summary>
    public ControlSpan Made { get; set; } = null!;

    /// <summary>True where another comes to the same.</summary>
    public bool Same(HeldSpan other) => Equals(Holder, other.Holder) && Began == other.Began && Until == other.Until
        && Same(Facts, other.Facts) && Same(Against, other.Against) && Same(Denied, other.Denied) && Same(Fights, other.Fights);

    /// <summary>The claim that it holds, of a place.</summary>
    public SpanClaim Claim(Spot place)
    {
        if (_claim is { } known && ReferenceEquals(known.Claim.Place, place)) return known;
        _claim = known = SpanClaim.Of(new Claim("cla-" + Made.Id, Made.Id, "hold", Made.Holder is { } side ? [side] : [], place, new DayRange(Made.From.From, Made.Until), Made.Standing));
        return known;
    }

    private static bool Same(List<Fact>? a, List<Fact>? b)
    {
        if (a?.Count != b?.Count) return false;
        for (var i = 0; i < a?.Count; i++)
            if (!ReferenceEquals(a[i], b![i])) return false;
        return true;
    }
}
