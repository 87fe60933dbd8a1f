using System.Numerics.Tensors;

namespace OnRecord.Language.Parses;

/// <summary>
/// What the encoder made of each word in its sentence: the outputs of its last layer, those of the way forward before those of the way back, each between -1 and 1.
/// They are features for later steps; <see cref="Parser.Parse"/> keeps them in <see cref="Parse.States"/> where it is asked to. What each number means comes with the weights: whatever was learned from them is to be learned again with new ones.
/// </summary>
public sealed class WordStates
{
    private readonly Half[] _values;

    internal WordStates(Half[] values, int width) => (_values, Width) = (values, width);

    /// <summary>The numbers of one word.</summary>
    public int Width { get; }

    /// <summary>The words.</summary>
    public int Count => _values.Length / Width;

    /// <summary>The numbers of word <paramref name="index"/> of the sentence.</summary>
    public ReadOnlySpan<Half> this[int index] => _values.AsSpan(index * Width, Width);

    /// <summary>Writes the numbers of word <paramref name="index"/> into <paramref name="target"/>, which has room for <see cref="Width"/>.</summary>
    public void Read(int index, Span<float> target) => TensorPrimitives.ConvertToSingle(this[index], target);

    /// <summary>The states of a sentence that went through the network in pieces.</summary>
    internal static WordStates? Join(ReadOnlySpan<Parse> pieces)
    {
        if (pieces[0].States is not { } first) return null;
        var values = new List<Half>();
        foreach (var piece in pieces) values.AddRange(piece.States!._values);
        return new WordStates([.. values], first.Width);
    }
}
