using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

/// <summary>One worker's gradients of weights, with the room that making them takes.</summary>
internal sealed unsafe class Products(int worker)
{
    private readonly Floats _turned = new(), _packed = new();

    /// <summary>Adds the gradient of b in c = a·b, which is the turned a times the gradient of c, and that of the bias.</summary>
    public void WeightGradient(int rows, float* a, int lda, float* gradient, int ldg, Parameter weight, Parameter? bias)
    {
        var turned = _turned.Ensure((long)rows * weight.Rows);
        Simple.Turn(a, lda, rows, weight.Rows, turned);
        var packed = _packed.Ensure(Gemm.PackedSize(rows, weight.Stride));
        Gemm.Pack(gradient, rows, weight.Stride, ldg, 1, packed);
        Gemm.Multiply(weight.Rows, weight.Stride, rows, turned, rows, packed, weight.Gradients[worker].Data, weight.Stride, true);
        if (bias is not null) BiasGradient(rows, gradient, ldg, bias);
    }

    /// <summary>Adds the gradient of a bias.</summary>
    public void BiasGradient(int rows, float* gradient, int ldg, Parameter bias)
    {
        var target = bias.Gradients[worker].Data;
        for (var r = 0; r < rows; r++) Simple.Add(target, gradient + (long)r * ldg, bias.Columns);
    }
}
