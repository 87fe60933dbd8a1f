using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions.Quantities;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Times;

/// <summary>Finds the time expressions of an article and places them on the calendar, counted from the day of publication.</summary>
public static class TimeFinder
{
    /// <summary>The time expressions in text order; without a day of publication only full dates are placed.</summary>
    public static ImmutableArray<TimeMention> Find(Article article, ImmutableArray<Parse> parses)
    {
        var published = article.Published ?? (article.PublishedAt is { } at ? DateOnly.FromDateTime(at.DateTime) : null);
        // Beyond these years nothing was published, and counting days could leave the calendar.
        if (published is { Year: < 1000 or > 2999 }) published = null;

        var mentions = ImmutableArray.CreateBuilder<TimeMention>();
        var anchor = default(Period);
        var anchored = -1;
        for (var s = 0; s < parses.Length; s++)
        {
            var row = new PieceRow(parses[s]);
            if (s - anchored > 2) anchor = default;
            foreach (var found in Read(row, published, ref anchor))
            {
                if (anchor.IsPlaced) anchored = s;
                mentions.Add(Mention(parses[s], s, row, found));
            }
        }
        return mentions.ToImmutable();
    }

    /// <summary>The expressions of one sentence; <paramref name="anchor"/> is the last stretch placed before it, and after.</summary>
    internal static List<Found> Read(PieceRow row, DateOnly? published, ref Period anchor)
    {
        var reader = new TimeReader(row, new Tenses(row.Parse), published) { Anchor = anchor };
        var all = new List<Found>();
        for (var at = 0; at < row.Count;)
        {
            if (!reader.TryRead(at, out var found) || found.End <= at || found.End > row.Count)
            {
                at++;
                continue;
            }
            at = found.End;
            if (IsName(row, found)) continue;
            all.Add(found);
            if (found.Kind != TimeKind.During || !found.Period.IsPlaced) continue;
            anchor = reader.Anchor = found.Period;
            if (found.Period.From == found.Period.To && published is { } pub && found.Period.From <= pub && found.Period.From > pub.AddDays(-7))
                reader.Spoken = found.Period.From;
        }
        return all;
    }

    /// <summary>True where the words are part of a name: "Black September", "Sunday Times", "September 11 attacks".</summary>
    private static bool IsName(PieceRow row, Found found)
    {
        var (start, end) = (row.WordAt(found.Start), row.WordAt(found.End - 1) + 1);
        var isBare = Lexicon.Month(row[found.Start]) > 0 || Lexicon.WeekdayOrShort(row[found.Start]) is not null || (found.End - found.Start == 1 && char.IsAsciiDigit(row[found.Start][0]));
        if (isBare && (Lexicon.NameMakers.Contains(row[found.Start - 1]) || Lexicon.NameEnders.Contains(row[found.End])) && (row.Capital(found.Start - 1) || row.Capital(found.End))) return true;
        // The attacks of 2001 go by their day.
        if (Lexicon.Month(row[found.Start]) == 9 && row.Is(found.Start + 1, "11") && found.End == found.Start + 2 && row[found.End] is "attack" or "attacks" or "hijackings" or "terrorist" or "terror" or "commission") return true;
        foreach (var name in row.Parse.Names)
            if (name.Start <= start && end <= name.End && name.End - name.Start > end - start && isBare) return true;
            else if (name.Start <= start && end <= name.End && name.Kind == NameKind.Person && isBare) return true;
        return false;
    }

    private static TimeMention Mention(Parse parse, int sentence, PieceRow row, Found found)
    {
        var (start, end) = (row.WordAt(found.Start), row.WordAt(found.End - 1) + 1);
        var tokens = parse.Sentence.Tokens;
        return new TimeMention(sentence, start, end, Highest(parse, start, end), new TextSpan(tokens[start].Start, tokens[end - 1].End), found.Kind,
            found.Kind == TimeKind.Unplaced ? null : found.Period.From, found.Kind == TimeKind.Unplaced ? null : found.Period.To);
    }

    /// <summary>The word of a stretch that is highest in the tree, the first of several.</summary>
    internal static int Highest(Parse parse, int start, int end)
    {
        var best = start;
        var least = int.MaxValue;
        for (var i = start; i < end; i++)
        {
            var depth = 0;
            for (var at = i; at >= 0 && depth <= parse.Words.Length; at = parse.Words[at].Head) depth++;
            if (parse.Words[i].Upos is Upos.PUNCT) depth += parse.Words.Length;
            if (depth < least) (best, least) = (i, depth);
        }
        return best;
    }
}
