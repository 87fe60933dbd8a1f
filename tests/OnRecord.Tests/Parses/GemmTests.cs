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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(9)]
    public void Few_rows_have_the_bits_that_they_have_among_many_and_begin_with_the_row_given(int rows)
    {
        const int Inner = 70, Columns = 96, Many = 17;
        using var a = Random(Many * Inner, 7);
        using var b = Random(Inner * Columns, 8);
        using var start = Random(Columns, 9);
        using var packed = new Floats(Gemm.PackedSize(Inner, Columns));
        using var few = new Floats(Many * Columns);
        using var many = new Floats(Many * Columns);
        Gemm.Pack(b.Data, Inner, Columns, Columns, 1, packed.Data);
        for (var i = 0; i < Many; i++) start.Span(Columns).CopyTo(many.Span(Many * Columns)[(i * Columns)..]);
        foreach (var columns in (int[])[Columns, 64])   // an odd number of panels, an even one
        {
            Gemm.Multiply(rows, columns, Inner, a.Data, Inner, packed.Data, few.Data, Columns, start.Data, 0);
            if (columns == Columns) Gemm.Multiply(Many, columns, Inner, a.Data, Inner, packed.Data, many.Data, Columns, true);
            for (var i = 0; i < rows; i++)
                few.Span(Many * Columns).Slice(i * Columns, columns).SequenceEqual(many.Span(Many * Columns).Slice(i * Columns, columns)).ShouldBeTrue();
        }
        few.Span(Many * Columns)[(rows * Columns)..].ContainsAnyExcept(0f).ShouldBeFalse();
    }

    [Fact]
    public void Cells_have_the_same_bits_however_many_lanes_there_are_at_a_time()
    {
        const int Wide = 32, Narrow = 8;
        using var gates = Random(4 * Wide, 10);
        using var before = Random(Wide, 11);
        using var part = new Floats(4 * Narrow);
        using var parts = new Floats(2 * Wide);
        using var whole = new Floats(2 * Wide);
        for (var at = 0; at < Wide; at += Narrow)
        {
            for (var gate = 0; gate < 4; gate++) gates.Span(4 * Wide).Slice(gate * Wide + at, Narrow).CopyTo(part.Span(4 * Narrow)[(gate * Narrow)..]);
            Simd.Cell(part.Data, before.Data + at, parts.Data + at, parts.Data + Wide + at, Narrow);
        }
        Simd.Cell(gates.Data, before.Data, whole.Data, whole.Data + Wide, Wide);
        whole.Span(2 * Wide).SequenceEqual(parts.Span(2 * Wide)).ShouldBeTrue();
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
