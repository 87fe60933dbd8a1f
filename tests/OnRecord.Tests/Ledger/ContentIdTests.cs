using System.Reflection;
using OnRecord.Language.Articles;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Tests.Ledger;

public class ContentIdTests
{
    [Fact]
    public void An_id_is_26_letters_and_digits_of_base_32_and_stays_what_it_was()
    {
        var id = ContentId.OfArticle("k", "text", null, "Gazette", new DateOnly(2021, 8, 8));
        id.ShouldMatch("^[a-z2-7]{26}$");
        id.ShouldBe(ContentId.OfArticle("k", "text", null, "Gazette", new DateOnly(2021, 8, 8)));
        // Written down so that a change of the way ids are made cannot slip in: it would make every old record strange.
        id.ShouldBe("qkewcjud5wyjazh42srnnb2nel");
        ContentId.Of("a", Make.Full()).ShouldBe("7ja3weficrezvshgdihsf7znyy");
    }

    [Fact]
    public void Fields_do_not_run_into_each_other()
    {
        var ids = new[]
        {
            ContentId.OfArticle("ab", "c", null, null, null), ContentId.OfArticle("a", "bc", null, null, null), ContentId.OfArticle("abc", "", null, null, null),
            ContentId.OfArticle("abc", "", "", null, null), ContentId.OfArticle("abc", "", null, "", null),
        };
        ids.Distinct().Count().ShouldBe(ids.Length);
    }

    [Fact]
    public void Every_field_of_a_statement_counts()
    {
        var full = Make.Full();
        var ids = new HashSet<string> { ContentId.Of("a", full), ContentId.Of("b", full) };
        var empty = new Statement { Id = "", Type = "", Trigger = default, Span = default };
        foreach (var field in typeof(Statement).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(f => f.CanWrite && f.Name != "Id"))
        {
            var changed = full with { };
            field.SetValue(changed, field.GetValue(empty));
            ids.Add(ContentId.Of("a", changed)).ShouldBeTrue(field.Name);
        }
        ContentId.Of("a", full with { Id = "other" }).ShouldBe(ContentId.Of("a", full));
    }

    [Fact]
    public void An_article_of_the_reading_step_becomes_an_entry_with_its_content_id()
    {
        var article = new Article { Id = "k1", Text = "words", Blocks = [], Title = "t", Outlet = "o", Published = new DateOnly(2021, 8, 8), Agency = "AP", Url = "https://example.org/1" };
        var entry = ArticleEntry.Of(article, Make.Noon);
        entry.Id.ShouldBe(ContentId.OfArticle("k1", "words", "t", "o", new DateOnly(2021, 8, 8)));
        (entry.Key, entry.Agency, entry.Url, entry.RecordedAt).ShouldBe(("k1", "AP", "https://example.org/1", Make.Noon));
        entry.Entry(Make.Full()).Statement.Id.ShouldBe(ContentId.Of(entry.Id, Make.Full()));
    }
}
