namespace OnRecord.Pictures;

/// <summary>The facts of a country, and what was last folded of them: a day on which nothing new came to be known of the country needs no fold.</summary>
internal sealed class CountryFold
{
    // Beside all that is known: whoever looks at two days in turn finds both.
    private const int MostKept = 2;

    private readonly List<Fact> _facts = [];
    private readonly List<Folded> _kept = [];

    /// <summary>The fold of facts of which all is found already; nothing can be added to it.</summary>
    public static CountryFold Of(KnownFacts known, Basis basis)
    {
        var country = new CountryFold();
        country._kept.Add(new Folded([], null, known) { Basis = basis, IsWhole = true });
        return country;
    }

    public void Add(Fact fact)
    {
        _facts.Add(fact);
        _kept.Clear();
    }

    public void Remove(Fact fact)
    {
        _facts.RemoveAll(other => other.Id == fact.Id);
        _kept.Clear();
    }

    /// <summary>How many facts there are.</summary>
    public int Count => _facts.Count;

    /// <summary>True where the picture of a day has to be folded first.</summary>
    public bool Needs(DateOnly asOf, Basis basis) => !Of(basis).Has(asOf);

    /// <summary>The country's picture of a day.</summary>
    public PictureSheet Sheet(DateOnly asOf, Basis basis) => Of(basis).Sheet(asOf);

    /// <summary>The facts, and all that follows from them whatever the day.</summary>
    public KnownFacts Known(Basis basis) => Of(basis).Known;

    // The same facts of the same origins give the same, whatever the day.
    private Folded Of(Basis basis)
    {
        var at = _kept.FindIndex(one => ReferenceEquals(one.Basis, basis));
        if (at == 0) return _kept[0];
        var known = at < 0 ? FactsKnown(basis) : [];
        if (at < 0) at = _kept.FindIndex(one => one.IsOf(known));
        var folded = at < 0 ? new Folded(known, _kept is [var before, ..] ? before : null) : _kept[at];
        folded.Basis = basis;
        folded.IsWhole |= basis.KnownAt is null;
        if (at >= 0) _kept.RemoveAt(at);
        _kept.Insert(0, folded);
        if (_kept.Count(one => !one.IsWhole) > MostKept) _kept.RemoveAt(_kept.FindLastIndex(one => !one.IsWhole));
        return folded;
    }

    // What others know of its reports tells too: who copied whom, which content is the newest.
    private List<Fact> FactsKnown(Basis basis)
    {
        var known = new List<Fact>(_facts.Count);
        for (var i = 0; i < _facts.Count; i++)
        {
            if (_facts[i].Known > basis.KnownAt) continue;
            var (origin, takenBack) = (basis.Origins.Of(_facts[i]), basis.Contents.TakenBack(_facts[i].Entry));
            if (_facts[i].Origin != origin || _facts[i].TakenBack != takenBack) _facts[i] = _facts[i] with { Origin = origin, TakenBack = takenBack };
            if (!takenBack || !basis.Contents.SaidAgain(_facts[i].Entry)) known.Add(_facts[i]);
        }
        return known;
    }

    /// <summary>Facts that are known, and the sheets last drawn of them.</summary>
    private sealed class Folded(List<Fact> facts, Folded? before, KnownFacts? made = null)
    {
        private const int MostSheets = 2;

        private KnownFacts? _known = made;
        private Folded? _before = before;
        private readonly LinkedList<(DateOnly AsOf, PictureSheet Sheet)> _sheets = new();

        public KnownFacts Known
        {
            get
            {
                _known ??= new KnownFacts(facts, _before?._known);
                _before = null;
                return _known;
            }
        }

        /// <summary>By which they were last asked for.</summary>
        public Basis? Basis { get; set; }

        /// <summary>True where they are all that is known.</summary>
        public bool IsWhole { get; set; }

        public bool IsOf(List<Fact> others)
        {
            if (facts.Count != others.Count) return false;
            for (var i = 0; i < facts.Count; i++)
                if (!ReferenceEquals(facts[i], others[i]) && (facts[i].Id != others[i].Id || facts[i].Origin != others[i].Origin || facts[i].TakenBack != others[i].TakenBack)) return false;
            return true;
        }

        public bool Has(DateOnly asOf) => _sheets.Any(one => one.AsOf == asOf);

        public PictureSheet Sheet(DateOnly asOf)
        {
            foreach (var (day, drawn) in _sheets)
                if (day == asOf) return drawn;
            var sheet = PictureSheet.Of(Known, asOf);
            _sheets.AddFirst((asOf, sheet));
            if (_sheets.Count > MostSheets) _sheets.RemoveLast();
            return sheet;
        }
    }
}
