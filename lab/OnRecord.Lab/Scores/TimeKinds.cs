using System.Text.RegularExpressions;

namespace OnRecord.Lab.Scores;

/// <summary>A kind of expression that reports of a conflict do not use, or that says no day, and why.</summary>
internal sealed record TimeKindLeftOut(string Name, string Reason, Regex Expression);

/// <summary>Which expressions of the specifications are not asked of the product: by kind, told by the words of the expression alone.</summary>
internal static class TimeKinds
{
    private const string Month = "(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)(?![a-z])";
    private const string Day = "((mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)";
    private const string ShortDay = "(mon|tue|wed|thu|fri|sat|sun)";
    private const string Cardinal = "(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty)";
    private const string Ordinal = "((\\d{1,2}|(twenty|thirty)[ -])?(st|nd|rd|th)|\\d{1,2}|(twenty |thirty |twenty-|thirty-)?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|\\w+teenth|twentieth|thirtieth|\\w+teen|(twenty|thirty)( \\w+)?)";

    public static IReadOnlyList<TimeKindLeftOut> LeftOut { get; } =
    [
        Kind("feasts and holidays", "their days differ by country, church and year; reports give the date",
            "christmas|easter|hallowe+n|thanks ?giving|labou?r day|independence day|new ?year|black friday|juneteenth|earth day|patrick|workers'? day|freedom day|jubilee|valentine|mother|father|veteran|memorial day|martin luther|\\bmlk\\b|president'?s|columbus|april fool|all saints|cyber monday|girlfriend|teacher'?s? day|ramadan|\\beid\\b|lantern|inauguration|groundhog|arbor|\\bst\\.? \\w+'?s? day|\\bsaint\\b"),
        Kind("figures and years spelt as they are spoken", "transcripts of speech; reports print figures",
            $"(two|one) thousands?|noughties|(seven|eight|nine|fif|six)teen (hundred|oh|zero|{Cardinal}|\\w+ties)|hundred|twenty[- ]tens|{Month},? (the )?{Cardinal}( {Cardinal})?($|,| nineteen)|{Cardinal} {Month}|\\b(twenty|thirty) {Cardinal} {Month}|^(twenty|thirty) (and )?{Cardinal}\\b"),
        Kind("short forms in figures", "a month and day, or a month and year, in figures alone or glued to a sign: their order differs by country, and reports write the month's name",
            $"^(?!.*\\b{Month})(?!.*\\b(\\d{{4}}[-/.]\\d{{1,2}}[-/.]\\d{{1,2}}|(1[3-9]|2\\d|3[01])[-/.]\\d{{1,2}}[-/.]\\d{{4}}|\\d{{1,2}}[-/.](1[3-9]|2\\d|3[01])[-/.]\\d{{4}})\\b)(?!.*\\b(1\\d|20)\\d\\d ?[-–~] ?(1\\d|20)\\d\\d\\b).*\\d ?[/.-] ?\\d|\\b{Month}[/-]\\d|\\b{Month}\\d|\\d/{Month}|\\d{{4}}-{Month}|\\d{{4}}/{Month}|\\d{{8}}|^\\d{{4}} \\d\\d? \\d\\d?$"),
        Kind("years of two figures or of fewer than four", "not written in reports", $"({Month}|\\bof),? '?(3[2-9]|[4-9]\\d)$|^year \\d{{1,3}}$|\\bin year \\d{{1,3}}$|{Month} first \\d\\d$"),
        Kind("years before their month", "an order of tables, not of prose", $"(^|\\b)\\d{{4}} ?,? ?{Month}\\b"),
        Kind("a day of the month without its month", "in reports an ordinal by itself counts other things",
            $"^(from |for |on |around |since |by |until )?(the )?{Ordinal}([ .,!]*(this one)?)?$|^({Day}),? \\d{{1,2}}(st|nd|rd|th)?$|^{Day} the fifteen$|week of the \\d+(st|nd|rd|th)?$|(till?|until|to) the {Ordinal}$|^(from )?the [\\w-]+ (to|till) the|^(\\w+ )?(first|second|third|fourth) {Day}$"),
        Kind("looking at another event", "they count from something said before, of which the sentence does not give the day",
            "^(the )?(next|last|past|previous|following|this) day$|^(the )?(day|weekend)s? (before|after)( the next)?$|^the month after the next$|^(the |that )?same (day|week|month|year|weekend)$|^that (day|week|month|year|weekend)$|^(?!.*(from|after|than|monday|tuesday|wednesday|thursday|friday|saturday|sunday)).* (later|earlier|hence|thereafter)$|^the (day|week|month|year|fortnight)$|^(the )?following (week|\\w+day)$"),
        Kind("vague amounts", "\"a few days ago\" is no day; the specifications take three", "\\b(few|several|couple|some)\\b"),
        Kind("words of calendars and chats", "short or familiar forms of people who book meetings",
            "tmrw|tmr\\b|\\botd\\b|\\bmy (day|week|weekend|month|year)|\\bw/c\\b|\\bcy ?\\d|=|^rest the|\\beod\\b|\\beow\\b|\\beom\\b|\\beoy\\b|\\bytd\\b|^weekend$|year to date|^\\d+(d|w|y|h|m|day|days|years)$"),
        Kind("weeks, quarters and halves by number, business days", "of planning and sales", "\\bweek (no\\.? ?)?\\d|\\bwk ?\\d|\\b[qh][1-4]\\b|\\d[qh][1-4]|\\b(\\d+|two|three|eleven|past|coming|following|previous) quarters?\\b|\\d+(st|nd|rd|th) month|third month|(fiscal|business|work(ing)?|school|calendar|academic)[ -]?(day|week|month|year)s?"),
        Kind("centuries and decades counted by the calendar", "no act of a report is dated so; \"the 1990s\" is asked", "centur|\\b(this|next|last|past|previous|coming|current|\\d+|two|three)\\b.*decades?|^decades?$"),
        Kind("two expressions in one", "\"Monday two weeks from now\", \"next week between Wednesday and Friday\": of people who book meetings",
            $"^{Day},? (in )?(a|an|one|two|three|\\d+) (week|month|year|day)s?|(from (now|today)|after \\w+) on {Day}$|week (between|from) {Day}|week - {Day}|week {ShortDay}$|^{ShortDay}$|(two|three|\\d) {Day}s? (from now|later|ago)|since (the )?(year )?\\d{{4}}$|week of .* on {Day}"),
        Kind("minutes and seconds", "no statement of a report lasts so; its times are days", "\\b(min|mins|minutes?|sec|secs)\\b|\\bone second$|\\d second|\\b(h|hrs?)\\b|\\d(h|min|m)\\b|^the hour$"),
        Kind("lengths with halves, and as adjectives", "\"all day\", \"an hour and a half\" say how long, and nothing is dated by them", "^(all|full|whole|entire|half)[ -](an? )?(hour|day|week|month|year)$|\\bhalf\\b(?!.* of)|½|quarter years?$|and a quarter"),
    ];

    /// <summary>The kind for which an expression is left out, or null where it is asked.</summary>
    public static TimeKindLeftOut? Of(string expression)
    {
        var text = expression.ToLowerInvariant().Replace('\u2019', '\'').Trim();
        return LeftOut.FirstOrDefault(k => k.Expression.IsMatch(text));
    }

    private static TimeKindLeftOut Kind(string name, string reason, string expression) => new(name, reason, new Regex(expression, RegexOptions.CultureInvariant));
}
