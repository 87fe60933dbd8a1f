using System.Collections.Immutable;

namespace OnRecord.Language.Parses.Network;

/// <summary>What the network sees of a word's characters: rows of the vectors and of the learned tables. The same characters always give the same rows.</summary>
internal sealed class Form
{
    private const int Single = 10;
    private const int GramReach = 24;

    /// <summary>The table of shapes.</summary>
    public const int ShapeTable = 9;

    private List<(int Script, Upos Upos, string Lemma)>? _lemmas;

    private Form(string text, int vector, int[] rows, int[] grams) => (Text, Vector, Rows, Grams) = (text, vector, rows, grams);

    /// <summary>The characters as they stand in the text.</summary>
    public string Text { get; }

    /// <summary>The row of the frozen vectors; -1 for a word that has none.</summary>
    public int Vector { get; }

    /// <summary>A row of each learned table but the last: word, prefixes of one to four characters, suffixes of one to four, shape.</summary>
    public int[] Rows { get; }

    /// <summary>Rows of the last table, of which the mean is taken: runs of three and four characters.</summary>
    public int[] Grams { get; }

    /// <summary>What the list of names knows of the form alone, once it was asked; -1 before.</summary>
    public int Listed { get; set; } = -1;

    /// <summary>Where the form lies among those of the block <see cref="Stamp"/> whose products are not kept.</summary>
    public int Slot { get; set; }

    /// <summary>The last block that the form was in.</summary>
    public int Stamp { get; set; } = -1;

    /// <summary>The row under which the first layers' products of the form are kept; -1 where they are not.</summary>
    public int Kept { get; set; } = -1;

    /// <summary>The learned tables, in order, the last one for runs of characters; rows of the first are the known words and, as row 0, all others.</summary>
    public static ImmutableArray<string> Tables { get; } = ["word", "prefix1", "prefix2", "prefix3", "prefix4", "suffix1", "suffix2", "suffix3", "suffix4", "shape", "grams"];

    /// <summary>The lemma made before for these labels, or null.</summary>
    public string? Lemma(int script, Upos upos)
    {
        if (_lemmas is null) return null;
        foreach (var known in _lemmas)
            if (known.Script == script && known.Upos == upos) return known.Lemma;
        return null;
    }

    /// <summary>Keeps a lemma.</summary>
    public void Keep(int script, Upos upos, string lemma) => (_lemmas ??= new(1)).Add((script, upos, lemma));

    /// <summary>Lower case, with typographic quotation marks made plain.</summary>
    public static string Normal(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = Normal(source[i]);
    });

    /// <summary>A character in normal form.</summary>
    public static char Normal(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u02BC' => '\'',
        '\u201C' or '\u201D' => '"',
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>The rows of a word.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="vectors">The words that have vectors.</param>
    /// <param name="known">The words that have rows of their own in the first table.</param>
    /// <param name="sizes">The number of rows of each table.</param>
    public static Form Of(string text, WordTable vectors, WordTable known, ReadOnlySpan<int> sizes)
    {
        var normal = Normal(text);
        var hash = WordTable.Hash(normal);
        var rows = new int[Single];
        rows[0] = known.Find(hash) + 1;
        for (var n = 1; n <= 4; n++)
        {
            var length = Math.Min(n, normal.Length);
            rows[n] = Bucket(normal.AsSpan(0, length), n, sizes[n]);
            rows[4 + n] = Bucket(normal.AsSpan(normal.Length - length), 4 + n, sizes[4 + n]);
        }
        Span<char> shape = stackalloc char[16];
        rows[ShapeTable] = Bucket(shape[..Shape(text, shape)], ShapeTable, sizes[ShapeTable]);
        return new(text, vectors.Find(hash), rows, CharacterRuns(normal, sizes[10]));
    }

    private static int Bucket(ReadOnlySpan<char> text, int table, int size) => (int)(WordTable.Hash(text, (ulong)table) % (ulong)size);

    private static int[] CharacterRuns(string normal, int size)
    {
        if (normal.Length > 2 * GramReach) normal = string.Concat(normal.AsSpan(0, GramReach), normal.AsSpan(normal.Length - GramReach));
        var marked = $"<{normal}>";
        var rows = new List<int>(2 * marked.Length);
        for (var n = 3; n <= 4; n++)
            for (var i = 0; i + n <= marked.Length; i++)
                rows.Add(Bucket(marked.AsSpan(i, n), 10, size));
        return [.. rows];
    }

    private static int Shape(string text, Span<char> shape)
    {
        int length = 0, run = 0;
        foreach (var c in text)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? 'd' : char.IsLetter(c) ? 'l' : c;
            run = length > 0 && shape[length - 1] == kind ? run + 1 : 1;
            if (run > 3) continue;
            shape[length++] = kind;
            if (length == shape.Length) break;
        }
        return length;
    }
}
