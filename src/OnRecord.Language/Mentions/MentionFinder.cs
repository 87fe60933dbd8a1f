using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions;

/// <summary>Finds what an article mentions, and resolves it against the actor list, the gazetteer and the calendar.</summary>
public sealed class MentionFinder
{
    /// <summary>The mentions of an article whose sentences were parsed.</summary>
    public ArticleMentions Find(Article article, ImmutableArray<Parse> parses) => throw new NotSupportedException();
}
