using System.Text;
using OnRecord.Language.Articles;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Tests.Ledger;

public class StatementJsonTests
{
    [Fact]
    public void What_is_written_is_read_back_whole()
    {
        foreach (var statement in new[] { Make.Full() with { Id = "x" }, new Statement { Id = "x", Type = "clash", Trigger = new TextSpan(1, 2), Span = new TextSpan(0, 9) } })
        {
            var bytes = StatementJson.Write(statement);
            var back = StatementJson.Read("x", bytes).Value.ShouldNotBeNull();
            StatementJson.Write(back).ShouldBe(bytes);
            ContentId.Of("a", back).ShouldBe(ContentId.Of("a", statement));
            back.Id.ShouldBe("x");
        }
    }

    [Fact]
    public void A_place_known_by_name_alone_stays_so()
    {
        var place = Make.Full().Place! with { Place = Make.Full().Place!.Place! with { Approximate = true } };
        StatementJson.Read("x", StatementJson.Write(Make.Full() with { Place = place })).Value!.Place!.Place!.Approximate.ShouldBeTrue();
    }

    [Fact]
    public void What_is_empty_is_left_out()
    {
        var statement = new Statement { Id = "x", Type = "clash", Trigger = new TextSpan(1, 2), Span = new TextSpan(0, 9) };
        Encoding.UTF8.GetString(StatementJson.Write(statement)).ShouldBe("""{"type":"clash","trigger":[1,2],"span":[0,9]}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"clash","trigger":[1],"span":[0,9]}""")]
    [InlineData("""{"type":"clash","trigger":[1,2],"span":[0,9],"mode":"perhaps"}""")]
    [InlineData("""{"type":"clash","trigger":[1,2],"span":[0,9],"deadline":{"day":"13 August","at":[0,1]}}""")]
    [InlineData("""{"type":"clash","trigger":[1,2],"span":[0,9],"time":7}""")]
    public void Damaged_lines_are_a_problem_not_a_crash(string json) =>
        StatementJson.Read("x", Encoding.UTF8.GetBytes(json)).Problem.ShouldNotBeNull().Where.ShouldContain("x");
}
