using OnRecord.Language.Mentions.Actors;

namespace OnRecord.Tests.Mentions;

public class ActorIndexTests
{
    private static readonly ActorIndex Actors = ActorData.Index;

    [Theory]
    [InlineData("Taliban", "taliban")]
    [InlineData("the Taleban", "taliban")]
    [InlineData("Al Shabaab", "al-shabaab")]
    [InlineData("al-Shabab", "al-shabaab")]
    [InlineData("Daesh", "islamic-state")]
    [InlineData("Islamic State of Iraq and the Levant", "islamic-state")]
    [InlineData("ISIL-K", "iskp")]
    [InlineData("U.S.", "US")]
    [InlineData("the United Kingdom", "GB")]
    [InlineData("Côte d’Ivoire", "CI")]
    [InlineData("Taliban fighters", "taliban")]
    [InlineData("M23 rebels", "m23")]
    [InlineData("members of the Popular Mobilization Forces", "pmf")]
    [InlineData("gunmen of the Maute group", "maute")]
    [InlineData("Turkish-backed GNA forces", "gna")]
    [InlineData("the Saudi-led coalition", "saudi-led-coalition")]
    [InlineData("Afghan Army soldiers", "AF/military")]
    [InlineData("Afghan troops", "AF/military")]
    [InlineData("Ukrainian forces", "UA/military")]
    [InlineData("Somali police", "SO/police")]
    [InlineData("Somali police officers", "SO/police")]
    [InlineData("the Afghan government", "AF/government")]
    [InlineData("government of Mali", "ML/government")]
    [InlineData("Kremlin", "RU/government")]
    [InlineData("Pentagon", "US/defence-ministry")]
    [InlineData("the Ministry of Defence of Ukraine", "UA/defence-ministry")]
    [InlineData("Ukraine's defence ministry", "UA/defence-ministry")]
    [InlineData("Israel Defense Forces", "IL/military")]
    [InlineData("Syrian rebels", "SY/rebels")]
    [InlineData("NATO troops", "nato")]
    [InlineData("Turkish F-16 fighter jet", "TR/air-force")]
    public void Identifies_names_and_composed_phrases(string phrase, string actor) => Actors.Identify(phrase).Actor.ShouldBe(actor);

    [Theory]
    [InlineData("Taliban spokesperson", "taliban", "spokesperson")]
    [InlineData("US State Department spokesperson", "US/foreign-ministry", "spokesperson")]
    [InlineData("Azerbaijan's president", "AZ/government", "president")]
    [InlineData("spokesman for the Saudi-led coalition", "saudi-led-coalition", "spokesperson")]
    [InlineData("UN's deputy envoy for Sudan", "un", "envoy")]
    [InlineData("head of the Taliban delegation", "taliban", "head")]
    [InlineData("Afghan army spokesman", "AF/military", "spokesperson")]
    public void Identifies_whom_an_office_speaks_for(string phrase, string actor, string title)
    {
        var match = Actors.Identify(phrase);
        match.Actor.ShouldBe(actor);
        match.Title!.Id.ShouldBe(title);
    }

    [Theory]
    [InlineData("gunmen")]
    [InlineData("the army")]
    [InlineData("insurgents linked to Islamic State")]
    [InlineData("fighters from Misrata")]
    [InlineData("pro-Russian demonstrators")]
    [InlineData("young Afghan man with a rifle")]
    [InlineData("JEM")]
    [InlineData("")]
    [InlineData("of of the")]
    [InlineData("(((")]
    public void Abstains_with_a_reason(string phrase)
    {
        var match = Actors.Identify(phrase);
        if (phrase.StartsWith("young", StringComparison.Ordinal)) match.Actor.ShouldBe("AF/nationals");
        else (match.Actor, match.Reason is null).ShouldBe((null, false));
    }

    [Fact]
    public void The_country_of_the_text_settles_roles_and_shared_names()
    {
        Actors.Identify("the army", "ML").Actor.ShouldBe("ML/military");
        Actors.Identify("JEM", "SD").Actor.ShouldBe("jem-sudan");
        Actors.Identify("SNA", "SO").Actor.ShouldBe("SO/military");
        Actors.Identify("SNA").Actor.ShouldBe("sna");
        Actors.Identify("gunmen", "ML").Actor.ShouldBeNull();
    }

    [Theory]
    [InlineData("the Taliban", "taliban")]
    [InlineData("ISIL", "Islamic State")]
    [InlineData("Afghan army", "Afghan soldiers")]
    [InlineData("United States", "U.S. government")]
    [InlineData("Russia", "Moscow")]
    [InlineData("Taliban militants", "Taliban")]
    [InlineData("Ned (spokesperson)", "Ned")]
    [InlineData("Türkiye", "Turkey")]
    [InlineData("unheard-of brigade", "the Unheard-Of Brigade")]
    public void Same(string a, string b) => Actors.SameActor(a, b).ShouldBeTrue();

    [Theory]
    [InlineData("Taliban", "Taliban spokesperson")]
    [InlineData("Afghan men", "Afghan women")]
    [InlineData("Afghan army", "Afghan police")]
    [InlineData("army", "Malian army")]
    [InlineData("Niger", "Nigeria")]
    [InlineData("gunmen", "militants")]
    [InlineData("Israel", "Israelis")]
    [InlineData("", "Taliban")]
    public void Not_the_same(string a, string b) => Actors.SameActor(a, b).ShouldBeFalse();
}
