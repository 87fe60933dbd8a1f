namespace OnRecord.Language.Parses.Network;

/// <summary>The network's forward pass over a block of sentences laid out in a workspace.</summary>
internal static unsafe class Forward
{
    /// <summary>From forms to the scores of tags and names and the hidden layer of arcs and relations.</summary>
    public static void Run(Weights weights, Workspace space)
    {
        var shape = weights.Shape;
        int rows = space.Steps.Rows, fresh = space.Fresh.Count, width = shape.Width, gates = 8 * width;

        // The first layer sees one word at a time: its product is made once for each distinct form.
        var inputs = space.Projected.Inputs(fresh, shape.Input);
        for (var i = 0; i < fresh; i++) weights.Embed(space.Fresh[i], inputs + (long)i * shape.Input);
        space.Projected.Make(fresh, shape.Input, gates, weights.Layers[0].Input, weights.Layers[0].Bias);
        var sums = space.Gates.Ensure((long)rows * gates);
        for (var r = 0; r < rows; r++) space.Projected.Copy(space.FormOfRow[r], sums + (long)r * gates);

        // A layer's sums are made before its states, so all layers can write their states to the same place.
        var states = space.States.Ensure((long)rows * 2 * width);
        var cells = space.Cells.Ensure((long)rows * 2 * width);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            var w = weights.Layers[layer];
            if (layer > 0) Affine(rows, gates, 2 * width, states, 2 * width, w.Input, w.Bias, sums, gates);
            Lstm.Run(space.Steps, width, false, w.Forward, sums, gates, cells, states, 2 * width, states, null);
            Lstm.Run(space.Steps, width, true, w.Backward, sums + 4 * width, gates, cells + width, states + width, 2 * width, states + width, null);
        }

        var hidden = space.Hidden.Ensure((long)rows * shape.Hidden);
        Affine(rows, shape.Hidden, 2 * width, states, 2 * width, weights.Hidden, weights["hidden.bias"], hidden, shape.Hidden);
        Simd.Rectify(hidden, (long)rows * shape.Hidden);
        Affine(rows, shape.Arc, shape.Arc, hidden + shape.ArcDependent, shape.Hidden, weights["arc"], weights["arc.bias"], space.Queries.Ensure((long)rows * shape.Arc), shape.Arc);
        var tags = Gemm.Pad(shape.Tags);
        Affine(rows, tags, shape.Tag, hidden + shape.TagHidden, shape.Hidden, weights["tags"], weights["tags.bias"], space.Tags.Ensure((long)rows * tags), tags);
        Affine(rows, Gemm.Panel, shape.Name, hidden + shape.NameHidden, shape.Hidden, weights["names"], weights["names.bias"], space.Names.Ensure((long)rows * Gemm.Panel), Gemm.Panel);
        if (shape.NameCells > 0) NameForward.Run(weights, space);
        space.Keep();
    }

    /// <summary>The scores of one sentence's arcs: a row for each word, first the root, then each word as head; rows lie <see cref="Gemm.Pad"/>(count + 1) apart.</summary>
    public static float* Arcs(Weights weights, Workspace space, int sentence, int count)
    {
        var shape = weights.Shape;
        var width = shape.Arc;
        var queries = space.SentenceQueries.Ensure((long)count * width);
        var packed = space.SentenceHeads.Ensure(Gemm.PackedSize(width, count + 1));
        new Span<float>(packed, (int)Gemm.PackedSize(width, count + 1)).Clear();
        ArcColumn(weights["root.arc"], 0, width, packed);
        for (var i = 0; i < count; i++)
        {
            var row = space.Steps.Row(sentence, i);
            Buffer.MemoryCopy(space.Queries.Data + (long)row * width, queries + (long)i * width, width * sizeof(float), width * sizeof(float));
            ArcColumn(space.Hidden.Data + (long)row * shape.Hidden + shape.ArcHead, i + 1, width, packed);
        }
        var stride = Gemm.Pad(count + 1);
        var scores = space.Arcs.Ensure((long)count * stride);
        Gemm.Multiply(count, count + 1, width, queries, width, packed, scores, stride, false);
        return scores;
    }

    /// <summary>The scores of the relation of every row to its head.</summary>
    public static float* Relations(Weights weights, Workspace space)
    {
        var shape = weights.Shape;
        int rows = space.Steps.Rows, width = shape.Relation, labels = Gemm.Pad(shape.Relations.Length);
        var pairs = space.Pairs.Ensure((long)rows * 3 * width);
        for (var t = 0; t < space.Steps.Count; t++)
        {
            for (var s = 0; s < space.Steps.Active(t); s++)
            {
                var row = space.Steps.Row(s, t);
                var head = space.Heads[row];
                Pair(space.Hidden.Data + (long)row * shape.Hidden + shape.RelationDependent,
                    head < 0 ? weights["root.relation"] : space.Hidden.Data + (long)space.Steps.Row(s, head) * shape.Hidden + shape.RelationHead, width, pairs + (long)row * 3 * width);
            }
        }
        var scores = space.Relations.Ensure((long)rows * labels);
        Affine(rows, labels, 3 * width, pairs, 3 * width, weights["relation"], weights["relation.bias"], scores, labels);
        return scores;
    }

    /// <summary>What the relation scorer sees of a word and its head: their product element by element, and each of them.</summary>
    public static void Pair(float* dependent, float* head, int width, float* target)
    {
        for (var j = 0; j < width; j++)
        {
            target[j] = dependent[j] * head[j];
            target[width + j] = dependent[j];
            target[2 * width + j] = head[j];
        }
    }

    /// <summary>target = source · packed + bias.</summary>
    public static void Affine(int rows, int columns, int inner, float* source, int sourceStride, float* packed, float* bias, float* target, int targetStride) =>
        Gemm.Multiply(rows, columns, inner, source, sourceStride, packed, target, targetStride, bias, 0);

    private static void ArcColumn(float* head, int column, int width, float* packed)
    {
        packed += (long)(column / Gemm.Panel) * width * Gemm.Panel + column % Gemm.Panel;
        for (var k = 0; k < width; k++) packed[k * Gemm.Panel] = head[k];
    }
}
