using OnRecord.Pictures;

namespace OnRecord.Tests.Pictures;

public class PartyTests
{
    [Theory]
    [InlineData("AF/government", "AF/military", true)]
    [InlineData("AF", "AF/police", true)]
    [InlineData("AF/government", "US/government", false)]
    [InlineData("AF/government", "AF/rebels", false)]
    [InlineData("AF/military", "AF/nationals", false)]
    [InlineData("AF/rebels", "AF/militants", false)]
    [InlineData("taliban", "taliban", true)]
    [InlineData("taliban", "isis", false)]
    [InlineData("name:gunmen", "name:gunmen", true)]
    public void Arms_of_one_state_are_one_side(string a, string b, bool same)
    {
        Parties.SameSide(a, b).ShouldBe(same);
        Parties.SameSide(b, a).ShouldBe(same);
    }

    [Theory]
    [InlineData("name:x", "Afghan villagers", true)]
    [InlineData("AF/medics", "surgeons", true)]
    [InlineData("AF/military", "soldiers", false)]
    public void Civilians_are_told_by_identity_or_noun(string key, string name, bool civilian) =>
        Parties.IsCivilian(new Party(key, name, null)).ShouldBe(civilian);
}
