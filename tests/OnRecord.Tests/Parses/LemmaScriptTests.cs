using FsCheck;
using FsCheck.Fluent;
using OnRecord.Language.Parses;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Tests.Parses;

public sealed class LemmaScriptTests
{
    [Theory]
    [InlineData("captured", "capture", "retired", "retire")]
    [InlineData("Cities", "city", "armies", "army")]
    [InlineData("Taliban", "Taliban", "Kunduz", "Kunduz")]
    [InlineData("IRAQ", "Iraq", "SYRIA", "Syria")]
    [InlineData("went", "go", "is", "go")]
    public void A_script_carries_over_to_other_words(string form, string lemma, string other, string otherLemma) =>
        LemmaScript.Apply(LemmaScript.Between(form, lemma), other).ShouldBe(otherLemma);

    [Fact]
    public void A_script_does_not_apply_to_a_form_with_another_ending() => LemmaScript.Apply(LemmaScript.Between("cities", "city"), "towns").ShouldBeNull();

    [Fact]
    public void A_script_makes_the_lemma_it_was_made_from() => Prop.ForAll<NonEmptyString, NonEmptyString>((form, lemma) =>
    {
        var script = LemmaScript.Between(form.Get, lemma.Get);
        return script.LastIndexOf('|') != script.IndexOf('|') || LemmaScript.Apply(script, form.Get) == lemma.Get;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("seized", "seiz", "seize")]
    [InlineData("bombing", "bomb", "bomb")]
    [InlineData("gunned", "gunn", "gun")]
    [InlineData("armies", "armi", "army")]
    [InlineData("attacked", "attacke", "attack")]
    [InlineData("blorbed", "blorb", "blorb")]
    [InlineData("flogged", "flogge", "flog")]
    [InlineData("barred", "barre", "bar")]
    public void What_is_no_word_is_mended(string form, string cut, string lemma)
    {
        string[] words = ["seize", "bomb", "gun", "army", "attack", "flog", "bar", "barre"];
        LemmaScript.Mend(form, cut, Upos.VERB, words.Contains).ShouldBe(lemma);
    }
}
