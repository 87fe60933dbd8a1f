using OnRecord.Scores;

namespace OnRecord.Tests.Scores;

public sealed class GoldYamlTests
{
    [Fact]
    public void A_reference_to_itself_is_refused_with_its_line()
    {
        var read = GoldFile.Parse("id: a\nloop: &a {*a : x}\n", "mine.yaml");
        read.Value.ShouldBeNull();
        read.Problem!.Where.ShouldBe("mine.yaml:2");
        read.Problem.What.ShouldContain("references");
    }

    [Fact]
    public void Nesting_that_recursion_would_not_survive_is_refused() =>
        GoldFile.Parse(new string('[', 100_000), "deep.yaml").Problem!.Where.ShouldStartWith("deep.yaml:1");
}
