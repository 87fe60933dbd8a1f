using OnRecord.Lab.Training;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Tests.Parses;

public sealed unsafe class GemmTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 33, 7)]
    [InlineData(8, 64, 256)]
    [InlineData(13, 95, 257)]
    [InlineData(21, 32, 600)]
    public void Products_are_those_of_the_textbook(int rows, int columns, int inner)
    {
        using var a = Random(rows * inner, 1);
        using var b = Random(inner * columns, 2);
        using var c = Product(rows, columns, inner, a, b, columns, 1);
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < inner; k++) sum += (double)a.Data[i * inner + k] * b.Data[k * columns + j];
                ((double)c.Data[i * Gemm.Pad(columns) + j]).ShouldBe(sum, 1e-4 * Math.Sqrt(inner));
            }
    }

    [Fact]
    public void A_turned_matrix_packs_to_the_same_panels()
    {
        const int Inner = 19, Columns = 45;
        using var b = Random(Inner * Columns, 3);
        using var turned = new Floats(Inner * Columns);
        Simple.Turn(b.Data, Columns, Inner, Columns, turned.Data);
        using var one = new Floats(Gemm.PackedSize(Inner, Columns));
        using var other = new Floats(Gemm.PackedSize(Inner, Columns));
        Gemm.Pack(b.Data, Inner, Columns, Columns, 1, one.Data);
        Gemm.Pack(turned.Data, Inner, Columns, 1, Inner, other.Data);
        one.Span(Inner * 64).SequenceEqual(other.Span(Inner * 64)).ShouldBeTrue();
    }

    [Fact]
    public void A_row_has_the_same_bits_whatever_rows_stand_beside_it()
    {
        const int Inner = 300, Columns = 64;
        using var a = Random(17 * Inner, 4);
        using var b = Random(Inner * Columns, 5);
        using var all = Product(17, Columns, Inner, a, b, Columns, 1);
        for (var i = 0; i < 17; i++)
        {
            using var row = new Floats(Inner);
            a.Span(17 * Inner).Slice(i * Inner, Inner).CopyTo(row.Span(Inner));
            using var alone = Product(1, Columns, Inner, row, b, Columns, 1);
            alone.Span(Columns).SequenceEqual(all.Span(17 * Columns).Slice(i * Columns, Columns)).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(-100f)]
    [InlineData(-3.3f)]
    [InlineData(-1e-3f)]
    [InlineData(0f)]
    [InlineData(0.7f)]
    [InlineData(20f)]
    [InlineData(100f)]
    public void Cells_follow_the_equations_of_the_LSTM(float x)
    {
        const int Width = 8;
        using var gates = new Floats(4 * Width);
        using var before = new Floats(Width);
        using var cell = new Floats(Width);
        using var output = new Floats(Width);
        gates.Span(4 * Width).Fill(x);
        before.Span(Width).Fill(0.5f);
        Simd.Cell(gates.Data, before.Data, cell.Data, output.Data, Width);
        var sigmoid = 1 / (1 + Math.Exp(-x));
        var expected = sigmoid * 0.5 + sigmoid * Math.Tanh(x);
        ((double)cell.Data[3]).ShouldBe(expected, 1e-6);
        ((double)output.Data[3]).ShouldBe(sigmoid * Math.Tanh(expected), 1e-6);
    }

    private static Floats Random(int count, ulong seed)
    {
        var floats = new Floats(count);
        var noise = new Noise(seed);
        foreach (ref var f in floats.Span(count)) f = 2 * noise.Uniform() - 1;
        return floats;
    }

    private static Floats Product(int rows, int columns, int inner, Floats a, Floats b, int rowStride, int columnStride)
    {
        using var packed = new Floats(Gemm.PackedSize(inner, columns));
        Gemm.Pack(b.Data, inner, columns, rowStride, columnStride, packed.Data);
        var c = new Floats((long)rows * Gemm.Pad(columns));
        Gemm.Multiply(rows, columns, inner, a.Data, inner, packed.Data, c.Data, Gemm.Pad(columns), true);
        return c;
    }
}
