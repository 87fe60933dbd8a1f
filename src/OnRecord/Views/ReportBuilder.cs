using System.Collections.Immutable;
using OnRecord.Pictures;

namespace OnRecord.Views;

/// <summary>Writes a situation report from a picture.</summary>
internal static class ReportBuilder
{
    // Places are many and their lines short.
    private const int ControlFactor = 3;

    public static SituationReport Build(Picture picture, ReportOptions options)
    {
        var privacy = new Privacy(options.Names, PublicPersons.Of(picture.Evidence));
        var lines = new ReportLines(picture, new Phrases(privacy, picture.Evidence, picture.AsOf.Year), options.Area);
        var references = new References([picture.Evidence]);
        ImmutableArray<ReportSection> sections =
        [
            Section("happenings", "What happened", lines.Happenings(), "The record knows of nothing that happened."),
            Section("control", "Who holds what", lines.Control(), "The record does not know who holds any place.", lines.Unanswered()),
            Section("areas", "Countries and provinces, as far as their places are known", lines.Areas(), null),
            Section("tallies", "Counts and shares given", lines.Tallies(), null),
            Section("deadlines", "Deadlines ahead, the nearest first", lines.Deadlines(), null),
            Section("commitments", "Announced, threatened, promised", lines.Commitments(), "The record knows of no plan, threat or promise."),
            Section("harm", "Harm to people", lines.Harm(), "The record knows of no harm to people; that does not mean that there was none."),
            Section("movements", "On the move", lines.Movements(), "The record knows of no movements."),
            Section("disagreements", "Where reports disagree", lines.Disagreements(), "The record holds no claims that exclude each other."),
        ];
        return new SituationReport
        {
            AsOf = picture.AsOf,
            KnownAt = picture.KnownAt,
            Area = options.Area,
            Sections = [.. sections.Where(section => section.Lines.Length > 0 || section.Nothing is not null)],
            References = references.All(privacy, options.WordsLength),
        };

        ReportSection Section(string key, string title, IEnumerable<Line> all, string? nothing, string? unanswered = null) =>
            ReportBuilder.Section(key, title, all, Most(key), references, nothing, unanswered);

        int Most(string key) => key == "control" && options.MaxLines is > 1 and < int.MaxValue / ControlFactor ? options.MaxLines * ControlFactor : options.MaxLines;
    }

    /// <summary>A section of the weightiest lines; those that have a day are put in the order of days, the latest first.</summary>
    public static ReportSection Section(string key, string title, IEnumerable<Line> all, int most, References references, string? nothing, string? unanswered)
    {
        var ordered = all.OrderByDescending(line => line.Weight).ThenBy(line => line.Text, StringComparer.Ordinal).ThenBy(line => line.Entries[0], StringComparer.Ordinal).ToList();
        var shown = ordered.Take(most).OrderByDescending(line => line.Day).Select(line => new ReportLine(line.Text, references.To(line.Entries)) { Id = line.Id }).ToImmutableArray();
        return new ReportSection(key, title, shown, ordered.Count - shown.Length, shown.Length == 0 ? unanswered ?? nothing : unanswered);
    }
}

/// <summary>A line before it is placed: the id of what it tells, its words, its weight, and the entries it rests on, of which there is always one.</summary>
internal sealed record Line(string Id, string Text, double Weight, ImmutableArray<string> Entries)
{
    /// <summary>The day by which its section is put in order, where it is.</summary>
    public DateOnly? Day { get; init; }
}
