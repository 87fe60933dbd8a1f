using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace OnRecord.Cli.Verbs;

/// <summary>Options that several verbs have.</summary>
internal static class Shared
{
    /// <summary>How many seconds to wait for another program that writes to the record: long for a program, bearable for a person.</summary>
    public const int Patience = 10;

    /// <summary>The file or database that holds the record; every verb knows it.</summary>
    public static Option<string?> Record { get; } = new("--record")
    {
        Description = "The file that holds the record, or the PostgreSQL database (postgresql://user@host/database) (default: $ONRECORD, else ./onrecord.db).",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>JSON instead of text.</summary>
    public static Option<bool> Json() => new("--json") { Description = "JSON instead of text." };

    /// <summary>An option that takes a day.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = Day,
    };

    /// <summary>The day by which a thing must have been known to count.</summary>
    public static Option<DateOnly?> KnownAt()
    {
        var option = Day("--known-at", "Only what was known by this day.");
        option.Aliases.Add("--known");
        return option;
    }

    /// <summary>An option that takes a number that is not negative.</summary>
    public static Option<int?> Count(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
                result.AddError($"{name} takes a whole number that is not negative, not \"{token.Value}\"");
        });
        return option;
    }

    /// <summary>Where the record lies.</summary>
    public static string RecordPath(this ParseResult parsed, Surroundings s) => RecordPath(parsed.GetValue(Record), s);

    private static string RecordPath(string? given, Surroundings s) =>
        given ?? (s.Environment("ONRECORD") is { Length: > 0 } set ? set : "onrecord.db");

    /// <summary>Two days, the earlier first.</summary>
    public static DateOnly[]? Days(ArgumentResult result)
    {
        var days = new List<DateOnly>();
        foreach (var token in result.Tokens)
            if (DateOnly.TryParseExact(token.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) days.Add(day);
            else result.AddError($"\"{token.Value}\" is not a day; write it as 2021-08-13");
        if (days.Count == 2 && days[0] >= days[1]) result.AddError("the first day must come before the second");
        return [.. days];
    }

    private static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError($"\"{text}\" is not a day; write it as 2021-08-13");
        return null;
    }
}
