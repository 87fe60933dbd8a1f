using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Language.Parses.Network;

/// <summary>
/// Products of dense matrices. The right-hand matrix is packed into panels of 32 columns. Each element of the result is one chain of fused
/// multiply-adds in the order of the inner index, whatever the tile, the vector width or the other rows: so results do not depend on how rows are batched.
/// </summary>
internal static unsafe class Gemm
{
    /// <summary>Columns of a panel; widths of all matrices are padded to a multiple of it.</summary>
    public const int Panel = 32;

    // A whole chain at once for all matrices here: sums are then read and written once.
    private const int InnerBlock = 512;

    public static int Pad(int columns) => (columns + Panel - 1) / Panel * Panel;

    /// <summary>How many floats the packed form of a matrix of <paramref name="inner"/> rows takes.</summary>
    public static long PackedSize(int inner, int columns) => (long)inner * Pad(columns);

    /// <summary>Packs b[k * rowStride + j * columnStride], k below <paramref name="inner"/>, j below <paramref name="columns"/>; what is missing in the last panel becomes zero.</summary>
    public static void Pack(float* b, int inner, int columns, int rowStride, int columnStride, float* packed)
    {
        for (var j0 = 0; j0 < columns; j0 += Panel)
        {
            var width = Math.Min(Panel, columns - j0);
            for (var k = 0; k < inner; k++, packed += Panel)
            {
                var row = b + (long)k * rowStride + (long)j0 * columnStride;
                if (columnStride == 1 && width == Panel)
                {
                    Vector512.Load(row).Store(packed);
                    Vector512.Load(row + 16).Store(packed + 16);
                    continue;
                }
                for (var j = 0; j < width; j++) packed[j] = row[(long)j * columnStride];
                for (var j = width; j < Panel; j++) packed[j] = 0;
            }
        }
    }

    /// <summary>
    /// c = a·b, or c += a·b where <paramref name="add"/>: a is <paramref name="rows"/> × <paramref name="inner"/> with <paramref name="lda"/> floats a row,
    /// b packed, c written in whole panels.
    /// </summary>
    public static void Multiply(int rows, int columns, int inner, float* a, int lda, float* packed, float* c, int ldc, bool add) =>
        Multiply(rows, columns, inner, a, lda, packed, c, ldc, add ? c : null, ldc);

    /// <summary>c = start + a·b: the rows of <paramref name="start"/> lie <paramref name="step"/> floats apart, 0 where it is one row for all; null for none.</summary>
    public static void Multiply(int rows, int columns, int inner, float* a, int lda, float* packed, float* c, int ldc, float* start, int step)
    {
        var padded = Pad(columns);
        if (rows <= 2 && padded % (2 * Panel) == 0 && Vector512.IsHardwareAccelerated)
        {
            for (var j = 0; j < padded; j += 2 * Panel) Rows2(rows, inner, a, lda, packed + (long)j * inner, c + j, ldc, start == null ? null : start + j, step);
            return;
        }
        for (var k0 = 0; k0 < inner; k0 += InnerBlock)
        {
            var k = Math.Min(InnerBlock, inner - k0);
            for (var j = 0; j < padded; j += Panel)
                Column(rows, k, a + k0, lda, packed + (long)j * inner + (long)k0 * Panel, c + j, ldc, start == null ? null : start + j, step);
            start = c;   // what comes after goes on from there
            step = ldc;
        }
    }

    // One panel's part of all rows.
    private static void Column(int rows, int k, float* a, int lda, float* b, float* c, int ldc, float* start, int step)
    {
        var i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i + 8 <= rows; i += 8) Rows8(k, a + (long)i * lda, lda, b, c + (long)i * ldc, ldc, Row(start, step, i), step);
            for (; i + 1 < rows; i += 4) Rows4(Math.Min(4, rows - i), k, a + (long)i * lda, lda, b, c + (long)i * ldc, ldc, Row(start, step, i), step);
            if (i < rows) Rows1(k, a + (long)i * lda, b, c + (long)i * ldc, Row(start, step, i));
            return;
        }
        for (; i + 4 <= rows; i += 4)
        {
            NarrowRows4(k, a + (long)i * lda, lda, b, c + (long)i * ldc, ldc, Row(start, step, i), step);
            NarrowRows4(k, a + (long)i * lda, lda, b + 16, c + (long)i * ldc + 16, ldc, start == null ? null : Row(start, step, i) + 16, step);
        }
        for (; i < rows; i++) NarrowRows1(k, a + (long)i * lda, b, c + (long)i * ldc, Row(start, step, i));
    }

    private static float* Row(float* start, int step, int row) => start == null ? null : start + (long)row * step;

    [SkipLocalsInit]
    private static void Rows8(int k, float* a, int lda, float* b, float* c, int ldc, float* start, int step)
    {
        Vector512<float> c00, c01, c10, c11, c20, c21, c30, c31, c40, c41, c50, c51, c60, c61, c70, c71;
        if (start != null)
        {
            var r = start;
            (c00, c01) = (Vector512.Load(r), Vector512.Load(r + 16)); r += step;
            (c10, c11) = (Vector512.Load(r), Vector512.Load(r + 16)); r += step;
            (c20, c21) = (Vector512.Load(r), Vector512.Load(r + 16)); r += step;
            (c30, c31) = (Vector512.Load(r), Vector512.Load(r + 16)); r += step;
            (c40, c41) = (Vector512.Load(r), Vector512.Load(r + 16)); r += step;
            (c50, c51) = (Vector512.Load(r), Vector512.Load(r + 16)); r += step;
            (c60, c61) = (Vector512.Load(r), Vector512.Load(r + 16)); r += step;
            (c70, c71) = (Vector512.Load(r), Vector512.Load(r + 16));
        }
        else
        {
            c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = c40 = c41 = c50 = c51 = c60 = c61 = c70 = c71 = Vector512<float>.Zero;
        }
        float* a1 = a + lda, a2 = a1 + lda, a3 = a2 + lda, a4 = a3 + lda, a5 = a4 + lda, a6 = a5 + lda, a7 = a6 + lda;
        for (nint p = 0; p < k; p++, b += Panel)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var x = Vector512.Create(a[p]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00); c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a1[p]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10); c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a2[p]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20); c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a3[p]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30); c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(a4[p]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40); c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(a5[p]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50); c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
            x = Vector512.Create(a6[p]);
            c60 = Vector512.FusedMultiplyAdd(x, b0, c60); c61 = Vector512.FusedMultiplyAdd(x, b1, c61);
            x = Vector512.Create(a7[p]);
            c70 = Vector512.FusedMultiplyAdd(x, b0, c70); c71 = Vector512.FusedMultiplyAdd(x, b1, c71);
        }
        c00.Store(c); c01.Store(c + 16); c += ldc;
        c10.Store(c); c11.Store(c + 16); c += ldc;
        c20.Store(c); c21.Store(c + 16); c += ldc;
        c30.Store(c); c31.Store(c + 16); c += ldc;
        c40.Store(c); c41.Store(c + 16); c += ldc;
        c50.Store(c); c51.Store(c + 16); c += ldc;
        c60.Store(c); c61.Store(c + 16); c += ldc;
        c70.Store(c); c71.Store(c + 16);
    }

    // Three rows are done as four of which the last is done twice, since that takes no longer; so are two.
    [SkipLocalsInit]
    private static void Rows4(int rows, int k, float* a, int lda, float* b, float* c, int ldc, float* start, int step)
    {
        float* d1 = c + ldc, d2 = rows > 2 ? d1 + ldc : d1, d3 = rows > 3 ? d2 + ldc : d2;
        Vector512<float> c00, c01, c10, c11, c20, c21, c30, c31;
        if (start != null)
        {
            float* s1 = start + step, s2 = rows > 2 ? s1 + step : s1, s3 = rows > 3 ? s2 + step : s2;
            (c00, c01) = (Vector512.Load(start), Vector512.Load(start + 16));
            (c10, c11) = (Vector512.Load(s1), Vector512.Load(s1 + 16));
            (c20, c21) = (Vector512.Load(s2), Vector512.Load(s2 + 16));
            (c30, c31) = (Vector512.Load(s3), Vector512.Load(s3 + 16));
        }
        else
        {
            c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = Vector512<float>.Zero;
        }
        float* a1 = a + lda, a2 = rows > 2 ? a1 + lda : a1, a3 = rows > 3 ? a2 + lda : a2;
        for (nint p = 0; p < k; p++, b += Panel)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var x = Vector512.Create(a[p]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00); c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a1[p]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10); c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a2[p]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20); c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a3[p]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30); c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
        }
        c00.Store(c); c01.Store(c + 16);
        c10.Store(d1); c11.Store(d1 + 16);
        c20.Store(d2); c21.Store(d2 + 16);
        c30.Store(d3); c31.Store(d3 + 16);
    }

    // Two panels side by side, since one or two rows of one panel would wait for their own sums.
    [SkipLocalsInit]
    private static void Rows2(int rows, int k, float* a, int lda, float* b, float* c, int ldc, float* start, int step)
    {
        float* a1 = rows > 1 ? a + lda : a, d1 = rows > 1 ? c + ldc : c, next = b + (long)k * Panel;
        Vector512<float> c00, c01, c02, c03, c10, c11, c12, c13;
        if (start != null)
        {
            var s1 = rows > 1 ? start + step : start;
            (c00, c01, c02, c03) = (Vector512.Load(start), Vector512.Load(start + 16), Vector512.Load(start + 32), Vector512.Load(start + 48));
            (c10, c11, c12, c13) = (Vector512.Load(s1), Vector512.Load(s1 + 16), Vector512.Load(s1 + 32), Vector512.Load(s1 + 48));
        }
        else
        {
            c00 = c01 = c02 = c03 = c10 = c11 = c12 = c13 = Vector512<float>.Zero;
        }
        for (nint p = 0; p < k; p++, b += Panel, next += Panel)
        {
            var (x, y) = (Vector512.Create(a[p]), Vector512.Create(a1[p]));
            var b0 = Vector512.Load(b);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00); c10 = Vector512.FusedMultiplyAdd(y, b0, c10);
            b0 = Vector512.Load(b + 16);
            c01 = Vector512.FusedMultiplyAdd(x, b0, c01); c11 = Vector512.FusedMultiplyAdd(y, b0, c11);
            b0 = Vector512.Load(next);
            c02 = Vector512.FusedMultiplyAdd(x, b0, c02); c12 = Vector512.FusedMultiplyAdd(y, b0, c12);
            b0 = Vector512.Load(next + 16);
            c03 = Vector512.FusedMultiplyAdd(x, b0, c03); c13 = Vector512.FusedMultiplyAdd(y, b0, c13);
        }
        c00.Store(c); c01.Store(c + 16); c02.Store(c + 32); c03.Store(c + 48);
        c10.Store(d1); c11.Store(d1 + 16); c12.Store(d1 + 32); c13.Store(d1 + 48);
    }

    private static void Rows1(int k, float* a, float* b, float* c, float* start)
    {
        var c0 = start != null ? Vector512.Load(start) : Vector512<float>.Zero;
        var c1 = start != null ? Vector512.Load(start + 16) : Vector512<float>.Zero;
        for (nint p = 0; p < k; p++, b += Panel)
        {
            var x = Vector512.Create(a[p]);
            c0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b), c0);
            c1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 16), c1);
        }
        c0.Store(c);
        c1.Store(c + 16);
    }

    [SkipLocalsInit]
    private static void NarrowRows4(int k, float* a, int lda, float* b, float* c, int ldc, float* start, int step)
    {
        float* d1 = c + ldc, d2 = d1 + ldc, d3 = d2 + ldc;
        Vector256<float> c00, c01, c10, c11, c20, c21, c30, c31;
        if (start != null)
        {
            float* s1 = start + step, s2 = s1 + step, s3 = s2 + step;
            (c00, c01) = (Vector256.Load(start), Vector256.Load(start + 8));
            (c10, c11) = (Vector256.Load(s1), Vector256.Load(s1 + 8));
            (c20, c21) = (Vector256.Load(s2), Vector256.Load(s2 + 8));
            (c30, c31) = (Vector256.Load(s3), Vector256.Load(s3 + 8));
        }
        else
        {
            c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = Vector256<float>.Zero;
        }
        float* a1 = a + lda, a2 = a1 + lda, a3 = a2 + lda;
        for (nint p = 0; p < k; p++, b += Panel)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + 8);
            var x = Vector256.Create(a[p]);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00); c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            x = Vector256.Create(a1[p]);
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10); c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            x = Vector256.Create(a2[p]);
            c20 = Vector256.FusedMultiplyAdd(x, b0, c20); c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
            x = Vector256.Create(a3[p]);
            c30 = Vector256.FusedMultiplyAdd(x, b0, c30); c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
        }
        c00.Store(c); c01.Store(c + 8);
        c10.Store(d1); c11.Store(d1 + 8);
        c20.Store(d2); c21.Store(d2 + 8);
        c30.Store(d3); c31.Store(d3 + 8);
    }

    private static void NarrowRows1(int k, float* a, float* b, float* c, float* start)
    {
        for (var j = 0; j < Panel; j += 8)
        {
            var sum = start != null ? Vector256.Load(start + j) : Vector256<float>.Zero;
            var column = b + j;
            for (nint p = 0; p < k; p++, column += Panel) sum = Vector256.FusedMultiplyAdd(Vector256.Create(a[p]), Vector256.Load(column), sum);
            sum.Store(c + j);
        }
    }
}
