using System.Collections.Immutable;
using OnRecord.Language;
using OnRecord.Language.Articles;
using OnRecord.Statements;

namespace OnRecord.Cli.Inputs;

/// <summary>What came of one article: its statements, or why there are none.</summary>
internal sealed record Reading(Article? Article, ImmutableArray<Statement> Statements, Problem? Problem)
{
    /// <summary>Reads an article; a mistake in the reader costs this article, not the ones after it.</summary>
    public static Reading Of(Article article, IReader reader, string where)
    {
        if (article.Language is { } language && !language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            return new Reading(null, [], new Problem($"is in another language than English ({language})", where, "give a report in English"));
        try
        {
            return new Reading(article, reader.Read(article), null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Mistake(e, where);
        }
    }

    /// <summary>An article lost to a mistake in OnRecord itself.</summary>
    public static Reading Mistake(Exception e, string where) =>
        new(null, [], new Problem($"could not be read ({e.GetType().Name}: {e.Message})", where, "this is a mistake in OnRecord itself: please report it with the article"));
}
