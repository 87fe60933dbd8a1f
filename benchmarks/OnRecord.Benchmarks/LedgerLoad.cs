using System.Globalization;
using System.Text;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Benchmarks;

/// <summary>Generated articles with statements that look like real ones: twenty to an article, from many countries, over ten years.</summary>
internal static class LedgerLoad
{
    public const int PerArticle = 20;

    private static readonly string[] Types = ["capture", "clash", "kill", "shelling", "airstrike", "deploy", "evacuate", "pledge", "meet", "deny", "detain", "displace", "aid", "sanction", "hold", "withdraw"];
    private static readonly string[] Countries = ["AF", "SY", "UA", "SD", "YE", "ML", "MM", "SO", "ET", "IQ"];
    private static readonly string[] Actors = ["taliban", "AF/military", "SY/military", "UA/military", "RU/military", "al-shabaab", "houthis", "SD/paramilitary", "un", "US/government", "iskp", "AF/police"];
    private static readonly string[] Verbs = ["seized", "attacked", "shelled", "left", "retook", "entered", "surrounded", "struck"];
    private static readonly string[] Things = ["the bridge", "a checkpoint", "the market", "two villages", "the airport", "a convoy", "the northern district", "the governor's compound"];

    /// <summary>The articles of numbers <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/>; the same numbers always give the same.</summary>
    public static IEnumerable<ArticleReading> Articles(int first, int count) => Enumerable.Range(first, count).Select(Article);

    private static ArticleReading Article(int number)
    {
        var random = new Random(number);
        var text = new StringBuilder();
        var spans = new List<(TextSpan Span, int Place)>();
        for (var i = 0; i < PerArticle; i++)
        {
            var place = (int)(Math.Pow(random.NextDouble(), 2) * 2000);
            var start = text.Length;
            text.Append(CultureInfo.InvariantCulture, $"Fighters {Pick(random, Verbs)} {Pick(random, Things)} near Place{place} on the {random.Next(1, 28)}th, ").Append("a spokesman said");
            spans.Add((new TextSpan(start, text.Length), place));
            // Words as unlike one another as those of a report, so that it packs no better than one.
            for (var word = 0; word < 9; word++) text.Append(' ').Append(Word((int)(Math.Pow(random.NextDouble(), 3) * 20000)));
            text.Append(". ");
        }
        var published = new DateOnly(2015, 1, 1).AddDays(random.Next(3650));
        var key = $"article-{number}";
        var outlet = $"Outlet {number % 200}";
        var title = $"Report {number} from the front";
        var entry = new ArticleEntry(ContentId.OfArticle(key, text.ToString(), title, outlet, published), key, title, outlet, null, null, null, published,
            $"https://example.org/reports/{number}", text.ToString(), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(number));
        return new ArticleReading(entry, [.. spans.Select(s => entry.Entry(Statement(random, s.Span, s.Place, published)))], "0.1.0+benchmark");
    }

    private static Statement Statement(Random random, TextSpan span, int place, DateOnly published)
    {
        var country = Pick(random, Countries);
        var at = new TextSpan(span.Start, span.Start + 8);
        var day = published.AddDays(-random.Next(3));
        return new Statement
        {
            Id = "",
            Type = Types[(int)(Math.Pow(random.NextDouble(), 2) * Types.Length)],
            Trigger = new TextSpan(span.Start + 9, span.Start + 15),
            Span = span,
            Mode = (Mode)(random.Next(5) == 0 ? random.Next(9) : 0),
            Agent = [new Participant("Fighters", Pick(random, Actors), at)],
            Patient = random.Next(2) == 0 ? [new Participant("government forces", Pick(random, Actors), at)] : [],
            Place = new StatementPlace($"Place{place}", new Place($"Place{place}", PlaceKind.City, $"Province{place % 300}", country, place / 100.0, place / 50.0, 10_000 + place, 1_000_000 + place, ""), null, at),
            Time = new TimeRange(day, day, at),
            Sources = random.Next(2) == 0 ? [new Source("a spokesman", "of the provincial council", null, at)] : [],
            Stance = Stance.Said,
            Cues = [new Cue("stance", "said", at)],
        };
    }

    private static string Word(int number)
    {
        const string Consonants = "bcdfghklmnprstvw", Vowels = "aeiou";
        var word = new StringBuilder();
        for (var rest = number + 1; rest > 0; rest /= 80) word.Append(Consonants[rest % 16]).Append(Vowels[rest / 16 % 5]).Append(word.Length == 2 ? "n" : "");
        return word.ToString();
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
