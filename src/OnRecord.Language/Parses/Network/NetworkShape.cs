using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace OnRecord.Language.Parses.Network;

/// <summary>The widths of the network and the labels that it gives: all that is needed to lay out its weights.</summary>
internal sealed record NetworkShape
{
    /// <summary>Floats of a frozen word vector.</summary>
    public required int Vector { get; init; }

    /// <summary>Rows of each learned table, in the order of <see cref="Form.Tables"/>.</summary>
    public required ImmutableArray<int> TableRows { get; init; }

    /// <summary>Floats of a row of each learned table.</summary>
    public required ImmutableArray<int> TableWidths { get; init; }

    /// <summary>Layers of the recurrence.</summary>
    public required int Layers { get; init; }

    /// <summary>Cells of one layer in one direction.</summary>
    public required int Width { get; init; }

    /// <summary>Width of the arc scorer.</summary>
    public required int Arc { get; init; }

    /// <summary>Width of the relation scorer.</summary>
    public required int Relation { get; init; }

    /// <summary>Width before the tags.</summary>
    public required int Tag { get; init; }

    /// <summary>Width before the names in the shared network.</summary>
    public required int Name { get; init; }

    /// <summary>Cells in one direction of the network of names; 0 where there is none.</summary>
    public int NameCells { get; init; }

    /// <summary>Language-specific tags.</summary>
    public required ImmutableArray<string> Xpos { get; init; }

    /// <summary>Sets of features.</summary>
    public required ImmutableArray<string> Feats { get; init; }

    /// <summary>Lemma scripts.</summary>
    public required ImmutableArray<string> Scripts { get; init; }

    /// <summary>Relations.</summary>
    public required ImmutableArray<string> Relations { get; init; }

    /// <summary>Universal tags, in the order of <see cref="Upos"/>.</summary>
    public static int UposCount => (int)OnRecord.Language.Parses.Upos.X + 1;

    /// <summary>The learned tables of the network of names, which looks into them with the rows of the shared shape table and of the character runs.</summary>
    public static ImmutableArray<(string Name, int Rows, int Width)> NameTables { get; } = [("name.shape", 1024, 16), ("name.grams", 8192, 44)];

    /// <summary>Floats of a word's input to the network of names, padded.</summary>
    public int NameInput => Gemm.Pad(Vector + NameFloats);

    private static readonly int NameFloats = NameTables.Sum(t => t.Width);

    /// <summary>Outside, then begin and inside for each <see cref="NameKind"/>.</summary>
    public const int NameLabels = 9;

    /// <summary>Floats of a word's input, padded.</summary>
    public int Input => Gemm.Pad(Vector + TensorPrimitives.Sum(TableWidths.AsSpan()));

    // The heads' hidden layers lie side by side, so that one product makes them all.
    public int ArcDependent => 0;
    public int ArcHead => Arc;
    public int RelationDependent => 2 * Arc;
    public int RelationHead => 2 * Arc + Relation;
    public int TagHidden => 2 * Arc + 2 * Relation;
    public int NameHidden => TagHidden + Tag;
    public int Hidden => NameHidden + Name;

    // And so do the tags' scores.
    public int XposAt => UposCount;
    public int FeatsAt => XposAt + Xpos.Length;
    public int ScriptsAt => FeatsAt + Feats.Length;
    public int Tags => ScriptsAt + Scripts.Length;

    /// <summary>The dense weights, each with its rows and columns.</summary>
    public IEnumerable<(string Name, int Rows, int Columns)> Weights() => [.. SharedWeights(), .. NameWeights()];

    /// <summary>The weights of the network of names.</summary>
    public IEnumerable<(string Name, int Rows, int Columns)> NameWeights()
    {
        if (NameCells == 0) yield break;
        yield return ("name.input", NameInput, 8 * NameCells);
        yield return ("name.features", NameFeatures.Count, 8 * NameCells);
        yield return ("name.bias", 1, 8 * NameCells);
        yield return ("name.forward", NameCells, 4 * NameCells);
        yield return ("name.backward", NameCells, 4 * NameCells);
        yield return ("name.output", 2 * NameCells, NameLabels);
        yield return ("name.output.bias", 1, NameLabels);
        yield return ("name.transitions", NameLabels, NameLabels);
        yield return ("name.share", 1, 1);
    }

    private IEnumerable<(string Name, int Rows, int Columns)> SharedWeights()
    {
        for (var layer = 0; layer < Layers; layer++)
        {
            yield return ($"layer{layer}.input", layer == 0 ? Input : 2 * Width, 8 * Width);
            yield return ($"layer{layer}.bias", 1, 8 * Width);
            yield return ($"layer{layer}.forward", Width, 4 * Width);
            yield return ($"layer{layer}.backward", Width, 4 * Width);
        }
        yield return ("hidden", 2 * Width, Hidden);
        yield return ("hidden.bias", 1, Hidden);
        yield return ("root.arc", 1, Arc);
        yield return ("root.relation", 1, Relation);
        yield return ("arc", Arc, Arc);
        yield return ("arc.bias", 1, Arc);
        yield return ("relation", 3 * Relation, Relations.Length);
        yield return ("relation.bias", 1, Relations.Length);
        yield return ("tags", Tag, Tags);
        yield return ("tags.bias", 1, Tags);
        yield return ("names", Name, NameLabels);
        yield return ("names.bias", 1, NameLabels);
    }
}
