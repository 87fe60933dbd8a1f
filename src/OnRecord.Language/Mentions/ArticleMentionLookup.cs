namespace OnRecord.Language.Mentions;

/// <summary>Looks mentions up by the words they stand on.</summary>
public static class ArticleMentionLookup
{
    /// <summary>The mention that word <paramref name="head"/> of a sentence heads, or null.</summary>
    public static Mention? MentionAt(this ArticleMentions mentions, int sentence, int head)
    {
        for (var i = First(mentions, sentence); i < mentions.Mentions.Length && mentions.Mentions[i].Sentence == sentence; i++)
            if (mentions.Mentions[i].Head == head) return mentions.Mentions[i];
        return null;
    }

    /// <summary>The shortest mention that covers a word, or null.</summary>
    public static Mention? MentionOver(this ArticleMentions mentions, int sentence, int word)
    {
        Mention? shortest = null;
        for (var i = First(mentions, sentence); i < mentions.Mentions.Length && mentions.Mentions[i].Sentence == sentence; i++)
        {
            var m = mentions.Mentions[i];
            if (m.Start <= word && word < m.End && (shortest is null || m.End - m.Start < shortest.End - shortest.Start)) shortest = m;
        }
        return shortest;
    }

    /// <summary>The mentions of a sentence, in text order.</summary>
    public static IEnumerable<Mention> MentionsIn(this ArticleMentions mentions, int sentence)
    {
        for (var i = First(mentions, sentence); i < mentions.Mentions.Length && mentions.Mentions[i].Sentence == sentence; i++) yield return mentions.Mentions[i];
    }

    /// <summary>The entity that a mention refers to.</summary>
    public static Entity EntityOf(this ArticleMentions mentions, Mention mention) => mentions.Entities[mention.Entity];

    /// <summary>The entity of the mention that word <paramref name="head"/> of a sentence heads, or null.</summary>
    public static Entity? EntityAt(this ArticleMentions mentions, int sentence, int head) =>
        mentions.MentionAt(sentence, head) is { } mention ? mentions.Entities[mention.Entity] : null;

    private static int First(ArticleMentions mentions, int sentence)
    {
        var (low, high) = (0, mentions.Mentions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions.Mentions[middle].Sentence < sentence) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
