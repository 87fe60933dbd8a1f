using OnRecord.Statements;

namespace OnRecord.Lab.Reading;

/// <summary>PLOVER's and PETRARCH's records: whether the roots expected of a sentence are among those of the statements read from it, and how many statements have another root.</summary>
internal sealed class EventSet(string name, string needs) : IReadingSet
{
    private const double RightBar = 65, ExtraBar = 0.6;

    public string Name => name;

    public string Needs => needs;

    public IEnumerable<Figure> Measure(string path, ReadingTools tools)
    {
        IReadOnlyList<EventRecord> records;
        var over = "";
        if (path.EndsWith(".json", StringComparison.Ordinal)) records = EventRecords.ReadPlover(path);
        else
        {
            (records, var left) = EventRecords.ReadPetrarch(path);
            over = $", {left.Values.Sum()} left out";
            foreach (var (reason, count) in left) tools.Detail($"left out {count}: {reason}");
        }
        var table = MappingTable.Load("cameo");
        // The types of war news have no word for praise, blame, refusal and inquiry; the diplomatic addition to the codebook has.
        yield return Right("root event right, shipped types alone", tools.Reader, out _);
        var right = Right("root event right, with the diplomatic types", tools.With(Path.Combine(tools.Data, "extensions", "diplomacy")), out var extra);
        yield return right;
        yield return new Figure("statements with another root, a record", extra, ExtraBar, $"{records.Count} records", AtMost: true);

        Figure Right(string measure, Reader reader, out double extra)
        {
            var (met, meant, others) = (0, 0, 0);
            foreach (var (record, read) in records.Zip(tools.Read(reader, records.Select(EventRecords.Input))))
            {
                var roots = Roots(table, record.Text, read.Statements);
                var hit = record.Expected.Count(e => roots.Any(r => Meets(e, r.Root)));
                var wrong = roots.Where(r => !record.Expected.Any(e => Meets(e, r.Root))).ToList();
                (met, meant, others) = (met + hit, meant + record.Expected.Count, others + wrong.Count);
                if (hit < record.Expected.Count || wrong.Count > 0)
                    tools.Wrong($"{record.Id} {string.Join(' ', record.Expected.Select(e => string.Join('/', e)))} | {string.Join("; ", roots.Select(r => $"{r.Root} {r.Said}"))} | {record.Text}");
            }
            extra = (double)others / Math.Max(1, records.Count);
            return new Figure(measure, 100.0 * met / Math.Max(1, meant), RightBar, $"{meant} events of {records.Count} records{over}");
        }
    }

    // The table may name two roots where the code lists themselves part an act by what this one does not say ("04/03").
    private static bool Meets(IReadOnlyList<string> expected, string root) => root.Split('/').Any(expected.Contains);

    // One root a trigger: a list of places is one event there.
    private static List<(string Root, string Said)> Roots(MappingTable table, string text, IEnumerable<Statement> statements) =>
        [.. statements.DistinctBy(s => s.Trigger).Select(s => (table.First(text, s), $"{s.Type}/{s.Mode.Label()}/{s.Trigger.Of(text)}")).Where(r => r.Item1 is not null).Select(r => (r.Item1!, r.Item2))];
}
