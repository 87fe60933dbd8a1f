using OnRecord.Storage;

namespace OnRecord.Cli.Verbs;

/// <summary>The command without a verb: where the record stands, and what to do next.</summary>
internal static class StatusVerb
{
    public static int Run(Surroundings s, string path)
    {
        if (!Records.MayExist(path))
        {
            s.Out.WriteLine($"There is no record at {path} yet.");
            s.Out.WriteLine();
            Next(s, ("demo", "see what it does with a month of history"), ("read FILE…", "put reports of your own on record"), ("--help", "all that it can do"));
            return ExitCodes.Done;
        }
        var opened = Records.Open(path, readOnly: true);
        if (opened.Value is not { } ledger) return s.Fail(opened.Problem!, ExitCodes.Record);
        using (ledger)
        {
            var (articles, statements) = ledger.Count();
            s.Out.WriteLine($"{Records.Shown(path)} holds {articles:N0} article{(articles == 1 ? "" : "s")} and {statements:N0} statement{(statements == 1 ? "" : "s")}.");
        }
        s.Out.WriteLine();
        Next(s, ("report", "what happened, who holds what, what is to come"), ("list statements", "every statement, with filters"), ("explain ID", "one statement and the words it rests on"), ("read FILE…", "put more reports on record"));
        return ExitCodes.Done;
    }

    /// <summary>Writes command lines to try, each with what it is for.</summary>
    public static void Next(Surroundings s, params ReadOnlySpan<(string Arguments, string Purpose)> steps)
    {
        s.Out.WriteLine("Next:");
        var width = 0;
        foreach (var (arguments, _) in steps) width = Math.Max(width, arguments.Length);
        foreach (var (arguments, purpose) in steps) s.Out.WriteLine($"  {s.Called} {arguments.PadRight(width)}   {purpose}");
    }
}
