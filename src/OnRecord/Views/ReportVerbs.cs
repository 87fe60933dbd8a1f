using OnRecord.Pictures;

namespace OnRecord.Views;

/// <summary>Fits the wording of a type to the report's own verb and to what it says before the place: who "fled towards Kabul" was not driven from it, who "entered" a town did more than advance on it.</summary>
internal sealed class ReportVerbs(Evidence evidence)
{
    private static readonly string[] Fleeing = ["fle", "left", "leav", "escap", "abandon"];

    /// <summary>The wording with the verb and the word before the place as the report has them.</summary>
    public Wording Told(string type, Wording wording, bool nobodyDoes, string entry)
    {
        var verb = Trigger(entry).ToLowerInvariant();
        return (type, verb) switch
        {
            ("advance", _) when verb.StartsWith("enter", StringComparison.Ordinal) => wording with { Past = "entered", Join = "" },
            ("advance", _) when verb.StartsWith("reach", StringComparison.Ordinal) => wording with { Past = "reached", Join = "" },
            ("advance", _) when verb.StartsWith("arriv", StringComparison.Ordinal) => wording with { Past = "arrived", Join = "in" },
            ("displace", _) when nobodyDoes && Fleeing.Any(stem => verb.StartsWith(stem, StringComparison.Ordinal)) => Led(type, wording with { Participle = "fled", Join = "from" }, entry),
            ("advance", _) => wording,
            _ => Led(type, wording, entry),
        };
    }

    /// <summary>The wording with the word before the place as the report has it.</summary>
    public Wording Led(string type, Wording wording, string entry)
    {
        var told = evidence.Entry(entry);
        if (!Families.IsMove(type) && type != "displace" || evidence.Article(told) is not { } article) return wording;
        return Ways.Of(told.Statement, article.Text) switch
        {
            Way.From => wording with { Join = "from" },
            Way.To when type != "advance" => wording with { Join = "to" },
            Way.At => wording with { Join = "in" },
            _ => wording,
        };
    }

    private string Trigger(string entry)
    {
        var told = evidence.Entry(entry);
        return evidence.Article(told) is { } article && told.Statement.Trigger is { Start: >= 0 } at && at.End <= article.Text.Length ? at.Of(article.Text) : "";
    }
}
