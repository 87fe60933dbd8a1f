using System.Collections.Immutable;
using OnRecord.Language.Mentions;

namespace OnRecord.Pictures;

/// <summary>What many facts of a kept fold share, each written once: texts, parties, who acts together, places and voices. Nought stands for none.</summary>
internal sealed class FoldTables
{
    private readonly Table<string> _texts = new(StringComparer.Ordinal);
    private readonly Table<Party> _parties = new(null);
    private readonly Table<string> _sides = new(StringComparer.Ordinal);
    private readonly Table<Spot> _spots = new(null);
    private readonly Table<Voice> _voices = new(null);
    private readonly FoldWriter _sideBytes = new();

    public int Text(string? text) => text is null ? 0 : _texts.Of(text, out _);

    public int Spot(Spot? spot) => spot is null ? 0 : _spots.Of(spot, out _);

    public int Voice(Voice? voice) => voice is null ? 0 : _voices.Of(voice, out _);

    public int Side(ImmutableArray<Party> parties)
    {
        if (parties.IsEmpty) return 0;
        int[] indexes = [.. parties.Select(party => _parties.Of(party, out _))];
        var index = _sides.Of(string.Join(' ', indexes), out var isNew);
        if (isNew) _sideBytes.Indexes(indexes);
        return index;
    }

    public void Write(FoldWriter to)
    {
        var (parties, spots, voices) = (new FoldWriter().Number(_parties.Count), new FoldWriter().Number(_spots.Count), new FoldWriter().Number(_voices.Count));
        foreach (var party in _parties.All) parties.Number(Text(party.Key)).Number(Text(party.Name)).Number(Text(party.Actor));
        foreach (var spot in _spots.All) Write(spots, spot);
        foreach (var voice in _voices.All) voices.Number(Text(voice.Key)).Number(Text(voice.Actor));
        var texts = new FoldWriter().Number(_texts.Count);
        foreach (var text in _texts.All) texts.Text(text);
        to.Part(texts).Part(parties).Part(new FoldWriter().Number(_sides.Count).Part(_sideBytes)).Part(spots).Part(voices);
    }

    private void Write(FoldWriter to, Spot spot)
    {
        to.Number(Text(spot.Key)).Number(Text(spot.Name)).Number(spot.Place is null ? 0 : 1);
        if (spot.Place is not { } place) return;
        to.Number(Text(place.Name)).Number((int)place.Kind).Number(Text(place.Admin1)).Number(Text(place.Country)).Real(place.Lat).Real(place.Lon).Signed(place.Population).Number(place.Geonames is null ? 0 : 1);
        if (place.Geonames is { } geonames) to.Signed(geonames);
        to.Number(Text(place.Code)).Number(Text(place.Capital)).Number(Text(place.Admin1Code)).Number(Text(place.Admin2Code)).Number(place.Approximate ? 1 : 0);
    }

    /// <summary>The tables as they are read.</summary>
    internal sealed class Read
    {
        public Read(FoldReader from)
        {
            Texts = [null!, .. from.Part().Many(one => one.Text())];
            Party[] parties = [null!, .. from.Part().Many(one => new Party(Text(one)!, Text(one)!, Text(one)))];
            var sides = from.Part();
            var count = sides.Number();
            var lists = sides.Part();
            Sides = [[], .. Enumerable.Range(0, count).Select(_ => ImmutableArray.CreateRange(lists.Picked(parties)))];
            Spots = [null, .. from.Part().Many(Spot)];
            Voices = [null, .. from.Part().Many(one => new Voice(Text(one)!, Text(one)))];
        }

        public string[] Texts { get; }

        public ImmutableArray<Party>[] Sides { get; }

        public Spot?[] Spots { get; }

        public Voice?[] Voices { get; }

        public string? Text(FoldReader from) => Texts[from.Number()];

        private Spot Spot(FoldReader from) => new(Text(from)!, Text(from)!, from.Number() == 0 ? null
            : new Place(Text(from)!, (PlaceKind)from.Number(), Text(from)!, Text(from)!, from.Real()!.Value, from.Real()!.Value, from.Signed(), from.Number() == 0 ? null : from.Signed(), Text(from)!)
            { Capital = Text(from)!, Admin1Code = Text(from)!, Admin2Code = Text(from)!, Approximate = from.Number() != 0 });
    }

    /// <summary>Things by the order in which they were first met, from one on.</summary>
    private sealed class Table<T>(IEqualityComparer<T>? comparer) where T : class
    {
        // To look for the very same thing is much cheaper than for one that is equal to it.
        private readonly Dictionary<T, int> _same = new(ReferenceEqualityComparer.Instance);
        private readonly Dictionary<T, int> _equal = new(comparer);
        private readonly List<T> _all = [];

        public int Count => _all.Count;

        public IReadOnlyList<T> All => _all;

        public int Of(T one, out bool isNew)
        {
            isNew = false;
            if (_same.TryGetValue(one, out var index)) return index;
            if (!_equal.TryGetValue(one, out index))
            {
                isNew = true;
                _all.Add(one);
                _equal[one] = index = _all.Count;
            }
            return _same[one] = index;
        }
    }
}
