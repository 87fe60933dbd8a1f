using OnRecord.Language.Mentions.Places;

namespace OnRecord.Tests.Places;

public class PlaceNamesTests
{
    [Theory]
    [InlineData("Lashkar Gāh", "lashkar gah")]
    [InlineData("Mūsá Qal‘ah", "musa qalah")]
    [InlineData("Sana'a", "sanaa")]
    [InlineData("Şırnak", "sirnak")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Gəncə", "ganca")]
    [InlineData("Straße", "strasse")]
    [InlineData("Deir ez-Zor", "deir ez zor")]
    [InlineData("The Hague", "hague")]
    [InlineData("the", "the")]
    [InlineData("U.S.", "us")]
    [InlineData("Washington, D.C.", "washington dc")]
    [InlineData("Saint Louis", "st louis")]
    [InlineData("Jammu & Kashmir", "jammu and kashmir")]
    [InlineData("  ", "")]
    [InlineData("Київ", "київ")]
    public void Folds(string name, string folded) => PlaceNames.Fold(name).ShouldBe(folded);

    [Theory]
    [InlineData("Lashkar Gāh", "Lashkar Gah")]
    [InlineData("Île-de-France", "Ile-de-France")]
    [InlineData("Qal‘ah", "Qalah")]
    [InlineData("Ma’rib", "Ma'rib")]
    public void Keeps_case_in_plain_names(string name, string plain) => PlaceNames.Plain(name).ShouldBe(plain);

    [Theory]
    [InlineData("Kandahār")]
    [InlineData("São Tomé")]
    [InlineData("Ḩalab")]
    public void Folding_twice_changes_nothing(string name) => PlaceNames.Fold(PlaceNames.Fold(name)).ShouldBe(PlaceNames.Fold(name));
}
