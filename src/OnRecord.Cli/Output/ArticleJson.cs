using OnRecord.Ledger;

namespace OnRecord.Cli.Output;

/// <summary>Articles as JSON.</summary>
internal static class ArticleJson
{
    /// <summary>What the record has of an article beside its text.</summary>
    public static JsonWriter ArticleMembers(this JsonWriter json, ArticleEntry article) => json
        .Name("id").Value(article.Id).Name("key").Value(article.Key).Name("title").Value(article.Title).Name("outlet").Value(article.Outlet).Name("byline").Value(article.Byline)
        .Name("dateline").Value(article.Dateline).Name("agency").Value(article.Agency).Name("published").Value(article.Published).Name("url").Value(article.Url)
        .Name("known").Value(article.Known).Name("recorded").Value(article.RecordedAt);
}
