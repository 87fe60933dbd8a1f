using System.Numerics.Tensors;

namespace OnRecord.Lab.Training;

/// <summary>Adam with clipping by the norm of the whole gradient; rows of tables that a batch does not touch stay as they are.</summary>
internal sealed unsafe class Adam(Parameters parameters, int threads)
{
    private const float FirstDecay = 0.9f, SecondDecay = 0.98f, Tiny = 1e-8f, Most = 5f;

    /// <summary>Adds the workers' gradients up and moves the weights; gives the norm.</summary>
    public double Step(float rate, long step)
    {
        var dense = parameters.Dense;
        var norms = new double[dense.Length + parameters.Tables.Length];
        Parallel.For(0, norms.Length, new ParallelOptions { MaxDegreeOfParallelism = threads },
            i => norms[i] = i < dense.Length ? Merge(dense[i]) : Merge(parameters.Tables[i - dense.Length]));
        var norm = Math.Sqrt(norms.Sum());
        var clip = (float)Math.Min(1, Most / (norm + 1e-12));
        rate *= (float)(1 / (1 - Math.Pow(FirstDecay, step)));
        var correction = (float)(1 / (1 - Math.Pow(SecondDecay, step)));
        void Move(float* value, float* first, float* second, float* gradient, long count, float clip) =>
            Simple.Move(value, first, second, gradient, count, clip, FirstDecay, SecondDecay, rate, correction, Tiny);
        Parallel.For(0, norms.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            if (i < dense.Length)
            {
                var p = dense[i];
                Move(p.Value.Data, p.First.Data, p.Second.Data, p.Gradients[0].Data, p.Count, clip);
                p.Pack();
                return;
            }
            var table = parameters.Tables[i - dense.Length];
            for (var w = 0; w < table.Touched.Length; w++)
            {
                foreach (var row in table.Touched[w])
                {
                    var at = (long)row * table.Width;
                    if (w == 0 || !table.IsTouched[0][row])
                        Move(table.Value.Data + at, table.First.Data + at, table.Second.Data + at, table.Gradients[w].Data + at, table.Width, clip);
                    new Span<float>(table.Gradients[w].Data + at, table.Width).Clear();
                    if (w > 0) table.IsTouched[w][row] = false;
                }
            }
            foreach (var row in table.Touched[0]) table.IsTouched[0][row] = false;
            foreach (var touched in table.Touched) touched.Clear();
        });
        return norm;
    }

    private static double Merge(Parameter p)
    {
        var total = p.Gradients[0].Data;
        for (var w = 1; w < p.Gradients.Length; w++)
        {
            var other = p.Gradients[w].Data;
            Simple.Add(total, other, p.Count);
        }
        return Square(total, p.Count);
    }

    // With two workers: a row that both touched is summed into the first's gradient.
    private static double Merge(Table table)
    {
        var norm = 0.0;
        for (var w = 1; w < table.Touched.Length; w++)
            foreach (var row in table.Touched[w])
            {
                var at = (long)row * table.Width;
                if (table.IsTouched[0][row])
                    Simple.Add(table.Gradients[0].Data + at, table.Gradients[w].Data + at, table.Width);
                else norm += Square(table.Gradients[w].Data + at, table.Width);
            }
        foreach (var row in table.Touched[0]) norm += Square(table.Gradients[0].Data + (long)row * table.Width, table.Width);
        return norm;
    }

    private static double Square(float* x, long count) => TensorPrimitives.SumOfSquares(new ReadOnlySpan<float>(x, (int)count));
}
