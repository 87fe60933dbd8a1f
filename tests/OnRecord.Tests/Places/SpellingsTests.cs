using OnRecord.Language.Mentions.Places;

namespace OnRecord.Tests.Places;

public sealed class SpellingsTests
{
    [Theory]
    [InlineData("mellit", "melit")]
    [InlineData("el geneina", "al junaynah", false)]
    [InlineData("al hasakah", "hasakeh")]
    [InlineData("ad damazin", "damazin")]
    [InlineData("ash shaddadi", "shaddadi")]
    [InlineData("debre tabour", "debre tabor")]
    [InlineData("khan sheikhoun", "khan shaykhun", false)]
    [InlineData("qamishli", "kamishli")]
    [InlineData("sheberghan", "shebergan")]
    [InlineData("kutum", "katum", false)]
    public void Spellings_of_one_name_come_to_one_form(string one, string other, bool same = true) => (Spellings.Of(one) == Spellings.Of(other)).ShouldBe(same);

    [Theory]
    [InlineData("bab")]
    [InlineData("al bab")]
    [InlineData("")]
    [InlineData("a")]
    public void Too_short_a_name_has_no_form(string name) => Spellings.Of(name).ShouldBe("");
}
