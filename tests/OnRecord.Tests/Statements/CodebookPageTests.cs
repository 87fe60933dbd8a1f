using OnRecord.Lab.Building;
using OnRecord.Statements.Coding;
using OnRecord.Tests.House;

namespace OnRecord.Tests.Statements;

public class CodebookPageTests
{
    private static readonly string Data = Path.Combine(Repository.Root, "data");

    [Fact]
    public void The_reference_is_what_the_codebook_says_now()
    {
        var book = CodebookReader.Read(Path.Combine(Data, "codebook")).Value.ShouldNotBeNull();
        var more = CodebookReader.Read(Path.Combine(Data, "codebook"), [Path.Combine(Data, "extensions", "diplomacy")]).Value.ShouldNotBeNull();
        var same = CodebookPage.Of(book, more) == Repository.Read("docs/reference/codebook.md").ReplaceLineEndings("\n");
        same.ShouldBeTrue("write it again: lab codebook-page --write docs/reference/codebook.md");
    }

    [Fact]
    public void Every_type_of_the_codebook_and_of_the_addition_has_its_section()
    {
        var page = Repository.Read("docs/reference/codebook.md");
        var more = CodebookReader.Read(Path.Combine(Data, "codebook"), [Path.Combine(Data, "extensions", "diplomacy")]).Value.ShouldNotBeNull();
        more.Types.Count.ShouldBe(48);
        more.Types.Keys.Where(t => !page.Contains($"### {t}\n", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
