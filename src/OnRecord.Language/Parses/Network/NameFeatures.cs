using System.Numerics;

namespace OnRecord.Language.Parses.Network;

/// <summary>What the network of names sees of a word besides its characters, as bits: the listed names that it is part of, how the sentence is written, its part of speech.</summary>
internal static class NameFeatures
{
    // Of each class of listed names: the word is one, begins one, is inside one.
    private const int Single = 0, Begin = NameList.Classes, Inside = 2 * NameList.Classes;
    private const int First = 3 * NameList.Classes, Capitals = First + 1, Titled = First + 2;

    /// <summary>The first bit for the parts of speech.</summary>
    public const int Upos = First + 3;

    /// <summary>The bits that only training sets: what treats names otherwise than Universal NER does.</summary>
    public const int Elsewhere = Upos + (int)Parses.Upos.X + 1;

    /// <summary>How many there are.</summary>
    public const int Count = Elsewhere + 3;

    /// <summary>The bits of parts of speech.</summary>
    public const ulong AllTags = ((1ul << Elsewhere) - 1) & ~((1ul << Upos) - 1);

    /// <summary>The bits of listed names.</summary>
    public const ulong Lists = (1ul << First) - 1;

    /// <summary>Sets the bits of a sentence's words, all but the part of speech.</summary>
    public static void Set(ReadOnlySpan<Form> forms, NameList list, Span<ulong> bits)
    {
        bits.Clear();
        var style = Style(forms);
        for (var i = 0; i < forms.Length; i++)
        {
            bits[i] |= style;
            if (i == 0 || forms[i - 1].Text is "\"" or "\u201C" or ":" or "-" or "*") bits[i] |= 1ul << First;
            var one = list.Find(forms[i]);
            bits[i] |= (ulong)(one & ~NameList.Longer) << Single;
            if ((one & NameList.Longer) == 0) continue;
            var hash = NameList.Add(WordTable.Start, forms[i].Text);
            int known = 0, length = 0;
            for (var n = 2; n <= NameList.Longest && i + n <= forms.Length; n++)
            {
                hash = NameList.Add(WordTable.Add(hash, ' '), forms[i + n - 1].Text);
                var more = list.Find(WordTable.Finish(hash));
                if ((more & ~NameList.Longer) != 0) (known, length) = (more & ~NameList.Longer, n);
                if ((more & NameList.Longer) == 0) break;
            }
            if (length == 0) continue;
            bits[i] |= (ulong)known << Begin;
            for (var k = 1; k < length; k++) bits[i + k] |= (ulong)known << Inside;
        }
    }

    /// <summary>Adds the weights of the bits to a row of sums.</summary>
    public static unsafe void AddTo(float* sums, ulong bits, float* weights, int width)
    {
        for (; bits != 0; bits &= bits - 1)
        {
            var index = BitOperations.TrailingZeroCount(bits);
            for (var j = 0; j < width; j += Gemm.Panel)
                Simd.Add(sums + j, weights + ((long)j * Count + (long)index * Gemm.Panel), Gemm.Panel);
        }
    }

    // Whole sentences in capitals, or with a capital to every longer word, tell little by their capitals.
    private static ulong Style(ReadOnlySpan<Form> forms)
    {
        int words = 0, capitals = 0, longer = 0, titled = 0;
        foreach (var form in forms)
        {
            var text = form.Text;
            if (text.Length < 2 || !char.IsLetter(text[0])) continue;
            words++;
            if (char.IsUpper(text[0]) && char.IsUpper(text[1])) capitals++;
            if (text.Length < 4) continue;
            longer++;
            if (char.IsUpper(text[0])) titled++;
        }
        return (words > 2 && capitals * 10 > words * 7 ? 1ul << Capitals : 0) | (longer > 2 && titled * 10 > longer * 7 ? 1ul << Titled : 0);
    }
}
