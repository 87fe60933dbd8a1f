using OnRecord.Lab.Building;
using OnRecord.Lab.Scores;

namespace OnRecord.Lab.Reading;

/// <summary>A public set that reading is measured on. To plug one in, write a class and name it in <see cref="ReadingSets"/>.</summary>
internal interface IReadingSet
{
    /// <summary>The name by which the command takes it alone ("plover").</summary>
    string Name { get; }

    /// <summary>What must be there under the folder of data ("plover/gsr.json"); a set whose data is not there is left out, and that is said.</summary>
    string Needs { get; }

    /// <summary>Measures; <paramref name="path"/> is where <see cref="Needs"/> stands.</summary>
    IEnumerable<Figure> Measure(string path, ReadingTools tools);
}

/// <summary>One figure beside its bar.</summary>
/// <param name="Measure">What was measured, in a few words.</param>
/// <param name="Value">The figure.</param>
/// <param name="Bar">What it should come to.</param>
/// <param name="AtMost">True where the bar is a ceiling.</param>
/// <param name="Of">What it was measured over ("172 records").</param>
internal sealed record Figure(string Measure, double Value, double Bar, string Of, bool AtMost = false)
{
    public bool Meets => AtMost ? Value <= Bar : Value >= Bar;
}

/// <summary>The sets that `lab score reading` knows, in the order of its table.</summary>
internal static class ReadingSets
{
    public static IReadOnlyList<IReadingSet> All { get; } =
    [
        new PolnearSet(),
        new EventSet("plover", "plover/gsr.json"),
        new EventSet("petrarch", "petrarch/unit-tests.xml"),
        new CaseSet(),
        new IsafSet(),
        new PlaceSet("lgl", "geoparsing/lgl.xml", peoples: true, 70, 83),
        new PlaceSet("geovirus", "geoparsing/GeoVirus.xml", peoples: false, 88, 85),
        new TimeScore(),
    ];
}
