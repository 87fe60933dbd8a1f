using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>Ties the killed, wounded and taken to the attack that the same sentence tells of.</summary>
internal static class Linked
{
    // What stands between two clauses of one sentence, or between a sentence and its toll right after.
    private const int Between = 20;

    /// <summary>The happenings, attacks with their tolls, tolls with their attack.</summary>
    public static IEnumerable<Happening> Of(List<(FactGroup Group, Happening Happening)> all, ILookup<string, AttackFact> attacks)
    {
        var shown = all.Where(pair => pair.Happening.Positive && IsAttack(pair.Happening.Types[0])).Select(pair => pair.Group).ToHashSet(ReferenceEqualityComparer.Instance);
        var partOf = new Dictionary<string, string>(StringComparer.Ordinal);
        var tolls = new Dictionary<string, List<Toll>>(StringComparer.Ordinal);
        foreach (var (group, harm) in all)
        {
            if (!harm.Positive || harm.Types[0] is not ("kill" or "injure" or "abduct")) continue;
            // A toll that most of its reports tell without the attack is not the attack's.
            var attack = group.Facts.SelectMany(fact => attacks[fact.Entry.ArticleId].Where(one => shown.Contains(one.Group) && OfOneSentence(one.Fact.Said, fact.Said) && Agree(one.Fact, fact)).Select(one => one.Group.Id).Distinct(StringComparer.Ordinal))
                .GroupBy(id => id, StringComparer.Ordinal).OrderByDescending(ids => ids.Count()).ThenBy(ids => ids.Key, StringComparer.Ordinal).FirstOrDefault(ids => 2 * ids.Count() >= group.Facts.Count)?.Key;
            if (attack is null) continue;
            partOf[harm.Id] = attack;
            (tolls.TryGetValue(attack, out var list) ? list : tolls[attack] = [])
                .Add(new Toll(harm.Types[0], harm.Patients, harm.Numbers.IsEmpty ? null : harm.Numbers.OrderByDescending(number => number.By.Length).ThenByDescending(number => number.High).First(), harm.Id));
        }
        foreach (var (_, happening) in all)
            yield return partOf.TryGetValue(happening.Id, out var whole) ? happening with { PartOf = whole }
                : tolls.TryGetValue(happening.Id, out var list) ? happening with { Tolls = [.. list.OrderBy(toll => toll.Type == "kill" ? 0 : toll.Type == "injure" ? 1 : 2).ThenBy(toll => toll.Happening, StringComparer.Ordinal)] }
                : happening;
    }

    /// <summary>The facts that may tell of an attack, under their articles.</summary>
    public static ILookup<string, AttackFact> Attacks(IEnumerable<FactGroup> groups) =>
        groups.Where(group => group.Facts.Exists(fact => IsAttack(fact.Said.Type))).SelectMany(group => group.Facts.Select(fact => new AttackFact(group, fact))).ToLookup(one => one.Fact.Entry.ArticleId, StringComparer.Ordinal);

    private static bool IsAttack(string type) => type is "attack" or "shelling" or "airstrike" or "bombing" or "clash";

    private static bool OfOneSentence(Statement attack, Statement harm) =>
        attack.Span.Start < harm.Span.End + Between && harm.Span.Start < attack.Span.End + Between;

    private static bool Agree(Fact attack, Fact harm) => (attack.Place is null || harm.Place is null || Spots.Same(attack.Place, harm.Place) || Spots.Inside(harm.Place, attack.Place) || Spots.Inside(attack.Place, harm.Place))
        && attack.Start <= harm.Latest && harm.Start <= attack.Latest;
}

/// <summary>A fact that may tell of an attack, and its group.</summary>
internal readonly record struct AttackFact(FactGroup Group, Fact Fact);
