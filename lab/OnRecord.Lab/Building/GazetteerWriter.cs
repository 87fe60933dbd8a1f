using System.Buffers.Binary;
using System.Text;
using OnRecord.Language.Mentions.Places;

namespace OnRecord.Lab.Building;

/// <summary>Writes the gazetteer file; the same places give the same bytes.</summary>
internal sealed class GazetteerWriter
{
    private readonly MemoryStream _texts = new();
    private readonly Dictionary<string, uint> _offsets = [];

    public static byte[] Write(List<PlaceEntry> countries, List<PlaceEntry> admin1, List<PlaceEntry> admin2, List<PlaceEntry> others, List<PlaceEntry> cities)
    {
        countries.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        admin1.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        admin2.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        others.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name) is var order and not 0 ? order : a.Lat.CompareTo(b.Lat));
        cities.Sort((a, b) => a.Geonames != b.Geonames ? a.Geonames.CompareTo(b.Geonames) : string.CompareOrdinal(a.Name, b.Name));
        return new GazetteerWriter().Make(countries, admin1, admin2, others, cities);
    }

    private byte[] Make(List<PlaceEntry> countries, List<PlaceEntry> admin1, List<PlaceEntry> admin2, List<PlaceEntry> others, List<PlaceEntry> cities)
    {
        List<PlaceEntry> all = [.. countries, .. admin1, .. admin2, .. others, .. cities];
        var country = Index(countries);
        var first = Index(admin1);
        var second = Index(admin2);

        var places = new MemoryStream();
        Span<byte> record = stackalloc byte[GazetteerFile.RecordLength];
        foreach (var p in all)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)p.Geonames);
            BinaryPrimitives.WriteInt32LittleEndian(record[4..], (int)Math.Round(p.Lat * 1e5));
            BinaryPrimitives.WriteInt32LittleEndian(record[8..], (int)Math.Round(p.Lon * 1e5));
            BinaryPrimitives.WriteUInt32LittleEndian(record[12..], (uint)p.Population);
            BinaryPrimitives.WriteUInt32LittleEndian(record[16..], Text(p.Name));
            BinaryPrimitives.WriteUInt16LittleEndian(record[20..], checked((ushort)(first.GetValueOrDefault(p.Admin1, -1) + 1)));
            BinaryPrimitives.WriteUInt16LittleEndian(record[22..], checked((ushort)(second.GetValueOrDefault(p.Admin2, -1) + 1)));
            record[24] = checked((byte)country.GetValueOrDefault(p.Country, PlaceRecord.NoCountry));
            record[25] = (byte)p.Kind;
            record[26] = (byte)p.Standing;
            record[27] = p.Approximate ? (byte)1 : (byte)0;
            places.Write(record);
        }

        var codes = new MemoryStream();
        foreach (var p in all.Take(countries.Count + admin1.Count + admin2.Count)) Number(codes, Text(p.Code));
        var (blocks, keys) = Keys(all);
        var counts = new MemoryStream();
        foreach (var group in (List<PlaceEntry>[])[countries, admin1, admin2, others, cities]) Number(counts, (uint)group.Count);
        return Assemble([places, _texts, codes, Seats(countries, admin1, cities, all.Count - cities.Count), Iso3(countries), blocks, keys, counts]);
    }

    private static Dictionary<string, int> Index(List<PlaceEntry> entries) => entries.Select((e, i) => (e.Code, i)).ToDictionary(e => e.Code, e => e.i);

    private static MemoryStream Seats(List<PlaceEntry> countries, List<PlaceEntry> admin1, List<PlaceEntry> cities, int firstCity)
    {
        var seats = new Dictionary<string, (int Id, long Population)>();
        for (var i = 0; i < cities.Count; i++)
        {
            var city = cities[i];
            if (city.Standing == Standing.CountryCapital) Offer(city.Country, i);
            if (city.Standing is Standing.CountryCapital or Standing.Admin1Seat) Offer(city.Admin1, i);
        }
        var section = new MemoryStream();
        foreach (var division in countries.Concat(admin1)) Number(section, seats.TryGetValue(division.Code, out var seat) ? (uint)seat.Id : GazetteerFile.None);
        return section;

        void Offer(string code, int city)
        {
            if (!seats.TryGetValue(code, out var seat) || cities[city].Population > seat.Population) seats[code] = (firstCity + city, cities[city].Population);
        }
    }

    private static MemoryStream Iso3(List<PlaceEntry> countries)
    {
        var section = new MemoryStream();
        foreach (var country in countries) section.Write(Encoding.ASCII.GetBytes(country.Iso3.PadRight(3)));
        return section;
    }

    private static (MemoryStream Blocks, MemoryStream Keys) Keys(List<PlaceEntry> all)
    {
        var named = new List<(byte[] Key, int Id, bool Alternate)>();
        for (var id = 0; id < all.Count; id++)
        {
            // Two spellings that differ in spaces only are one key, and an alternate one yields to a usual one.
            foreach (var spellings in all[id].Keys.GroupBy(k => k.Key.Replace(" ", "")))
                named.Add((Encoding.UTF8.GetBytes(spellings.Key), id, spellings.All(s => s.Value)));
        }
        named.Sort((a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key) is var order and not 0 ? order : a.Id.CompareTo(b.Id));

        var (blocks, keys) = (new MemoryStream(), new MemoryStream());
        byte[] before = [];
        var written = 0;
        for (var i = 0; i < named.Count;)
        {
            var key = named[i].Key;
            if (written++ % GazetteerFile.BlockKeys == 0)
            {
                Number(blocks, (uint)keys.Length);
                before = [];
            }
            var shared = before.AsSpan().CommonPrefixLength(key);
            keys.WriteByte(checked((byte)shared));
            keys.WriteByte(checked((byte)(key.Length - shared)));
            keys.Write(key.AsSpan(shared));
            before = key;

            var end = i;
            while (end < named.Count && named[end].Key.AsSpan().SequenceEqual(key)) end++;
            Varint(keys, end - i);
            for (var id = 0; i < end; i++)
            {
                Varint(keys, (named[i].Id - id) << 1 | (named[i].Alternate ? 1 : 0));
                id = named[i].Id;
            }
        }
        return (blocks, keys);
    }

    private static byte[] Assemble(MemoryStream[] sections)
    {
        var offsets = new int[sections.Length];
        var length = GazetteerFile.HeaderLength;
        for (var i = 0; i < sections.Length; i++) (offsets[i], length) = (length, length + (int)((sections[i].Length + 3) / 4 * 4));
        var bytes = new byte[length];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, GazetteerFile.Magic);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), length);
        for (var i = 0; i < sections.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24 + i * 8), offsets[i]);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28 + i * 8), (int)sections[i].Length);
            sections[i].ToArray().CopyTo(bytes, offsets[i]);
        }
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), GazetteerFile.Checksum(bytes.AsSpan(24)));
        return bytes;
    }

    private uint Text(string text)
    {
        if (_offsets.TryGetValue(text, out var offset)) return offset;
        offset = (uint)_texts.Length;
        var bytes = Encoding.UTF8.GetBytes(text);
        _texts.WriteByte(checked((byte)bytes.Length));
        _texts.Write(bytes);
        return _offsets[text] = offset;
    }

    private static void Number(MemoryStream stream, uint number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        stream.Write(bytes);
    }

    private static void Varint(MemoryStream stream, int value)
    {
        for (; value >= 0x80; value >>= 7) stream.WriteByte((byte)(value | 0x80));
        stream.WriteByte((byte)value);
    }
}
