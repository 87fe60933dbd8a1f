using System.Globalization;
using Microsoft.AspNetCore.Http;
using OnRecord.Language;
using OnRecord.Web.Snapshots;

namespace OnRecord.Web.Api;

/// <summary>What a request asks for, its every part checked and bounded.</summary>
internal sealed record Ask
{
    public const int MostItems = 500;
    public const int UsualItems = 100;
    public const int LongestText = 200;
    public const int MostIds = 100;
    private const int LongestIds = 8000;
    private const int FarthestOffset = 10_000_000;

    public DateOnly? AsOf { get; init; }
    public DateOnly? Known { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public string? Area { get; init; }
    public string? Actor { get; init; }
    public string? Type { get; init; }
    public string? Standing { get; init; }
    public string? Source { get; init; }
    public string? Mode { get; init; }
    public string? Polarity { get; init; }
    public string? Stance { get; init; }
    public string? State { get; init; }
    public string? Kind { get; init; }
    public string? Words { get; init; }
    public string? By { get; init; }
    public string? Order { get; init; }
    public string? Id { get; init; }
    public string[] Ids { get; init; } = [];
    public int Limit { get; init; } = UsualItems;
    public int Offset { get; init; }
    public int Days { get; init; } = 7;

    /// <summary>Reads the query; a name that the route does not know, a value twice, too long or of the wrong form is a problem.</summary>
    public static Outcome<Ask> Read(IQueryCollection query, string? id, IReadOnlyCollection<string> known, string version)
    {
        var ask = new Ask { Id = id };
        if (id is { Length: > LongestText }) return Wrong("id", "is too long");
        foreach (var (name, values) in query)
        {
            if (!known.Contains(name)) return Wrong(Short(name), $"is not known here; known are: {string.Join(", ", known)}");
            if (values.Count != 1) return Wrong(name, "is given more than once");
            var value = values[0] ?? "";
            if (value.Length == 0) continue;
            if (value.Length > (name == "ids" ? LongestIds : LongestText)) return Wrong(name, $"is longer than {(name == "ids" ? LongestIds : LongestText)} characters");
            if (value.Any(char.IsControl)) return Wrong(name, "holds control characters");
            Ask? next = name switch
            {
                "asOf" => Day(value) is { } day ? ask with { AsOf = day } : null,
                "known" => Day(value) is { } day ? ask with { Known = day } : null,
                "from" => Day(value) is { } day ? ask with { From = day } : null,
                "to" => Day(value) is { } day ? ask with { To = day } : null,
                "limit" => Count(value, 1, MostItems) is { } limit ? ask with { Limit = limit } : null,
                "offset" => Count(value, 0, FarthestOffset) is { } offset ? ask with { Offset = offset } : null,
                "days" => Count(value, 1, 4000) is { } days ? ask with { Days = days } : null,
                "cursor" => Cursor(value, version) is { } offset ? ask with { Offset = offset } : null,
                "ids" => value.Split(',') is { Length: <= MostIds } ids ? ask with { Ids = ids } : null,
                "order" => value is "newest" or "oldest" ? ask with { Order = value } : null,
                "by" => value is "place" or "actor" ? ask with { By = value } : null,
                "area" => ask with { Area = value },
                "actor" => ask with { Actor = value },
                "type" => ask with { Type = value },
                "standing" => ask with { Standing = value },
                "source" => ask with { Source = value },
                "mode" => ask with { Mode = value },
                "polarity" => ask with { Polarity = value },
                "stance" => ask with { Stance = value },
                "state" => ask with { State = value },
                "kind" => ask with { Kind = value },
                "q" => ask with { Words = value },
                _ => throw new ArgumentException($"no reading is written for the parameter {name}", nameof(known)),
            };
            if (next is null) return Wrong(name, Form(name));
            ask = next;
        }
        return ask;
    }

    /// <summary>The cursor of a page that begins at an offset: good as long as the record is the same.</summary>
    public static string Cursor(int offset, string version) => Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{offset}~{version}")));

    /// <summary>The statements that are asked for.</summary>
    public StatementQuestion Statements() => new(Words, Type, Mode, Polarity, Stance, Actor, Area, Source, From, To, Known, Order == "oldest");

    public static string Form(string name) => name switch
    {
        "asOf" or "known" or "from" or "to" => "is not a day between 1900 and 2200; write it as 2021-08-13",
        "limit" => $"is not a number from 1 to {MostItems}",
        "days" => "is not a number from 1 to 4000",
        "offset" => $"is not a number from 0 to {FarthestOffset}",
        "cursor" => "is no cursor of this record as it stands now; begin again without it",
        "ids" => $"holds more than {MostIds} ids",
        "order" => "is neither newest nor oldest",
        "by" => "is neither place nor actor",
        _ => "is not valid",
    };

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200 ? day : null;

    private static int? Count(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= most ? count : null;

    private static int? Cursor(string value, string version)
    {
        if (value.Length % 2 != 0 || !value.All(char.IsAsciiHexDigitLower)) return null;
        var parts = System.Text.Encoding.ASCII.GetString(Convert.FromHexString(value)).Split('~');
        return parts.Length == 2 && parts[1] == version ? Count(parts[0], 0, FarthestOffset) : null;
    }

    private static Problem Wrong(string name, string what) => new(what, name, "");

    private static string Short(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
