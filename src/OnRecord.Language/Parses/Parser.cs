using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using OnRecord.Language.Parses.Network;
using OnRecord.Language.Sentences;

namespace OnRecord.Language.Parses;

/// <summary>OnRecord's own parser: a recurrent network over words that gives tags, lemmas, trees and names.</summary>
public sealed class Parser : IParser, IDisposable
{
    private const int BlockWords = 1024;
    private const int BlockSentences = 64;

    private readonly Weights _weights;
    private readonly LabelTexts _labels;
    private readonly ConcurrentBag<Workspace> _spaces = [];

    private Parser(Weights weights) => (_weights, _labels) = (weights, new LabelTexts(weights.File, weights.Vectors));

    /// <summary>Opens a model; a file that is missing, foreign, damaged or cut off is a problem.</summary>
    public static Outcome<Parser> Load(string path)
    {
        var file = ModelFile.Open(path);
        return file.Value is { } model ? new Parser(new Weights(model)) : file.Problem!;
    }

    /// <summary>
    /// Parses the sentences, in order, one parse each. Safe from many threads; a sentence's parse does not depend on the others.
    /// With <paramref name="keepStates"/> each parse has what the encoder made of its words in <see cref="Parses.Parse.States"/> (384 numbers a word with the shipped weights).
    /// </summary>
    public ImmutableArray<Parse> Parse(IReadOnlyList<Sentence> sentences, bool keepStates = false)
    {
        if (sentences.Count == 0) return [];
        if (!_spaces.TryTake(out var space)) (space = new Workspace()).NameDecoder.Follow(_weights.NameSteps());
        Windows.Cut(sentences, space.Windows);
        var windows = CollectionsMarshal.AsSpan(space.Windows);
        var pieces = space.PiecesOf(windows.Length);
        Span<int> lengths = stackalloc int[BlockSentences];
        for (var start = 0; start < windows.Length;)
        {
            int count = 0, words = 0;
            while (count < BlockSentences && start + count < windows.Length && (count == 0 || words + windows[start + count].Count <= BlockWords))
            {
                lengths[count] = windows[start + count].Count;
                words += lengths[count++];
            }
            space.Steps.Lay(lengths[..count]);
            Run(space, windows.Slice(start, count), pieces.Slice(start, count), keepStates);
            start += count;
        }
        var parses = Windows.Join(sentences, windows, pieces);
        space.Release();
        _spaces.Add(space);
        return parses;
    }

    /// <summary>Writes the frozen vector of a word, whatever its case, into <paramref name="vector"/> (100 numbers); false where it has none.</summary>
    public unsafe bool TryVector(string word, Span<float> vector)
    {
        var row = _weights.Vectors.Find(WordTable.Hash(Form.Normal(word)));
        if (row < 0) return false;
        var frozen = _weights.Frozen;
        for (var i = 0; i < frozen.Columns; i++) vector[i] = frozen.Bytes[row * frozen.Columns + i] * frozen.Scales[row];
        return true;
    }

    /// <summary>Gives the model's memory back; the parser must not be used after.</summary>
    public void Dispose()
    {
        while (_spaces.TryTake(out var space)) space.Dispose();
        _weights.Dispose();
    }

    private unsafe void Run(Workspace space, ReadOnlySpan<Window> windows, Span<Parse> parses, bool keepStates)
    {
        var shape = _weights.Shape;
        space.Begin();
        for (var s = 0; s < windows.Length; s++)
            for (var i = 0; i < windows[s].Count; i++)
                space.Place(space.Steps.Row(s, i), windows[s].Sentence.Form(windows[s].Start + i), _weights);
        Forward.Run(_weights, space);

        Span<int> heads = stackalloc int[Windows.Longest];
        for (var s = 0; s < windows.Length; s++)
        {
            var count = windows[s].Count;
            var arcs = Forward.Arcs(_weights, space, s, count);
            var stride = Gemm.Pad(count + 1);
            space.Tree.Solve(new ReadOnlySpan<float>(arcs, count * stride), stride, count, heads);
            for (var i = 0; i < count; i++) space.Heads[space.Steps.Row(s, i)] = heads[i];
        }
        var relations = Forward.Relations(_weights, space);
        int relationStride = Gemm.Pad(shape.Relations.Length), tagStride = Gemm.Pad(shape.Tags);

        for (var s = 0; s < windows.Length; s++)
        {
            var count = windows[s].Count;
            var words = new Word[count];
            space.NameDecoder.Begin(count);
            for (var i = 0; i < count; i++)
            {
                var row = space.Steps.Row(s, i);
                words[i] = _labels.Word(space.FormOfRow[row], new ReadOnlySpan<float>(space.Tags.Data + (long)row * tagStride, shape.Tags),
                    space.Heads[row], new ReadOnlySpan<float>(relations + (long)row * relationStride, shape.Relations.Length));
                space.NameDecoder.Add(i, new ReadOnlySpan<float>(space.Names.Data + (long)row * Gemm.Panel, NetworkShape.NameLabels));
            }
            space.NameDecoder.Finish(count, space.Found);
            // Other names are told apart only so as not to be mistaken: a place unheard of is taken for one too easily, and later steps know peoples from their lists.
            space.Found.RemoveAll(static n => n.Kind == NameKind.Other);
            parses[s] = new Parse { Sentence = windows[s].Sentence, Words = ImmutableCollectionsMarshal.AsImmutableArray(words), Names = space.Found.Count == 0 ? [] : [.. space.Found], States = keepStates ? States(space, s, count) : null };
        }
    }

    private unsafe WordStates States(Workspace space, int sentence, int count)
    {
        var width = 2 * _weights.Shape.Width;
        var values = new Half[count * width];
        for (var i = 0; i < count; i++)
            TensorPrimitives.ConvertToHalf(new ReadOnlySpan<float>(space.States.Data + (long)space.Steps.Row(sentence, i) * width, width), values.AsSpan(i * width, width));
        return new WordStates(values, width);
    }
}
