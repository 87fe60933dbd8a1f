using OnRecord.Ledger;

namespace OnRecord.Pictures;

public sealed partial class PictureFold
{
    // Of fewer facts a fold is made as fast as it is read.
    private const int FewestKept = 1000;

    private readonly (string Country, Func<PictureFold> Anew)? _kept;
    private PictureFold? _anew;
    private (string Country, Action<byte[]> Keep)? _keep;

    // By what was kept; what that cannot tell is asked of a fold made anew.
    private PictureFold(KeptFold kept, string country, KeptSource source, Func<PictureFold> anew)
    {
        (_kept, _lastKnown) = ((country, anew), kept.LastKnown);
        var basis = new Basis(_version, null, source.Article, new Origins(source.Article, kept.Stories, kept.Identities.GetValueOrDefault), new Contents([], _ => []));
        _bases.Add(basis);
        _countries[country] = CountryFold.Of(kept.Known, basis);
        _evidence = Evidence.Of(new FactIndex([kept.Known.ById], source.Entry, kept.Called));
    }

    /// <summary>A fold of a ledger, or of no more of it than the pictures of one country need, if the ledger can tell. What the country comes to is kept in the ledger when it is first drawn, if that may be written, and read from there until something is added.</summary>
    public static PictureFold Of(ILedger ledger, string? country = null) => Of(ledger, country, FewestKept);

    internal static PictureFold Of(ILedger ledger, string? country, int fewestKept)
    {
        if (country is null) return OfAll(ledger);
        if (ledger.KeptFold(country, KeptFold.Form) is { } bytes && KeptFold.Of(bytes) is { } kept)
            return new PictureFold(kept, country, new KeptSource(ledger, country), () => ledger.PartOf(country) is { } anew ? Of(anew) : OfAll(ledger));
        if (ledger.PartOf(country) is not { } part) return OfAll(ledger);
        var fold = Of(part);
        if (part.State is { } state && part.Entries.Count >= fewestKept) fold._keep = (country, bytes => ledger.KeepFold(country, KeptFold.Form, state, bytes));
        return fold;
    }

    private static PictureFold OfAll(ILedger ledger)
    {
        var all = new LedgerQuery();
        return Of(ledger.Entries(all), ledger.Articles(all).ToDictionary(article => article.Id, StringComparer.Ordinal));
    }

    // The fold that is asked instead of this one: where something is added to what was kept, or where another country or what was known on a day is asked for.
    private PictureFold? Anew(PictureOptions? options) =>
        _anew ?? (_kept is { } kept && (options is null || options.KnownAt is not null || options.Country != kept.Country) ? _anew = kept.Anew() : null);

    private void Keep(PictureOptions options, Basis basis)
    {
        if (_keep is not { } keep || options.KnownAt is not null || options.Country != keep.Country) return;
        _keep = null;
        var known = _countries[keep.Country].Known(basis);
        keep.Keep(new KeptFold(_lastKnown, known, basis.Origins.Stories, _origins.Identities, FactIndex.Names([known.ById])).Bytes());
    }
}
