namespace OnRecord.Language.Parses.Network;

/// <summary>The network of names: a recurrence of its own over the words' inputs, the listed names and the parts of speech that were just found.</summary>
internal static unsafe class NameForward
{
    /// <summary>From the inputs and tags of a block to the scores of its name labels.</summary>
    public static void Run(Weights weights, Workspace space)
    {
        var shape = weights.Shape;
        int rows = space.Steps.Rows, fresh = space.Fresh.Count, width = shape.NameCells, gates = 8 * width;
        var inputs = space.NameProjected.Inputs(fresh, shape.NameInput);
        for (var i = 0; i < fresh; i++) weights.EmbedName(space.Fresh[i], inputs + (long)i * shape.NameInput);
        space.NameProjected.Make(fresh, shape.NameInput, gates, weights["name.input"], weights["name.bias"]);
        var sums = space.NameGates.Ensure((long)rows * gates);
        var tags = Gemm.Pad(shape.Tags);
        var features = weights["name.features"];
        for (var s = 0; s < space.Steps.Sentences; s++)
        {
            var count = space.Steps.Length(s);
            for (var i = 0; i < count; i++) space.Sentence[i] = space.FormOfRow[space.Steps.Row(s, i)];
            NameFeatures.Set(space.Sentence.AsSpan(0, count), weights.List, space.Bits.AsSpan(0, count));
            for (var i = 0; i < count; i++)
            {
                var row = (long)space.Steps.Row(s, i);
                space.NameProjected.Copy(space.Sentence[i], sums + row * gates);
                NameFeatures.AddTo(sums + row * gates, space.Bits[i] | 1ul << (NameFeatures.Upos + Best(space.Tags.Data + row * tags, NetworkShape.UposCount)), features, gates);
            }
        }
        var states = space.NameStates.Ensure((long)rows * 2 * width);
        var cells = space.NameCells.Ensure((long)rows * 2 * width);
        Lstm.Run(space.Steps, width, false, weights["name.forward"], sums, gates, cells, states, 2 * width, states, null);
        Lstm.Run(space.Steps, width, true, weights["name.backward"], sums + 4 * width, gates, cells + width, states + width, 2 * width, states + width, null);
        var share = weights["name.share"][0];
        var names = space.Names.Data;
        for (var row = 0; row < rows; row++) Share(names + (long)row * Gemm.Panel, share);
        Gemm.Multiply(rows, Gemm.Panel, 2 * width, states, 2 * width, weights["name.output"], names, Gemm.Panel, true);
        for (var row = 0; row < rows; row++) Simd.Add(names + (long)row * Gemm.Panel, weights["name.output.bias"], Gemm.Panel);
    }

    // What the shared network makes of a word counts a share. It was not taught other names, so they fare as no name does.
    private static void Share(float* scores, float share)
    {
        const int other = 1 + 2 * (int)NameKind.Other;
        for (var l = 0; l < other; l++) scores[l] *= share;
        for (var l = other; l < NetworkShape.NameLabels; l++) scores[l] = scores[0];
    }

    private static int Best(float* scores, int count)
    {
        var best = 0;
        for (var i = 1; i < count; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }
}
