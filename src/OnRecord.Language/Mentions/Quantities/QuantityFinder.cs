using System.Collections.Frozen;
using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions.Times;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Quantities;

/// <summary>Finds the numbers that count something: bounds, and what is counted; times, ages, ordinals and designations are none.</summary>
public static class QuantityFinder
{
    // Nouns that are numbered and not counted: "Resolution 1325", "Highway 1".
    private static readonly FrozenSet<string> Numbered = FrozenSet.ToFrozenSet(
    [
        "resolution", "highway", "route", "road", "brigade", "unit", "article", "chapter", "section", "phase", "stage", "level", "day", "page", "room", "gate", "flight", "boeing", "airbus", "channel", "radio",
        "battalion", "division", "area", "district", "sector", "zone", "block", "category", "type", "model", "class", "camp", "checkpoint", "hill", "apartment", "war", "track", "number", "no", "nr", "#", "covid", "corridor", "line", "point", "part",
        "age", "aged", "ages", "annex", "paragraph", "law", "decree", "base", "operation",
    ]);

    // One of these is a way of speaking.
    // "put the toll at 13"
    private static readonly HashSet<string> Stands = ["put", "stand", "remain", "place", "estimate", "set", "stay"];

    private static readonly FrozenSet<string> Idle = FrozenSet.ToFrozenSet(["point", "way", "time", "side", "hand", "reason", "thing", "step", "part", "kind", "another", "end"]);

    private static readonly FrozenSet<string> Persons = FrozenSet.ToFrozenSet(["child", "boy", "girl", "man", "woman", "person", "people", "youth", "kid", "minor", "male", "female", "anyone", "those", "everyone"]);

    /// <summary>The quantities in text order.</summary>
    public static ImmutableArray<QuantityMention> Find(ImmutableArray<Parse> parses)
    {
        var mentions = ImmutableArray.CreateBuilder<QuantityMention>();
        for (var s = 0; s < parses.Length; s++)
        {
            var row = new PieceRow(parses[s]);
            bool[]? taken = null;
            var reader = new QuantityReader(row);
            var tree = new Tree(parses[s]);
            for (var at = 0; at < row.Count;)
            {
                // Most sentences count nothing: their times need not be looked for.
                if (!reader.TryRead(at, out var amount) || amount.End > row.Count || (taken ??= Times(row))[at])
                {
                    at++;
                    continue;
                }
                at = amount.End;
                if (!taken[amount.Core] && !IsOther(row, amount) && Mention(tree, s, row, amount) is { } mention) mentions.Add(mention);
            }
        }
        return mentions.ToImmutable();
    }

    private static bool[] Times(PieceRow row)
    {
        var taken = new bool[row.Count + 1];
        var none = default(Period);
        foreach (var found in TimeFinder.Read(row, null, ref none))
            for (var i = found.Start; i < found.End; i++) taken[i] = true;
        return taken;
    }

    /// <summary>True for the numbers that count nothing: parts of names, ages, clock times, scores.</summary>
    private static bool IsOther(PieceRow row, Amount amount)
    {
        var (core, end) = (amount.Core, amount.CoreEnd);
        var before = row[core - 1];
        var carried = amount.Unit is not null;
        // Su-25, COVID-19, 24-hour, 9/11, 5+1
        if (row.Glued(core) && before is "-" or "/" or "+" && row.Glued(core - 1)) return true;
        if (!carried && row.Glued(end) && row.Glued(end + 1) && row[end] is "-" or "/" or "+") return true;
        if (row.Glued(core) && core > 0 && char.IsLetterOrDigit(before[^1])) return true;
        if (row[end] is "a.m." or "p.m." or "am" or "pm" or "o'clock" or "a.m" or "p.m" || (row.Is(end, ":") && row.Glued(end))) return true;
        if (row[end] is "year" or "years" or "yr" && row[end + 1] is "old" or "-") return true;
        // The number of a list's item: "1."
        if (core == 0 && row.Word(core).Form.EndsWith('.')) return true;
        if (!carried && row[end] is "s" or "'s" && row.Glued(end)) return true;
        var noun = row.Word(end).Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ;
        if (Numbered.Contains(before) && !(noun && row.Word(end).Xpos is "NNS" or "NNPS")) return true;
        // A name or noun that its number follows: "Brigade 12", "Article 5".
        var word = row.Word(core);
        if (core > 0 && amount.Start == core && row.Word(core - 1).Upos is Upos.NOUN or Upos.PROPN && word.Head == row.WordAt(core - 1) && word.Relation is "nummod" or "flat" or "appos" or "compound" or "nmod:unmarked" or "dep" or "nmod") return true;
        if (amount.Start == core && char.IsAsciiDigit(row[core][0]) && row.Word(core - 1).Upos == Upos.PROPN && !noun && !row.Is(end, "of") && row.Word(core - 1).Head != word.Head) return true;
        // "a farmer, 25, said", "children under five"
        var value = amount.Bounds.Low ?? amount.Bounds.High ?? 0;
        if (before is "," or "(" && row[end] is "," or ")" && amount.Start == core && value <= 110 && row.Word(core - 2).Upos is Upos.PROPN or Upos.NOUN) return true;
        return amount.Start < core && row[core - 1] is "under" or "over" or "above" or "below" && Persons.Contains(row.Word(amount.Start - 1).Lemma) && !noun;
    }

    private static QuantityMention? Mention(Tree tree, int sentence, PieceRow row, Amount amount)
    {
        var (start, end) = (row.WordAt(amount.Start), row.WordAt(amount.End - 1) + 1);
        var head = TimeFinder.Highest(tree.Parse, row.WordAt(amount.Core), row.WordAt(amount.CoreEnd - 1) + 1);
        var counted = Counting.Noun(tree, head, start, end);
        var value = amount.Bounds.Low ?? amount.Bounds.High ?? 0;
        if (counted >= 0)
        {
            var lemma = tree[counted].Lemma;
            var form = tree[counted].Form.ToLowerInvariant();
            if (amount.Unit is null && (Lexicon.Unit(form) is not null || form is "minute" or "minutes" or "second" or "seconds" or "century" or "centuries" or "times" or "degrees")) return null;
            if (value == 1 && amount.Bounds.High == 1 && Idle.Contains(lemma)) return null;
            if (value == 1 && amount.Bounds.High == 1 && IsOneOfTheMost(tree, end, counted)) return null;
            if (lemma is "other" or "more" or "one" or "rest") counted = -1;
        }
        // "853-3242", "at 7"
        if (counted < 0 && amount.Unit is null && ((amount.Bounds.Low < amount.Bounds.High && Enumerable.Range(amount.Core, amount.CoreEnd - amount.Core).Any(i => row.IsDash(i) && row.Glued(i)) && char.IsAsciiDigit(row[amount.Core][0]))
            || (value <= 24 && tree.Is(head, "obl") && tree.Child(head, "case") is var at and >= 0 && tree[at].Lemma == "at" && !(tree[head].Head is >= 0 and var puts && Stands.Contains(tree[puts].Lemma))))) return null;
        if (counted < 0 && amount.Unit is null && (QuantityReader.IsYearLike(row[amount.Core]) || !CountsAlone(tree, row, amount, head))) return null;
        var unit = amount.Unit ?? (counted < 0 ? "" : Counting.Unit(tree, counted));
        var tokens = tree.Parse.Sentence.Tokens;
        return new QuantityMention(sentence, start, end, head, counted, new TextSpan(tokens[start].Start, tokens[end - 1].End), (double?)amount.Bounds.Low, (double?)amount.Bounds.High, unit);
    }

    /// <summary>"one of the deadliest attacks"</summary>
    private static bool IsOneOfTheMost(Tree tree, int from, int counted)
    {
        for (var i = from; i < counted; i++)
            if (tree[i].Xpos is "JJS" or "RBS") return true;
        return false;
    }

    /// <summary>"One" by itself is a pronoun as often as a number.</summary>
    private static bool CountsAlone(Tree tree, PieceRow row, Amount amount, int head)
    {
        if (!row.Is(amount.Core, "one") || amount.CoreEnd - amount.Core > 1) return true;
        return tree[head].Upos == Upos.NUM && row[amount.Core - 1] is not ("no" or "this" or "that" or "the" or "every" or "each" or "any" or "which" or "some" or "by") && row[amount.CoreEnd] is not ("another" or "by");
    }
}
