using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Benchmarks;

/// <summary>A generated world: forty countries, ten years, some acts a day in each, and articles that tell of the acts of these days, every fifth one a copy of another's text.</summary>
internal static class PictureLoad
{
    private const int PerArticle = 8;
    private const int CountryCount = 40;
    private const int PlacesPerCountry = 300;
    private const int Days = 3650;

    private static readonly DateOnly First = new(2015, 1, 1);
    private static readonly string[] Types = ["clash", "kill", "attack", "shelling", "capture", "airstrike", "injure", "deploy", "displace", "detain", "hold", "withdraw", "evacuate", "bombing", "protest", "talk"];
    private static readonly (string Verb, string Noun)[] Words = [("struck", "convoy"), ("entered", "market"), ("left", "bridge"), ("held", "crossing"), ("shelled", "district"), ("seized", "depot")];

    /// <summary>Articles with their entries until there are so many statements; the same number always gives the same.</summary>
    public static IEnumerable<(ArticleEntry Article, ImmutableArray<LedgerEntry> Entries)> Articles(int statements)
    {
        var before = "";
        for (var number = 0; number * PerArticle < statements; number++)
        {
            var random = new Random(number);
            var country = (int)(Math.Pow(random.NextDouble(), 1.5) * CountryCount);
            // The load is spread over the years whatever its size.
            var day = (int)((long)number * PerArticle * Days / statements);
            var text = number % 5 == 4 ? before[..(before.Length * 2 / 3)] : Text(random, country, day);
            before = text;
            var (key, published) = ($"article-{number}", First.AddDays(day));
            var outlet = $"Outlet {random.Next(200)}";
            var article = new ArticleEntry(ContentId.OfArticle(key, text, null, outlet, published), key, null, outlet, null, null, null, published, null, text,
                new DateTimeOffset(published.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(20));
            yield return (article, [.. Enumerable.Range(0, PerArticle).Select(i => article.Entry(Statement(random, country, published.AddDays(-random.Next(3)), i)))]);
        }
    }

    private static string Text(Random random, int country, int day)
    {
        var text = new StringBuilder();
        for (var i = 0; i < PerArticle; i++)
        {
            var (verb, noun) = Words[random.Next(Words.Length)];
            text.Append(CultureInfo.InvariantCulture, $"Fighters {verb} the {noun} of Place{random.Next(PlacesPerCountry)} on day {day} while w{random.Next(20000)} w{random.Next(20000)} and w{random.Next(20000)} were w{random.Next(20000)} in C{country}. ");
        }
        return text.ToString();
    }

    // What happens on a day in a country follows from both, so that many articles tell of one act.
    private static Statement Statement(Random random, int country, DateOnly day, int index)
    {
        var world = new Random(HashCode(country, day.DayNumber, random.Next(6)));
        var place = (int)(Math.Pow(world.NextDouble(), 2) * PlacesPerCountry);
        var type = Types[(int)(Math.Pow(world.NextDouble(), 1.5) * Types.Length)];
        var (code, side) = (Code(country), world.Next(3));
        var mode = random.Next(6) == 0 ? (Mode)random.Next(1, 8) : Mode.Actual;
        var at = new TextSpan(index * 40, index * 40 + 8);
        return new Statement
        {
            Id = "",
            Type = type,
            Trigger = new TextSpan(index * 40 + 9, index * 40 + 14),
            Span = new TextSpan(index * 40, index * 40 + 38),
            Mode = mode,
            Polarity = random.Next(25) == 0 ? Polarity.Negative : Polarity.Positive,
            Agent = [new Participant(side == 0 ? "army" : $"Front {side}", side == 0 ? $"{code}/military" : $"front-{country}-{side}", at)],
            Patient = type is "kill" or "injure" or "displace" ? [new Participant("civilians", null, at)] : [],
            Place = random.Next(12) == 0 ? null : new StatementPlace($"Place{place}", new Place($"Place{place}", PlaceKind.City, $"Province{place % 30}", code, country + place / 30 * 0.4, place % 30 * 0.6, 10_000, 1_000_000 + country * 1000 + place, "")
            { Capital = place < 30 ? "A" : "" }, null, new TextSpan(index * 40, index * 40)),
            Quantity = type is "kill" or "injure" ? new Quantity("some", 1 + world.Next(20), 1 + world.Next(20) + random.Next(3), "civilians", at) : null,
            Time = random.Next(3) == 0 ? null : new TimeRange(day, day, at),
            Deadline = mode != Mode.Actual && random.Next(3) == 0 ? new Deadline(day.AddDays(random.Next(5, 40)), at) : null,
            Sources = random.Next(3) == 0 ? [new Source($"Agency {random.Next(30)}", null, null, at)] : [],
            Stance = Stance.None,
        };
    }

    /// <summary>The code of a country by its number.</summary>
    public static string Code(int country) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + country / 26)}{(char)('A' + country % 26)}");

    private static int HashCode(int a, int b, int c) => unchecked((a * 31 + b) * 31 + c);
}
