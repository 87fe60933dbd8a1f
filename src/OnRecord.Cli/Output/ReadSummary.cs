using OnRecord.Cli.Inputs;

namespace OnRecord.Cli.Output;

/// <summary>Counts what came of a reading run, and says it.</summary>
internal sealed class ReadSummary(string record, string next)
{
    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);

    /// <summary>Articles that could be read, new or not.</summary>
    public int Read { get; private set; }

    /// <summary>Articles that were not on record before.</summary>
    public int New { get; private set; }

    /// <summary>Statements that were not on record before.</summary>
    public int Statements { get; private set; }

    /// <summary>Articles whose day of publication is not known.</summary>
    public int Undated { get; private set; }

    /// <summary>Articles that came with another content than before.</summary>
    public int Changed { get; private set; }

    /// <summary>Statements of an older reader that this one no longer finds.</summary>
    public int Superseded { get; private set; }

    /// <summary>What could not be read.</summary>
    public int Skipped { get; private set; }

    public void Add(ReadStep step)
    {
        if (step.Added is { } added)
        {
            Read++;
            New += added.ArticleAdded ? 1 : 0;
            Statements += added.StatementsAdded;
            Changed += added.Change == Ledger.ArticleChange.First ? 0 : 1;
            Superseded += added.Superseded;
            Undated += step.Dated ? 0 : 1;
        }
        else
        {
            Skipped++;
            var reason = step.Problem!.What;
            _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
        }
    }

    /// <summary>The counts and reasons for a person.</summary>
    public void Write(TextWriter output, bool stopped)
    {
        if (stopped) output.WriteLine("Stopped; what was read so far is on record. Run the same command again to go on.");
        var known = Read - New;
        output.WriteLine($"Read {Count(Read, "article")}{(known > 0 ? $" ({known} already on record)" : "")}: {Count(Statements, "new statement")} in {record}.");
        if (Changed > 0) output.WriteLine($"{Count(Changed, "article")} changed, corrected or withdrawn; every content stays on record.");
        if (Superseded > 0) output.WriteLine($"{Count(Superseded, "statement")} of an older reader no longer stand; list statements --superseded shows them.");
        if (Skipped > 0)
            output.WriteLine($"Skipped {Skipped}: {string.Join("; ", _reasons.OrderByDescending(r => r.Value).Take(8).Select(r => r.Value == 1 ? r.Key : $"{r.Value} × {r.Key}"))}{(_reasons.Count > 8 ? "; …" : "")}.");
        if (Undated > 0)
            output.WriteLine($"The day of publication of {Count(Undated, "article")} is not known, so that words like \"on Thursday\" stay open: give --published, or a first line such as \"Published: 2021-08-13\".");
        if (Read > 0) output.WriteLine($"Next: {next}");
    }

    /// <summary>The counts and reasons as one line of JSON.</summary>
    public string Json() => new JsonWriter().Object(o => o.Name("summary").Object(c => c
        .Name("record").Value(record).Name("articles").Value(Read).Name("new").Value(New).Name("statements").Value(Statements)
        .Name("changed").Value(Changed).Name("superseded").Value(Superseded).Name("undated").Value(Undated).Name("skipped").Value(Skipped).Name("reasons").Object(r =>
        {
            foreach (var (reason, count) in _reasons) r.Name(reason).Value(count);
        }))).ToString();

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
