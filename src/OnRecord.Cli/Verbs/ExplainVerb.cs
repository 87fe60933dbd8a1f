using System.CommandLine;
using OnRecord.Cli.Output;
using OnRecord.Language;
using OnRecord.Storage.Sqlite;

namespace OnRecord.Cli.Verbs;

/// <summary><c>explain</c>: one statement field by field, each with the words that carry it.</summary>
internal static class ExplainVerb
{
    public static Command Create(Surroundings s)
    {
        var id = new Argument<string>("ID") { Description = "The id of a statement or its beginning, as list and report show it." };
        var json = Shared.Json();
        var command = new Command("explain", "Shows a statement field by field, with the sentence and the words that carry each field.") { id, json };
        command.SetAction(parsed => Run(s, parsed.GetRequiredValue(id), parsed.RecordPath(s), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Surroundings s, string id, string path, bool json)
    {
        var opened = SqliteLedger.Open(path, readOnly: true);
        if (opened.Value is not { } ledger) return s.Fail(opened.Problem!, ExitCodes.Record);
        using (ledger)
        {
            if (ledger.Entry(id) is not { } entry)
                return s.Fail(new Problem($"no one statement has an id that is or begins with \"{id}\"", path, "see onrecord list statements; give more of the id where several begin alike"), ExitCodes.Nothing);
            if (ledger.Article(entry.ArticleId) is not { } article)
                return s.Fail(new Problem($"the article of statement {id} is missing", path, "the file may be damaged: see onrecord check"), ExitCodes.Record);
            var explanation = Explanation.Of(entry, article);
            if (json) s.Out.WriteLine(explanation.Json());
            else explanation.Write(s.Out, s.Terminal);
            return ExitCodes.Done;
        }
    }
}
