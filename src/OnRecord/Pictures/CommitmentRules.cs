using System.Collections.Frozen;

namespace OnRecord.Pictures;

/// <summary>The rules by which a commitment comes to its state, each with what it says in one sentence.</summary>
public static class CommitmentRules
{
    private static readonly FrozenDictionary<string, string> Sentences = new Dictionary<string, string>
    {
        ["said"] = "It was said.",
        ["not-yet"] = "Its day has not come, or none was set, and nothing on record settles it.",
        ["under-way"] = "It is seen to go on, and not to be done.",
        ["done"] = "Later reports tell of the deed: the same act by the same side at a place that decides it.",
        ["said-otherwise"] = "The same side said later that it will be otherwise.",
        ["not-done"] = "Later reports say that what was promised was not done.",
        ["done-all-the-same"] = "Later reports tell of what was not to be done.",
        ["nothing-against-it"] = "Its day passed, and no report tells of what was not to be done.",
        ["day-passed"] = "Its day passed, and no report tells of the deed.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The ids of the rules, sorted.</summary>
    public static IEnumerable<string> Ids => Sentences.Keys.Order(StringComparer.Ordinal);

    /// <summary>What a rule says.</summary>
    public static string Sentence(string rule) => Sentences[rule];
}
