using System.CommandLine;
using OnRecord.Cli.Inputs;
using OnRecord.Cli.Output;
using OnRecord.Language.Articles;
using OnRecord.Scores;

namespace OnRecord.Cli.Verbs;

/// <summary><c>score</c>: measures the reader against gold documents.</summary>
internal static class ScoreVerb
{
    public static Command Create(Surroundings s)
    {
        var gold = new Argument<string[]>("GOLD") { Arity = ArgumentArity.OneOrMore, Description = "Files of gold documents (YAML), or globs." };
        var errors = Shared.Count("--errors", "Show the first N errors: missed, spurious, wrong fields.");
        var write = new Option<string?>("--write") { Description = "Write the figures into this file, in a section of their own.", HelpName = "FILE" };
        var note = new Option<string?>("--note") { Description = "A note to write beside the figures.", HelpName = "TEXT" };
        var rules = new Option<bool>("--rules") { Description = "Read by the rules alone, without what was learned from annotations." };
        var json = Shared.Json();
        var command = new Command("score", "Measures what is found in gold documents against what a person found in them.") { gold, errors, rules, write, note, json };
        command.SetAction(parsed => Run(s, parsed.GetRequiredValue(gold), parsed.GetValue(errors) ?? 0, parsed.GetValue(rules), parsed.GetValue(json), parsed.GetValue(write), parsed.GetValue(note)));
        return command;
    }

    private static int Run(Surroundings s, string[] names, int errors, bool rules, bool json, string? write, string? note)
    {
        var sets = new List<GoldSet>();
        foreach (var input in Input.Expand(names))
        {
            var set = input.Value is { } file ? GoldFile.Read(file.Name) : input.Problem!;
            if (set.Value is { } good) sets.Add(good);
            else s.Say(set.Problem!);
        }
        if (sets.Count == 0) return ExitCodes.Nothing;

        var loaded = rules ? s.Rules() : s.Reader();
        if (loaded.Value is not { } reader) return s.Fail(loaded.Problem!, ExitCodes.Data);
        var world = s.LoadIdentities(s.Data);
        if (world.Value is not { } identities) return s.Fail(world.Problem!, ExitCodes.Data);

        var scorer = new StatementScorer(identities);
        var documents = sets.SelectMany(set => set.Documents.Select(document => (set.Path, Document: document)));
        var scores = OrderedParallel.Select(documents, d => (d.Path, Score: Score(d.Document, d.Path, reader, scorer, s)), ahead: 2 * Environment.ProcessorCount, idle: null, s.Stop).ToList();
        if (s.Stop.IsCancellationRequested) return ExitCodes.Stopped;

        var report = ScoreReport.Of([.. scores.Select(x => x.Score)]);
        var listed = scores.SelectMany(x => ScoreErrors.Of(x.Score)).OrderBy(e => e.Kind == ScoreErrorKind.Minor).Take(errors).ToList();
        if (json) s.Out.WriteLine(ScoreText.Json(report, listed));
        else ScoreText.Write(s.Out, report, listed);
        if (write is not null)
        {
            var title = string.Join(", ", scores.Select(x => Path.GetFileName(x.Path)).Distinct());
            if (ScoreSection.Write(write, title, DateOnly.FromDateTime(s.Clock.GetUtcNow().UtcDateTime), note, report) is { } problem) return s.Fail(problem, ExitCodes.Nothing);
        }
        return ExitCodes.Done;
    }

    private static DocumentScore Score(GoldDocument document, string path, IReader reader, StatementScorer scorer, Surroundings s)
    {
        var read = ArticleReader.FromInput(new ArticleInput
        {
            Id = document.Id,
            Text = document.Text,
            Title = document.Title,
            Outlet = document.Outlet,
            Byline = document.Byline,
            Dateline = document.Dateline,
            Url = document.Url,
            Published = document.Published is { } day ? StatementText.Iso(day) : null,
        });
        var found = read.Value is { } article ? Reading.Of(article, reader, $"{path}, {document.Id}") : new Reading(null, [], read.Problem);
        if (found.Problem is { } problem)
            lock (scorer) s.Say(problem);
        return scorer.Score(document, found.Statements);
    }
}
