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
        var references = new References(picture.Evidence);
        ImmutableArray<ReportSection> sections =
        [
            Section("happenings", "What happened", lines.Happenings(), "The record knows of nothing that happened."),
            Section("control", "Who holds what", lines.Control(), "The record does not know who holds any place."),
            Section("tallies", "Counts and shares given", lines.Tallies(), null),
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

        int Most(string key) => key == "control" && options.MaxLines is > 1 and < int.MaxValue / ControlFactor ? options.MaxLines * ControlFactor : options.MaxLines;

        ReportSection Section(string key, string title, IEnumerable<Line> all, string? nothing)
        {
            var ordered = all.OrderByDescending(line => line.Weight).ThenBy(line => line.Text, StringComparer.Ordinal).ThenBy(line => line.Entries[0], StringComparer.Ordinal).ToList();
            var shown = ordered.Take(Most(key)).Select(line => new ReportLine(line.Text, references.To(line.Entries))).ToImmutableArray();
            return new ReportSection(key, title, shown, ordered.Count - shown.Length, shown.Length == 0 ? nothing : null);
        }
    }

    /// <summary>Numbers entries in the order in which lines name them.</summary>
    private sealed class References(Evidence evidence)
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public ImmutableArray<int> To(ImmutableArray<string> entries)
        {
            foreach (var entry in entries) _numbers.TryAdd(entry, _numbers.Count + 1);
            return [.. entries.Select(entry => _numbers[entry]).Order()];
        }

        public ImmutableArray<Reference> All(Privacy privacy, int length) => [.. _numbers.OrderBy(pair => pair.Value).Select(pair =>
        {
            var entry = evidence.Entry(pair.Key);
            var article = evidence.Article(entry);
            return new Reference(pair.Value, pair.Key, entry.Outlet, entry.Published, article?.Title, article?.Url,
                article is null ? null : privacy.Words(entry, article, length));
        })];
    }
}

/// <summary>A line before it is placed: its words, its weight, and the entries it rests on, of which there is always one.</summary>
internal sealed record Line(string Text, double Weight, ImmutableArray<string> Entries);
