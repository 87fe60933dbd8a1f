using System.Text;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;

namespace OnRecord.Statements.Casting;

/// <summary>The way between two words of a tree as features write it: "^advcl ^conj >nsubj", prepositions beside the relations that they introduce.</summary>
internal static class Paths
{
    /// <summary>Longer ways are written as "far".</summary>
    public const int Longest = 6;

    /// <summary>The way from one word to another and how many steps it takes; ("far", <see cref="Longest"/> + 1) for longer ones.</summary>
    public static (string Path, int Steps) Between(Tree tree, int from, int to)
    {
        Span<int> up = stackalloc int[Longest + 1];
        var climbed = 0;
        for (var i = from; i >= 0 && climbed <= Longest; i = tree[i].Head) up[climbed++] = i;
        Span<int> down = stackalloc int[Longest + 1];
        var below = 0;
        for (var i = to; i >= 0 && below <= Longest; i = tree[i].Head)
        {
            var meets = up[..climbed].IndexOf(i);
            if (meets >= 0)
            {
                if (meets + below > Longest) break;
                var text = new StringBuilder();
                for (var k = 0; k < meets; k++) text.Append('^').Append(tree[up[k]].Relation).Append(' ');
                for (var k = below - 1; k >= 0; k--) text.Append('>').Append(Step(tree, down[k])).Append(' ');
                return (text.ToString(), meets + below);
            }
            down[below++] = i;
        }
        return ("far", Longest + 1);
    }

    private static string Step(Tree tree, int word) =>
        (tree.Is(word, "obl") || tree.Is(word, "nmod")) && ClauseReader.Preposition(tree, word) is { Length: > 0 } preposition ? tree[word].Relation + "=" + preposition : tree[word].Relation;
}
