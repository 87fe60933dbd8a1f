namespace OnRecord.Scores;

/// <summary>When two names count as the same.</summary>
internal static class NameMatch
{
    /// <summary>Equal after lower-casing and stripping articles, or aliases of the same actor.</summary>
    public static bool Same(string a, string b, Identities world) => Plain(a) == Plain(b) || world.SameActor(a, b);

    /// <summary>The same voice, whether or not a role in brackets stands after either name.</summary>
    public static bool SameSource(string gold, string predicted, Identities world) =>
        Same(gold, predicted, world) || Same(WithoutRole(gold), WithoutRole(predicted), world);

    /// <summary>Pairs off the names of two sets, each used once: how many found a partner.</summary>
    public static int Common(IReadOnlyList<string> gold, IReadOnlyList<string> predicted, Identities world)
    {
        var free = predicted.ToList();
        var common = 0;
        // Equal names first, so that an alias does not take the partner of a name that has no other.
        foreach (var name in gold.Where(name => !Take(other => Plain(other) == Plain(name))).ToList())
            Take(other => world.SameActor(name, other));
        return common;

        bool Take(Predicate<string> same)
        {
            var at = free.FindIndex(same);
            if (at < 0) return false;
            free.RemoveAt(at);
            common++;
            return true;
        }
    }

    /// <summary>Lower case, without articles, single spaces.</summary>
    public static string Plain(string name)
    {
        var words = name.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var kept = string.Join(' ', words.Where(word => word is not ("the" or "a" or "an")));
        return kept.Length > 0 ? kept : string.Join(' ', words);
    }

    private static string WithoutRole(string name)
    {
        var open = name.EndsWith(')') ? name.IndexOf(" (", StringComparison.Ordinal) : -1;
        return open > 0 ? name[..open] : name;
    }
}
