using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Ties the killed, wounded and taken to the attack that the same sentence tells of.</summary>
internal static class Linked
{
    // What stands between two clauses of one sentence, or between a sentence and its toll right after.
    private const int Between = 20;

    /// <summary>Tells each group of the killed, wounded or taken by how many of its reports it may be the toll of which attack; that does not depend on the day.</summary>
    public static void Tie(IReadOnlyList<FactGroup> groups)
    {
        var attacks = groups.Where(group => group.Facts.Exists(fact => IsAttack(fact.Said.Type))).SelectMany(group => group.Facts.Select(fact => (Group: group, Fact: fact)))
            .ToLookup(one => one.Fact.Entry.ArticleId, StringComparer.Ordinal);
        foreach (var group in groups)
            if (group.Facts.Exists(fact => IsToll(fact.Said.Type)))
                group.Attacks = [.. group.Facts.SelectMany(fact => attacks[fact.Entry.ArticleId].Where(one => OfOneSentence(one.Fact.Said, fact.Said) && Agree(one.Fact, fact)).Select(one => one.Group).Distinct())
                    .GroupBy(attack => attack).Select(attack => (attack.Key, attack.Count())).OrderByDescending(attack => attack.Item2).ThenBy(attack => attack.Key.Id, StringComparer.Ordinal)];
    }

    /// <summary>True where it may have a toll.</summary>
    public static bool IsAttack(string type) => type is "attack" or "shelling" or "airstrike" or "bombing" or "clash";

    /// <summary>True where it may be the toll of an attack.</summary>
    public static bool IsToll(string type) => type is "kill" or "injure" or "abduct";

    private static bool OfOneSentence(Statement attack, Statement harm) =>
        attack.Span.Start < harm.Span.End + Between && harm.Span.Start < attack.Span.End + Between;

    private static bool Agree(Fact attack, Fact harm) => (attack.Place is null || harm.Place is null || Spots.Same(attack.Place, harm.Place) || Spots.Inside(harm.Place, attack.Place) || Spots.Inside(attack.Place, harm.Place))
        && attack.Start <= harm.Latest && harm.Start <= attack.Latest;
}
