using OnRecord.Cli.Inputs;
using OnRecord.Ledger;
using Spectre.Console;

namespace OnRecord.Cli.Output;

/// <summary>Shows how a reading run goes: one bar on a terminal, one plain line an article in a pipe, one JSON object an article where asked for.</summary>
internal sealed class ReadProgress : IDisposable
{
    private readonly Surroundings _s;
    private readonly bool _json;
    private readonly int _inputs;
    private readonly IAnsiConsole? _console;
    private readonly System.Diagnostics.Stopwatch _since = System.Diagnostics.Stopwatch.StartNew();
    private long _shownAt = -1000;

    private ReadProgress(Surroundings s, int inputs, bool json, IAnsiConsole? console) => (_s, _inputs, _json, _console) = (s, inputs, json, console);

    public static ReadProgress Start(Surroundings s, int inputs, bool json)
    {
        var bar = s.ErrorTerminal && !json;
        return new ReadProgress(s, inputs, json, bar ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(s.Error) }) : null);
    }

    public void Show(ReadStep step, ReadSummary summary)
    {
        if (step.Problem is { } problem)
        {
            Clear();
            if (_json) _s.Out.WriteLine(new JsonWriter().Object(o => o.Name("where").Value(problem.Where).Name("error").Value(problem.ToString())));
            else _s.Say(problem);
            Bar(step, summary, now: true);
            return;
        }
        var added = step.Added!;
        if (_json)
            _s.Out.WriteLine(new JsonWriter().Object(o => o.Name("where").Value(step.Where).Name("article").Value(step.ArticleId).Name("new").Value(added.ArticleAdded).Name("statements").Value(added.StatementsAdded)
                .Name("change").Value(Change(added)).Name("superseded").Value(added.Superseded)));
        else if (_console is null)
            _s.Out.WriteLine($"{step.Where}: {Said(added)}");
        else Bar(step, summary, now: false);
        // Who watches a pipe wants to see that it moves.
        if (_console is null) _s.Out.Flush();
    }

    public void Dispose() => Clear();

    private static string Said(AppendResult added)
    {
        var count = $"{added.StatementsAdded} statement{(added.StatementsAdded == 1 ? "" : "s")}";
        if (added.ArticleAdded)
            return added.Change switch
            {
                ArticleChange.Changed => $"{count}; changed since it was read before, both contents stay on record",
                ArticleChange.Corrected => $"{count}; says that it is corrected",
                ArticleChange.Withdrawn => $"{count}; says that it was withdrawn",
                _ => count,
            };
        if (added is { StatementsAdded: 0, Superseded: 0 }) return "already on record";
        return $"read anew: {count} more, {added.Superseded} no longer found";
    }

    private static string? Change(AppendResult added) => added.Change == ArticleChange.First ? null : added.Change.ToString().ToLowerInvariant();

    // Ten times a second is enough for the eye.
    private void Bar(ReadStep step, ReadSummary summary, bool now)
    {
        if (_console is null || !now && _since.ElapsedMilliseconds - _shownAt < 100) return;
        _shownAt = _since.ElapsedMilliseconds;
        const int Width = 30;
        var full = _inputs == 0 ? Width : (int)((long)Width * step.Input / _inputs);
        Clear();
        _console.Markup($"[green]{new string('━', full)}[/][grey]{new string('━', Width - full)}[/] {step.Input}/{_inputs}  {summary.Read} articles, {summary.Statements} statements");
        if (summary.Skipped > 0) _console.Markup($", [yellow]{summary.Skipped} skipped[/]");
    }

    private void Clear()
    {
        if (_console is not null) _s.Error.Write("\r\u001b[K");
    }
}
