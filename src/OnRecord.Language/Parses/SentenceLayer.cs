using System.Collections.Concurrent;
using System.Numerics.Tensors;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Language.Parses;

/// <summary>The weights of a small network over a sentence, row by row: a layer of LSTM in both directions over the words' inputs, with rows that signs of a word add, and an output.</summary>
/// <param name="Inputs">Floats of a word's input.</param>
/// <param name="Signs">How many signs a word can have.</param>
/// <param name="Cells">Cells in one direction.</param>
/// <param name="Outputs">How many numbers are given for a word that is asked about.</param>
/// <param name="Links">How many numbers are given for every word, for later steps to join words by.</param>
public sealed record SentenceWeights(int Inputs, int Signs, int Cells, int Outputs, int Links)
{
    /// <summary>Inputs × eight times the cells: four gates of the way forward, then of the way back.</summary>
    public required float[] Input { get; init; }

    /// <summary>Signs × eight times the cells.</summary>
    public required float[] Sign { get; init; }

    /// <summary>Eight times the cells.</summary>
    public required float[] Bias { get; init; }

    /// <summary>Cells × four times the cells.</summary>
    public required float[] Forward { get; init; }

    /// <summary>The same of the way back.</summary>
    public required float[] Backward { get; init; }

    /// <summary>Twice the cells × outputs.</summary>
    public required float[] Output { get; init; }

    /// <summary>One for each output.</summary>
    public required float[] OutputBias { get; init; }

    /// <summary>Twice the cells × links.</summary>
    public required float[] Link { get; init; }

    /// <summary>One for each link.</summary>
    public required float[] LinkBias { get; init; }
}

/// <summary>What a small network says of a sentence.</summary>
/// <param name="Scores">The outputs of each word asked about.</param>
/// <param name="Links">The links of all words, word by word.</param>
public readonly record struct SentenceReading(float[][] Scores, float[] Links);

/// <summary>A small network of a later step, ready to read sentences with. Safe from many threads.</summary>
public sealed unsafe class SentenceLayer
{
    private readonly Floats _input, _sign, _bias, _forward, _backward, _output, _outputBias, _link, _linkBias;
    private readonly int _cells;
    private readonly ConcurrentBag<Room> _rooms = [];

    /// <summary>Lays the weights out for reading; the cells come in whole thirty-twos.</summary>
    public SentenceLayer(SentenceWeights weights)
    {
        (Inputs, Outputs, Links, _cells) = (weights.Inputs, weights.Outputs, weights.Links, weights.Cells);
        _input = Packed(weights.Input, weights.Inputs, 8 * _cells);
        _forward = Packed(weights.Forward, _cells, 4 * _cells);
        _backward = Packed(weights.Backward, _cells, 4 * _cells);
        _output = Packed(weights.Output, 2 * _cells, Outputs);
        _link = Packed(weights.Link, 2 * _cells, Links);
        (_sign, _bias, _outputBias, _linkBias) = (Plain(weights.Sign), Plain(weights.Bias), Plain(weights.OutputBias), Plain(weights.LinkBias));
    }

    /// <summary>Floats of a word's input.</summary>
    public int Inputs { get; }

    /// <summary>How many numbers there are for each word asked about.</summary>
    public int Outputs { get; }

    /// <summary>How many numbers there are for every word.</summary>
    public int Links { get; }

    /// <summary>Reads a sentence, given its words' inputs one after the other and the signs of each.</summary>
    public SentenceReading Read(ReadOnlySpan<float> inputs, IReadOnlyList<int[]> signs, IReadOnlyList<int> asked)
    {
        if (!_rooms.TryTake(out var room)) room = new Room();
        int words = signs.Count, gates = 8 * _cells, width = 2 * _cells;
        room.Steps.Lay([words]);
        var sums = room.Gates.Ensure((long)words * gates);
        fixed (float* source = inputs) Forward.Affine(words, gates, Inputs, source, Inputs, _input.Data, _bias.Data, sums, gates);
        for (var w = 0; w < words; w++)
            foreach (var sign in signs[w])
            {
                var row = new Span<float>(sums + (long)w * gates, gates);
                TensorPrimitives.Add(row, new ReadOnlySpan<float>(_sign.Data + (long)sign * gates, gates), row);
            }
        var cells = room.Cells.Ensure((long)words * width);
        var states = room.States.Ensure((long)words * width);
        Lstm.Run(room.Steps, _cells, false, _forward.Data, sums, gates, cells, states, width, states, null);
        Lstm.Run(room.Steps, _cells, true, _backward.Data, sums + 4 * _cells, gates, cells + _cells, states + _cells, width, states + _cells, null);
        var found = Scored(asked, width, states, room);
        var links = Linked(words, width, states, room.Links);
        _rooms.Add(room);
        return new SentenceReading(found, links);
    }

    private float[][] Scored(IReadOnlyList<int> asked, int width, float* states, Room room)
    {
        if (asked.Count == 0) return [];
        var padded = Gemm.Pad(Outputs);
        var chosen = room.Chosen.Ensure((long)asked.Count * width);
        for (var i = 0; i < asked.Count; i++) new ReadOnlySpan<float>(states + (long)asked[i] * width, width).CopyTo(new Span<float>(chosen + (long)i * width, width));
        var scores = room.Scores.Ensure((long)asked.Count * padded);
        Forward.Affine(asked.Count, padded, width, chosen, width, _output.Data, _outputBias.Data, scores, padded);
        var found = new float[asked.Count][];
        for (var i = 0; i < found.Length; i++) found[i] = new ReadOnlySpan<float>(scores + (long)i * padded, Outputs).ToArray();
        return found;
    }

    private float[] Linked(int words, int width, float* states, Floats room)
    {
        var (found, padded) = (new float[words * Links], Gemm.Pad(Links));
        if (Links == 0) return found;
        var links = room.Ensure((long)words * padded);
        Forward.Affine(words, padded, width, states, width, _link.Data, _linkBias.Data, links, padded);
        for (var w = 0; w < words; w++) new ReadOnlySpan<float>(links + (long)w * padded, Links).CopyTo(found.AsSpan(w * Links, Links));
        return found;
    }

    private static Floats Packed(float[] values, int rows, int columns)
    {
        var packed = new Floats(Gemm.PackedSize(rows, columns));
        fixed (float* source = values) Gemm.Pack(source, rows, columns, columns, 1, packed.Data);
        return packed;
    }

    // Padded with zeros, since products are made in whole panels.
    private static Floats Plain(float[] values)
    {
        var plain = new Floats(Gemm.Pad(values.Length));
        values.CopyTo(plain.Span(values.Length));
        return plain;
    }

    private sealed class Room
    {
        public readonly Steps Steps = new();
        public readonly Floats Gates = new(), Cells = new(), States = new(), Chosen = new(), Scores = new(), Links = new();
    }
}
