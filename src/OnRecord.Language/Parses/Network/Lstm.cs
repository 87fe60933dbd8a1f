namespace OnRecord.Language.Parses.Network;

/// <summary>One layer of a recurrence that reads a block of sentences in both directions.</summary>
internal static unsafe class Lstm
{
    /// <summary>
    /// Runs one direction. <paramref name="gates"/> holds for each word the sums of the input and bias, and takes the activations; rows of it are
    /// <paramref name="gateStride"/> apart. Cells and outputs have rows <paramref name="stride"/> apart. What a step sees of the step before is
    /// <paramref name="recurrent"/>, which is <paramref name="output"/> itself unless <paramref name="mask"/> (one row per sentence, in training) scales it.
    /// </summary>
    public static void Run(Steps steps, int width, bool backward, float* packed, float* gates, int gateStride, float* cell, float* output, int stride, float* recurrent, float* mask)
    {
        var previousOffset = 0;
        for (var n = 0; n < steps.Count; n++)
        {
            var t = backward ? steps.Count - 1 - n : n;
            int offset = steps.Offset(t), active = steps.Active(t);
            var continuing = n == 0 ? 0 : backward ? steps.Active(t + 1) : active;
            var g = gates + (long)offset * gateStride;
            if (continuing > 0) Gemm.Multiply(continuing, 4 * width, width, recurrent + (long)previousOffset * stride, stride, packed, g, gateStride, true);
            for (var s = 0; s < active; s++)
            {
                var row = (long)(offset + s) * stride;
                Simd.Cell(g + (long)s * gateStride, s < continuing ? cell + (long)(previousOffset + s) * stride : null, cell + row, output + row, width);
                if (mask == null) continue;
                var m = mask + (long)s * stride;
                for (var j = 0; j < width; j++) recurrent[row + j] = output[row + j] * m[j];
            }
            previousOffset = offset;
        }
    }
}
