using System.CommandLine;
using OnRecord.Cli.Output;
using OnRecord.Language;
using OnRecord.Pictures;
using OnRecord.Storage;
using OnRecord.Views;

namespace OnRecord.Cli.Verbs;

/// <summary><c>explain</c>: one statement field by field, one article with what it says, or one part of the picture, each with what it rests on.</summary>
internal static class ExplainVerb
{
    public static Command Create(Surroundings s)
    {
        var id = new Argument<string>("ID") { Description = "An id or its beginning, as list and report show it: of a statement, of an article, or of a part of the picture (hap-…, con-…, com-…)." };
        var asOf = Shared.Day("--as-of", "The state of things on this day (default: the last day on record).");
        var known = Shared.KnownAt();
        var names = new Option<bool>("--names") { Description = "Print the names of private persons too." };
        var json = Shared.Json();
        var command = new Command("explain", "Shows a statement field by field, with the words that carry each field; an article with its versions, its origin and its statements; or why the picture has something as it has it: the rule, the evidence, and which reports count as one origin.")
        {
            id, asOf, known, names, json,
        };
        command.SetAction(parsed => PictureExplanation.IsPictureId(parsed.GetRequiredValue(id))
            ? Picture(s, parsed.GetRequiredValue(id), parsed.RecordPath(s), new PictureOptions(parsed.GetValue(asOf), parsed.GetValue(known)), parsed.GetValue(names), parsed.GetValue(json))
            : Run(s, parsed.GetRequiredValue(id), parsed.RecordPath(s), new PictureOptions(parsed.GetValue(asOf), parsed.GetValue(known)), parsed.GetValue(json)));
        return command;
    }

    private static int Picture(Surroundings s, string id, string path, PictureOptions when, bool names, bool json)
    {
        var opened = Records.Open(path, readOnly: true);
        if (opened.Value is not { } ledger) return s.Fail(opened.Problem!, ExitCodes.Record);
        using (ledger)
        {
            if (PictureExplanation.Of(Pictures.Picture.Of(ledger, when), id, names) is not { } explanation)
                return s.Fail(new Problem($"the picture has no one part whose id is or begins with \"{id}\"", Records.Shown(path), "see onrecord list happenings, control, commitments …; give more of the id where several begin alike"), ExitCodes.Nothing);
            s.Out.Write(json ? explanation.ToJson() + "\n" : explanation.ToText());
            return ExitCodes.Done;
        }
    }

    private static int Run(Surroundings s, string id, string path, PictureOptions when, bool json)
    {
        var opened = Records.Open(path, readOnly: true);
        if (opened.Value is not { } ledger) return s.Fail(opened.Problem!, ExitCodes.Record);
        using (ledger)
        {
            var (entry, article) = (ledger.Entry(id), ledger.Article(id));
            if (entry is not null && article is not null)
            {
                // Both have ids of one kind: what is named in full is meant, and where the beginning is of both, more of it is needed.
                if (entry.Statement.Id == id) article = null;
                else if (article.Id == id || article.Key == id) entry = null;
                else return s.Fail(new Problem($"both a statement and an article have an id that begins with \"{id}\"", Records.Shown(path), $"give more of it: {entry.Statement.Id} or {article.Id}"), ExitCodes.Nothing);
            }
            if (article is not null) return Show(s, ArticleExplanation.Of(ledger, article, when), json);
            if (entry is null)
                return s.Fail(new Problem($"no one statement or article has an id that is or begins with \"{id}\"", Records.Shown(path), "see onrecord list statements and onrecord list articles; give more of the id where several begin alike"), ExitCodes.Nothing);
            if (ledger.Article(entry.ArticleId) is not { } source)
                return s.Fail(new Problem($"the article of statement {id} is missing", Records.Shown(path), "the file may be damaged: see onrecord check"), ExitCodes.Record);
            var explanation = Explanation.Of(entry, source);
            if (json) s.Out.WriteLine(explanation.Json());
            else explanation.Write(s.Out, s.Terminal);
            return ExitCodes.Done;
        }
    }

    private static int Show(Surroundings s, ArticleExplanation explanation, bool json)
    {
        if (json) s.Out.WriteLine(explanation.Json());
        else explanation.Write(s.Out);
        return ExitCodes.Done;
    }
}
