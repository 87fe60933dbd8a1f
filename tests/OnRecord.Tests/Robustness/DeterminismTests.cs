using OnRecord.Language.Articles;
using OnRecord.Ledger;
using OnRecord.Tests.Cases;

namespace OnRecord.Tests.Robustness;

/// <summary>The same articles give the same bytes, on any number of threads, in any order, and by any reader.</summary>
public sealed class DeterminismTests(ReaderFixture reader) : IClassFixture<ReaderFixture>
{
    private static readonly Article[] Articles =
    [
        .. Directory.EnumerateFiles(CaseCheck.Folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(CaseFile.Read)
            .Select(c => ArticleReader.FromInput(new ArticleInput { Id = c.Name, Text = c.Text, Published = c.About["published"] }).Value!),
    ];

    [Fact]
    public void Threads_and_order_change_nothing()
    {
        var once = Articles.ToDictionary(a => a.Id, a => Json(reader.Value, a));
        once.Values.Sum(json => json.Length).ShouldBeGreaterThan(10_000);
        foreach (var seed in new[] { 1, 2 })
        {
            var shuffled = Articles.ToArray();
            new Random(seed).Shuffle(shuffled);
            Parallel.ForEach(shuffled, new ParallelOptions { MaxDegreeOfParallelism = 4 }, article => Json(reader.Value, article).ShouldBe(once[article.Id], article.Id));
        }
    }

    [Fact]
    public void A_second_reader_reads_the_same()
    {
        using var other = new ReaderFixture();
        foreach (var article in Articles) Json(other.Value, article).ShouldBe(Json(reader.Value, article), article.Id);
    }

    // One line a statement, as the record stores it.
    private static string Json(IReader reader, Article article) =>
        string.Join('\n', reader.Read(article).Select(s => System.Text.Encoding.UTF8.GetString(StatementJson.Write(s))));
}
