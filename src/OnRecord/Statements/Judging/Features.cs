using System.Runtime.InteropServices;
using OnRecord.Language.Parses;

namespace OnRecord.Statements.Judging;

/// <summary>The features of one decision: hashes of what holds, and the words whose vectors count.</summary>
internal sealed class Features
{
    private readonly List<uint> _hashes = new(96);

    /// <summary>The hashes, in the order they were added.</summary>
    public IReadOnlyList<uint> Hashes => _hashes;

    /// <summary>The same, for going through quickly; until the next is added.</summary>
    public ReadOnlySpan<uint> All => CollectionsMarshal.AsSpan(_hashes);

    /// <summary>The words whose vectors are looked at, in fixed places; null where there is none.</summary>
    public string?[] Words { get; } = new string?[VectorPlaces];

    /// <summary>What the encoder made of the word in its sentence; empty where that was not kept.</summary>
    public float[] State { get; set; } = [];

    /// <summary>How many words' vectors a decision looks at: the trigger, its head, its object, its subject.</summary>
    public const int VectorPlaces = 4;

    /// <summary>Adds "name=value".</summary>
    public void Add(string name, string value) => _hashes.Add(Hash(name, value));

    /// <summary>Adds a pair of values under one name.</summary>
    public void Add(string name, string first, string second) => _hashes.Add(Hash(name, first, second));

    /// <summary>Adds three values under one name.</summary>
    public void Add(string name, string first, string second, string third) => _hashes.Add(Hash(name, first, second, third));

    /// <summary>Adds all that the other holds.</summary>
    public void Add(Features other) => _hashes.AddRange(other._hashes);

    /// <summary>Adds a flag.</summary>
    public void Add(string name) => _hashes.Add(Hash(name));

    // FNV-1a over the parts with a separator, the same on every machine.
    private static uint Hash(params ReadOnlySpan<string> parts)
    {
        var h = 2166136261u;
        foreach (var part in parts)
        {
            foreach (var c in part) h = (h ^ c) * 16777619u;
            h = (h ^ 0x1F) * 16777619u;
        }
        h ^= h >> 15;
        h *= 0x2c1b3c6du;
        return h ^ (h >> 12);
    }

    /// <summary>A word's lemma as features write it: lower case, numbers as one.</summary>
    public static string Lemma(in Word word) => word.Upos == Upos.NUM ? "#" : word.Lemma.ToLowerInvariant();
}
