namespace OnRecord.Tests.Sentences;

public class WordTests
{
    [Theory]
    // Clitics.
    [InlineData("They don't say who's there.", "They do +n't say who +'s there .")]
    [InlineData("We’ll stay, they’ve left, I'm sure she'd know.", "We +’ll stay , they +’ve left , I +'m sure she +'d know .")]
    [InlineData("The rebels cannot hold it.", "The rebels can +not hold it .")]
    [InlineData("It's gonna rain, and I wanna go.", "It +'s gon +na rain , and I wan +na go .")]
    [InlineData("im sure Im Yong and the Int'l Gov't of Sa'd went", "i +m sure Im Yong and the Int'l Gov't of Sa'd went")]
    [InlineData("the rebels' demands and the army's reply", "the rebels +' demands and the army +'s reply")]
    [InlineData("He called them 'the rebels' and left.", "He called them ' the rebels ' and left .")]
    [InlineData("Da'esh, Ba'ath, Qa'im and Sana'a", "Da'esh , Ba'ath , Qa'im and Sana'a")]
    [InlineData("2014's war and the 1990's", "2014 +'s war and the 1990's")]
    // Hyphens and dashes.
    [InlineData("a war-torn, U.S.-backed anti-government front", "a war - torn , U.S. - backed anti-government front")]
    [InlineData("pro-Russian ex-soldiers of the mid-1980s e-mailed", "pro-Russian ex-soldiers of the mid-1980s e-mailed")]
    [InlineData("Jamaat-e-Islami and al-Shabab in Deir ez-Zor", "Jamaat - e - Islami and al - Shabab in Deir ez - Zor")]
    [InlineData("the talks--long delayed--failed — again", "the talks -- long delayed -- failed — again")]
    [InlineData("from 2001–2004 and 10-12 men", "from 2001 – 2004 and 10 - 12 men")]
    // Numbers, units, money, times.
    [InlineData("3,000 troops, $2.5bn, US$40 and €7m", "3,000 troops , $ 2.5 bn , US$ 40 and € 7 m")]
    [InlineData("a 35mm gun, 160km off, at 7:30pm on 9/11", "a 35 mm gun , 160 km off , at 7:30 pm on 9/11")]
    [InlineData("the 5th day, the '90s, 30% or 4.5°C", "the 5th day , the '90s , 30 % or 4.5 ° C")]
    [InlineData("call 555-0199 or +1 202-555-0100", "call 555-0199 or +1 202-555-0100")]
    [InlineData("No. 5 Squadron, p. 12", "No. 5 Squadron , p. 12")]
    // Abbreviations.
    [InlineData("Gen. Smith met the U.N. envoy, i.e. a U.S. citizen.", "Gen. Smith met the U.N. envoy , i.e. a U.S. citizen .")]
    [InlineData("It began at 5 p.m.", "It began at 5 p.m .")]
    [InlineData("It returned to the U.S.", "It returned to the U.S.")]
    [InlineData("They sell arms, fuel, etc.", "They sell arms , fuel , etc .")]
    // Punctuation.
    [InlineData("\"Stop!\" he said (twice)...", "\" Stop ! \" he said ( twice ) ...")]
    [InlineData("What?! No!!!", "What ?! No !!!")]
    [InlineData("him/her and/or AT&T", "him / her and / or AT&T")]
    // Addresses.
    [InlineData("See http://example.org/a?b=c, or (www.example.com).", "See http://example.org/a?b=c , or ( www.example.com ) .")]
    [InlineData("Write to press@example.org.", "Write to press@example.org .")]
    [InlineData("It was on example.com, he tweeted @nato #Ukraine :)", "It was on example.com , he tweeted @nato #Ukraine :)")]
    public void Words_are_cut_as_the_treebanks_do(string text, string words) => string.Join(" ", Cut.Show(text)).ShouldBe(words);

    [Theory]
    [InlineData("\uFEFFKabul fell.", "Kabul fell .")]
    [InlineData("\u200FKabul\u200F fell\u200E.", "Kabul fell .")]
    [InlineData("a\0b \u0007 c", "a b c")]
    [InlineData("co\u00ADop", "co\u00ADop")]
    [InlineData("\uD83D\uDE00\uD83D\uDE00ok", "\uD83D\uDE00\uD83D\uDE00 ok")]
    public void Marks_that_nobody_sees_are_no_words(string text, string words) => string.Join(" ", Cut.Show(text)).ShouldBe(words);

    // Attributes cannot hold half a pair.
    [Fact]
    public void Half_a_pair_is_a_letter_like_others() => Cut.Show("x\uD800y").ShouldBe(["x\uD800y"]);
}
