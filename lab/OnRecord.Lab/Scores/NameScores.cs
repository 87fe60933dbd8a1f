using System.Collections.Immutable;
using OnRecord.Language.Parses;

namespace OnRecord.Lab.Scores;

/// <summary>Names found by exact span and kind; kinds that the gold standard does not have are left out of account.</summary>
internal static class NameScores
{
    private static readonly (string Name, NameKind Kind)[] Kinds = [("PER", NameKind.Person), ("ORG", NameKind.Organisation), ("LOC", NameKind.Location)];

    public static ImmutableArray<Score> Of(IEnumerable<(ImmutableArray<Name> Gold, ImmutableArray<Name> Found)> sentences)
    {
        var gold = new int[Kinds.Length];
        var found = new int[Kinds.Length];
        var right = new int[Kinds.Length];
        foreach (var sentence in sentences)
            for (var k = 0; k < Kinds.Length; k++)
            {
                var kind = Kinds[k].Kind;
                gold[k] += sentence.Gold.Count(n => n.Kind == kind);
                found[k] += sentence.Found.Count(n => n.Kind == kind);
                right[k] += sentence.Found.Count(n => n.Kind == kind && sentence.Gold.Contains(n));
            }
        return [.. Kinds.Select((kind, k) => new Score(kind.Name, gold[k], found[k], right[k])), new Score("All", gold.Sum(), found.Sum(), right.Sum())];
    }
}
