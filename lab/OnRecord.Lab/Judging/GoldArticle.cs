using System.Globalization;
using OnRecord.Language.Articles;
using OnRecord.Scores;

namespace OnRecord.Lab.Judging;

/// <summary>Makes an article of an annotated document.</summary>
internal static class GoldArticle
{
    public static Article Of(GoldDocument document) => ArticleReader.FromInput(new ArticleInput
    {
        Id = document.Id,
        Text = document.Text,
        Title = document.Title,
        Outlet = document.Outlet,
        Dateline = document.Dateline,
        Published = document.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Url = document.Url,
    }).Value ?? throw new InvalidDataException($"{document.Id} cannot be read");
}
