using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;

namespace OnRecord.Tests.Places;

public class PlaceResolverTests(ShippedGazetteer shipped) : IClassFixture<ShippedGazetteer>
{
    private readonly Gazetteer _gazetteer = shipped.Gazetteer;

    [Fact]
    public void A_country_name_is_the_country()
    {
        foreach (var (name, iso) in new[] { ("Georgia", "GE"), ("Jordan", "JO"), ("Chad", "TD"), ("Mali", "ML"), ("Niger", "NE"), ("Lebanon", "LB"), ("Mexico", "MX") })
            Resolve(name)[0].Place!.Code.ShouldBe(iso);
    }

    [Fact]
    public void Cities_of_the_state_make_Georgia_the_state()
    {
        var decisions = Resolve("Georgia", "Atlanta", "Savannah", "Macon");
        decisions[0].Place!.Code.ShouldBe("US.GA");
        Resolve("Georgia", "Tbilisi", "Batumi")[0].Place!.Code.ShouldBe("GE");
    }

    [Fact]
    public void What_the_text_puts_around_a_place_decides()
    {
        var texas = Decide("Paris") with { Within = "Texas" };
        Resolve([texas])[0].Place!.Admin1.ShouldBe("Texas");
        Resolve([texas])[0].Reason.ShouldBe("said to lie in Texas");
        Resolve("Paris")[0].Place!.Country.ShouldBe("FR");
    }

    [Theory]
    [InlineData("Militants shelled Granada, Mozambique.", "Granada", true)]
    [InlineData("A bomb went off in Granada, Mozambique, on Monday.", "Granada", true)]
    [InlineData("Talks in Paris, Germany's envoy said, were useful.", "Paris", false)]
    public void A_country_set_off_by_commas_holds_even_against_fame(string text, string name, bool firm)
    {
        var outer = firm ? "Mozambique" : "Germany";
        TextSpan Span(string of) => new(text.IndexOf(of, StringComparison.Ordinal), text.IndexOf(of, StringComparison.Ordinal) + of.Length);
        var names = PlaceHints.Read(_gazetteer, text, [Span(name), Span(outer)]);
        names[0].Firm.ShouldBe(firm);
        var decision = Resolve([.. names])[0];
        if (firm) (decision.Place, decision.Around!.Code).ShouldBe((null, "MZ"));
        else decision.Place!.Country.ShouldBe("FR");
    }

    [Fact]
    public void What_goes_on_outwards_is_no_list()
    {
        const string text = "A bomb went off in Panjwayi District, Kandahar Province, Afghanistan.";
        TextSpan Span(string of) => new(text.IndexOf(of, StringComparison.Ordinal), text.IndexOf(of, StringComparison.Ordinal) + of.Length);
        PlaceHints.Read(_gazetteer, text, [Span("Panjwayi District"), Span("Kandahar Province"), Span("Afghanistan")])[0].Within.ShouldBe("Kandahar Province");
    }

    [Fact]
    public void One_name_has_one_sense_in_an_article()
    {
        var decisions = Resolve([Decide("Paris"), Decide("Paris") with { Within = "Texas" }, Decide("Paris")]);
        decisions.ShouldAllBe(d => d.Place!.Admin1 == "Texas");
    }

    [Fact]
    public void Neighbours_outweigh_fame()
    {
        Resolve("Tripoli", "Sidon", "Tyre", "Baalbek")[0].Place!.Country.ShouldBe("LB");
        Resolve("Tripoli", "Misrata", "Benghazi")[0].Place!.Country.ShouldBe("LY");
    }

    [Fact]
    public void A_county_and_a_town_in_it_speak_for_each_other()
    {
        Resolve("Paris", "Henry County")[0].Place!.Admin1.ShouldBe("Tennessee");
        Resolve("Henry County", "Paris")[0].Place!.Admin1.ShouldBe("Tennessee");
        Resolve("Paris", "Kent")[0].Place!.Country.ShouldBe("FR");
    }

    [Theory]
    [InlineData("Mexico City", "Mexico City")]
    [InlineData("Abha International Airport", "Abha")]
    [InlineData("Kandahar Air Base", "Kandahar")]
    [InlineData("Port of Odesa", "Odesa")]
    [InlineData("North London", "London")]
    public void What_is_built_is_in_the_town_it_is_named_after(string name, string town) => Resolve(name)[0].Place!.Name.ShouldBe(town);

    [Theory]
    [InlineData("Manchester and Birmingham, England", "Manchester", "Birmingham", "England", "GB")]
    [InlineData("Tripoli and Sidon, Lebanon", "Tripoli", "Sidon", "Lebanon", "LB")]
    public void What_holds_the_last_of_two_holds_both(string text, string first, string second, string outer, string country)
    {
        var spans = new[] { first, second, outer }.Select(n => new TextSpan(text.IndexOf(n, StringComparison.Ordinal), text.IndexOf(n, StringComparison.Ordinal) + n.Length)).ToArray();
        var names = PlaceHints.Read(_gazetteer, text, spans);
        names[0].Within.ShouldBe(outer);
        new PlaceResolver(_gazetteer).Resolve(names, PlaceContext.Empty)[0].Place!.Country.ShouldBe(country);
    }

    [Fact]
    public void A_list_of_places_does_not_share_what_cannot_hold_them()
    {
        const string text = "Herat and Mosul, Iraq";
        PlaceHints.Read(_gazetteer, text, [new TextSpan(0, 5), new TextSpan(10, 15), new TextSpan(17, 21)])[0].Within.ShouldBeNull();
    }

    [Theory]
    [InlineData("Two men were shot in Tiko, Yola, Nigeria.", "Tiko;Yola;Nigeria", "NG")]
    [InlineData("Troops entered Oran Township, Sagaing.", "Oran Township;Sagaing", "MM")]
    [InlineData("They raided Oran in southern Lebanon.", "Oran;Lebanon", "LB")]
    [InlineData("Sorga, Banbe, Ethiopia.", "Sorga;Banbe;Ethiopia", "ET")]
    public void The_first_of_a_chain_lies_in_what_ends_it_or_is_unresolved_there(string text, string names, string country)
    {
        var decision = Resolve([.. PlaceHints.Read(_gazetteer, text, Spans(text, names))])[0];
        decision.Place.ShouldBeNull();
        decision.Around!.Country.ShouldBe(country);
    }

    [Fact]
    public void Of_several_capitals_none_lies_in_the_province_that_is_named_first()
    {
        const string text = "They overran Aybak and Taloqan, the capitals of Samangan and Takhar.";
        PlaceHints.Read(_gazetteer, text, Spans(text, "Taloqan;Samangan;Takhar"))[0].Within.ShouldBeNull();
    }

    [Fact]
    public void What_lies_between_a_place_and_its_country_need_not_be_known()
    {
        const string text = "A raid in Sorga, Banbe, Ethiopia, went on.";
        PlaceHints.Read(_gazetteer, text, Spans(text, "Sorga;Banbe;Ethiopia"))[0].Within.ShouldBe("Ethiopia");
    }

    [Theory]
    [InlineData("Clashes in Kita, Kayes, Mali, went on.", "Kita;Kayes;Mali")]
    [InlineData("A raid in Spin Boldak, Kandahar, Afghanistan.", "Spin Boldak;Kandahar;Afghanistan")]
    public void Between_a_town_and_its_country_a_name_is_of_the_province_that_holds_the_town(string text, string names)
    {
        var read = PlaceHints.Read(_gazetteer, text, Spans(text, names));
        read[0].Within.ShouldBe(names.Split(';')[1]);
        Resolve([.. read])[1].Place.ShouldNotBeNull().Kind.ShouldBe(PlaceKind.Admin1);
    }

    [Theory]
    [InlineData("Zelene, 20 km north of Kharkiv, burned.", "Zelene;Kharkiv", "Kharkiv")]
    [InlineData("Sorga, a village near Kaya, burned.", "Sorga;Kaya", "Kaya")]
    [InlineData("Sorga and Banbe near Kaya burned.", "Sorga;Banbe;Kaya", "Kaya")]
    [InlineData("Sorga, about 370 km south of Kaya, burned.", "Sorga;Kaya", null)]
    [InlineData("Sorga and Kaya burned.", "Sorga;Kaya", null)]
    public void What_a_place_lies_close_to_is_read_off_the_text(string text, string names, string? near) =>
        PlaceHints.Read(_gazetteer, text, Spans(text, names))[0].Near.ShouldBe(near);

    [Fact]
    public void A_place_said_to_be_near_a_town_is_the_one_near_it_or_unresolved_there()
    {
        Resolve([Decide("Hamdaniya") with { Near = "Aleppo" }, Decide("Aleppo")])[0].Place?.Country.ShouldNotBe("IQ");
        var unknown = Resolve([Decide("Sorga") with { Near = "Kaya" }, Decide("Kaya"), Decide("Burkina Faso")])[0];
        (unknown.Place, unknown.Around!.Name).ShouldBe((null, "Kaya"));
    }

    [Fact]
    public void What_holds_a_name_joined_to_another_holds_it_where_nothing_speaks_for_a_namesake()
    {
        const string text = "Houses burned in Palma and Quissanga, Mozambique.";
        Resolve([.. PlaceHints.Read(_gazetteer, text, Spans(text, "Palma;Quissanga;Mozambique"))])[0].Place?.Country.ShouldNotBe("ES");
    }

    [Fact]
    public void A_town_of_a_named_country_is_no_great_city_abroad()
    {
        var context = PlaceContext.Empty with { Countries = ImmutableSortedDictionary<string, int>.Empty.Add("MZ", 1) };
        Resolve([Decide("Palma") with { TypeWord = "town" }], context)[0].Place?.Country.ShouldNotBe("ES");
    }

    [Fact]
    public void The_type_word_tells_a_province_from_its_city()
    {
        var decisions = Resolve([Decide("Kunduz") with { ActedOn = true }, Decide("Kunduz") with { TypeWord = "province" }, Decide("Herat") with { TypeWord = "city" }]);
        decisions.Select(d => d.Place!.Kind).ShouldBe([PlaceKind.City, PlaceKind.Admin1, PlaceKind.City]);
    }

    [Fact]
    public void A_country_named_by_its_people_counts()
    {
        var context = PlaceContext.Empty with { Countries = ImmutableSortedDictionary<string, int>.Empty.Add("YE", 3) };
        Resolve([Decide("al-Jawf")], context)[0].Place!.Country.ShouldBe("YE");
    }

    [Fact]
    public void Unknown_and_undecided_names_stay_unresolved_with_the_reason()
    {
        var unknown = Resolve("Xyzzyville")[0];
        unknown.Place.ShouldBeNull();
        unknown.Reason.ShouldBe("no place called Xyzzyville in the gazetteer");

        var elsewhere = Resolve([Decide("Sangin") with { Within = "Ohio" }])[0];
        elsewhere.Place.ShouldBeNull();
        elsewhere.Reason.ShouldBe("no Sangin known in Ohio");
        elsewhere.Around!.Code.ShouldBe("US.OH");
    }

    [Fact]
    public void A_small_place_far_from_everything_else_stays_unresolved()
    {
        var decision = Resolve("Kabul", "Kandahar", "Herat", "Pakistan", "Marburg")[4];
        decision.Place.ShouldBeNull();
        decision.Reason.ShouldContain("far from everything else");
        Resolve("Marburg", "Frankfurt", "Kassel")[0].Place!.Country.ShouldBe("DE");
    }

    [Theory]
    [InlineData("Kaga", "NG", "NG")]
    [InlineData("Asadabad", "AF", "AF")]
    [InlineData("Asadabad", "IR", "IR")]
    [InlineData("Malanville", "BJ", "BJ")]
    [InlineData("Malanville", "BF", null)]
    [InlineData("Jebel", "SD", null)]
    [InlineData("Baghdad", "SD", "IQ")]
    public void A_report_keeps_to_the_countries_it_names_unless_a_place_is_known_to_everybody(string name, string named, string? meant)
    {
        var context = PlaceContext.Empty with { Countries = ImmutableSortedDictionary<string, int>.Empty.Add(named, 3) };
        Resolve([Decide(name)], context)[0].Place?.Country.ShouldBe(meant);
        (Resolve([Decide(name)], context)[0].Place is null).ShouldBe(meant is null);
    }

    [Fact]
    public void A_name_that_may_be_a_person_needs_the_text_to_say_that_it_is_a_place()
    {
        Resolve([Decide("Clinton") with { Doubtful = true }])[0].Place.ShouldBeNull();
        Resolve([Decide("Clinton") with { Doubtful = true, Within = "Iowa" }])[0].Place!.Admin1.ShouldBe("Iowa");
    }

    [Fact]
    public void A_part_of_a_place_is_marked()
    {
        var decision = Resolve("northern Mali")[0];
        (decision.Place!.Code, decision.Part).ShouldBe(("ML", true));
    }

    [Fact]
    public void A_very_long_list_of_names_is_resolved_too()
    {
        var names = Enumerable.Range(0, 2000).Select(i => Decide(i % 10 == 0 ? "Kabul" : $"Nowhere {i}")).ToArray();
        Resolve(names).Count(d => d.Place?.Name == "Kabul").ShouldBe(200);
    }

    [Fact]
    public void Nothing_gives_nothing() => Resolve([]).ShouldBeEmpty();

    [Theory]
    [InlineData("Shelling hit Paris, Texas, at night.", "Paris;Texas", "Texas;")]
    [InlineData("Troops left Fallujah in Anbar at dawn.", "Fallujah;Anbar", "Anbar;")]
    [InlineData("They took Helmand's Sangin.", "Helmand;Sangin", ";Helmand")]
    [InlineData("Mazar-i-Sharif, the capital of Balkh, was quiet.", "Mazar-i-Sharif;Balkh", "Balkh;")]
    [InlineData("Iraq, Iran and Syria sent envoys.", "Iraq;Iran;Syria", ";;")]
    [InlineData("Fighting in Kunduz, Herat and Kandahar went on.", "Kunduz;Herat;Kandahar", ";;")]
    [InlineData("A man from Alexandria, La., was there.", "Alexandria", "La.")]
    public void Containment_is_read_off_the_text(string text, string names, string within)
    {
        var spans = names.Split(';').Select(n => new TextSpan(text.IndexOf(n, StringComparison.Ordinal), text.IndexOf(n, StringComparison.Ordinal) + n.Length)).ToArray();
        string.Join(';', PlaceHints.Read(_gazetteer, text, spans).Select(n => n.Within)).ShouldBe(within);
    }

    [Theory]
    [InlineData("the province of Kunduz fell", "Kunduz", "province")]
    [InlineData("Kunduz province fell", "Kunduz", "province")]
    [InlineData("a village called Chardara burned", "Chardara", "village")]
    [InlineData("Kunduz fell", "Kunduz", null)]
    public void Type_words_are_read_off_the_text(string text, string name, string? word)
    {
        var at = text.IndexOf(name, StringComparison.Ordinal);
        PlaceHints.Read(_gazetteer, text, [new TextSpan(at, at + name.Length)])[0].TypeWord.ShouldBe(word);
    }

    [Theory]
    [InlineData("Nyalla", "Sudan", "Nyala")]
    [InlineData("Kutom", "Sudan", "Kutum")]
    [InlineData("Lyssychansk", "Ukraine", "Lysychansk")]
    [InlineData("Woldiya", "Ethiopia", "Woldia")]
    public void A_spelling_that_no_list_has_is_the_one_town_of_the_country_that_it_may_be(string name, string country, string town) =>
        Resolve([new PlaceName(name) { Within = country }])[0].Place!.Name.ShouldBe(town);

    [Theory]
    [InlineData("Nyalla", "Mali")]        // no such town there
    [InlineData("Lyssychansk", "Ohio")]   // names there are spelt in one way
    public void Another_spelling_says_nothing_elsewhere(string name, string around) => Resolve([new PlaceName(name) { Within = around }])[0].Place.ShouldBeNull();

    [Fact]
    public void A_spelling_by_itself_is_not_resolved() => Resolve("Nyalla")[0].Place.ShouldBeNull();

    private static TextSpan[] Spans(string text, string names) =>
        [.. names.Split(';').Select(n => new TextSpan(text.IndexOf(n, StringComparison.Ordinal), text.IndexOf(n, StringComparison.Ordinal) + n.Length))];

    private static PlaceName Decide(string name) => new(name);

    private ImmutableArray<PlaceDecision> Resolve(params string[] names) => Resolve([.. names.Select(Decide)]);

    private ImmutableArray<PlaceDecision> Resolve(PlaceName[] names, PlaceContext? context = null) =>
        new PlaceResolver(_gazetteer).Resolve(names, context ?? PlaceContext.Empty);
}
