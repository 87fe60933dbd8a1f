using OnRecord.Pictures;
using OnRecord.Statements;
using static OnRecord.Tests.Pictures.Scene;

namespace OnRecord.Tests.Pictures;

public class ControlTests
{
    private const string Taliban = "Taliban=taliban";
    private const string Army = "army=AF/military";
    private readonly Scene _scene = new();

    private Report Say(int day, string type, string agent = "", string patient = "", int? on = null, bool positive = true, OnRecord.Language.Mentions.Place? place = null,
        (double? Low, double? High, string Unit)? count = null, Mode mode = Mode.Actual) =>
        _scene.Report("Herald", day, $"Word number {_scene.Entries.Count} of the day.")
            .Says(type, "Word", agent, patient, place ?? Kunduz, time: on is { } d ? (d, d) : null, positive: positive, count: count, mode: mode);

    private PlaceControl Kunduz_ => _scene.Picture().Control.Single(control => control.Place.Place == Kunduz);

    private string[] Spans() => [.. Kunduz_.Spans.Select(span => $"{span.Holder?.Actor ?? "?"} {span.From.From?.Day}-{span.From.To?.Day} until {span.Until?.Day}")];

    [Fact]
    public void A_report_without_a_day_bounds_the_day_from_above()
    {
        Say(9, "capture", Taliban);
        Spans().ShouldBe(["taliban -9 until "]);
    }

    [Fact]
    public void A_day_said_outright_narrows_it()
    {
        Say(9, "capture", Taliban);
        Say(10, "capture", Taliban, on: 8);
        Spans().ShouldBe(["taliban 8-8 until "]);
    }

    [Fact]
    public void Held_since_a_day_is_held_from_that_day()
    {
        _scene.Report("Herald", 12, "Held since Sunday.").Says("hold", "Held", Taliban, place: Kunduz, time: (8, null));
        Spans().ShouldBe(["taliban 8-8 until "]);
    }

    [Fact]
    public void A_recapture_ends_one_span_and_begins_another()
    {
        Say(8, "capture", Taliban, on: 8);
        Say(11, "capture", Army, on: 10);
        Say(13, "capture", Taliban, on: 12);
        Spans().ShouldBe(["taliban 8-8 until 10", "AF/military 10-10 until 12", "taliban 12-12 until "]);
    }

    [Fact]
    public void Arms_of_one_state_are_one_holder()
    {
        Say(8, "hold", Army);
        Say(9, "hold", "police=AF/police");
        Spans().ShouldBe(["AF/military -8 until "]);
    }

    [Fact]
    public void A_retreat_leaves_it_open_who_holds()
    {
        Say(8, "hold", Army);
        Say(9, "retreat", Army, on: 9);
        Spans().ShouldBe(["AF/military -8 until 9"]);
        Kunduz_.Now.ShouldBeNull();
    }

    [Fact]
    public void A_retreat_of_another_side_changes_nothing()
    {
        Say(8, "hold", Taliban);
        Say(9, "retreat", Army, on: 9);
        Spans().ShouldBe(["taliban -8 until "]);
    }

    [Fact]
    public void A_surrender_hands_over()
    {
        Say(8, "hold", Army);
        Say(9, "surrender", Army, Taliban, on: 9);
        Spans().ShouldBe(["AF/military -8 until 9", "taliban 9-9 until "]);
    }

    [Fact]
    public void A_fall_to_nobody_named_is_to_the_taker_named_next_to_it()
    {
        Say(8, "capture", on: 8);
        Say(9, "capture", Taliban);
        Spans().ShouldBe(["taliban 8-8 until "]);
    }

    [Fact]
    public void A_fall_to_nobody_named_at_all_stays_open()
    {
        Say(8, "hold", Army);
        Say(12, "capture", on: 12);
        Spans().ShouldBe(["AF/military -8 until 12", "? 12-12 until "]);
    }

    [Fact]
    public void Fighting_after_the_taking_makes_it_contested_while_it_is_news()
    {
        Say(8, "capture", Taliban, on: 8);
        Kunduz_.Now!.Contested.ShouldBeFalse();
        Say(10, "clash", $"{Army};{Taliban}");
        Kunduz_.Now!.Contested.ShouldBeTrue();
        Say(25, "protest", place: Herat);
        Kunduz_.Now!.Contested.ShouldBeFalse();
    }

    [Fact]
    public void Fighting_before_the_taking_does_not()
    {
        Say(7, "clash", $"{Army};{Taliban}");
        Say(8, "capture", Taliban, on: 8);
        Kunduz_.Now!.Contested.ShouldBeFalse();
    }

    [Fact]
    public void Aims_countries_shares_and_numbers_take_no_place()
    {
        Say(8, "capture", Taliban, mode: Mode.Aim);
        Say(8, "capture", Taliban, place: Afghanistan);
        Say(8, "hold", Taliban, place: Afghanistan, count: (0.6667, 0.6667, "share"));
        Say(8, "capture", Taliban, place: KunduzProvince, count: (5, 5, "districts"));
        Say(8, "hold", Taliban, positive: false);
        _scene.Picture().Control.ShouldBeEmpty();
        _scene.Picture().Tallies.Length.ShouldBe(2);
    }

    [Fact]
    public void Who_is_said_not_to_hold_it_disputes_it()
    {
        Say(8, "capture", Taliban, on: 8);
        Say(9, "hold", Taliban, positive: false);
        var span = Kunduz_.Spans.ShouldHaveSingleItem();
        (span.Until, span.Standing.Standing).ShouldBe((Day(9), Standing.Disputed));
    }

    [Fact]
    public void Two_holders_on_one_day_are_a_disagreement()
    {
        Say(8, "hold", Taliban);
        _scene.Report("Courier", 8, "The army holds the town.").Says("hold", "holds", Army, place: Kunduz);
        var disagreement = _scene.Picture().Disagreements.ShouldHaveSingleItem();
        disagreement.Kind.ShouldBe("holder");
        disagreement.Sides.Select(side => side.Says).Order().ShouldBe(["Taliban", "army"]);
    }

    [Theory]
    [InlineData("The ministry confirmed the loss of the city near Kunduz.", "loss", "city")]
    [InlineData("Rain fell on Kunduz. They took the palace.", "took", "Kunduz")]
    [InlineData("The city was lost by then.", "lost", "The city")]
    [InlineData("It was lost by then.", "lost", "It")]
    public void A_sentence_that_does_not_name_the_place_opens_nothing_but_bears_out(string text, string trigger, string words)
    {
        _scene.Report("Herald", 8, text).Says("capture", trigger, Taliban, place: Kunduz with { Name = words });
        _scene.Picture().Control.ShouldBeEmpty();
        _scene.Report("Courier", 8, "The Taliban took Kunduz.").Says("capture", "took", Taliban, place: Kunduz);
        _scene.Picture().Control.ShouldHaveSingleItem().Spans.ShouldHaveSingleItem().Entries.Length.ShouldBe(2);
    }

    [Fact]
    public void A_stop_in_an_abbreviation_ends_no_sentence()
    {
        _scene.Report("Herald", 8, "Kunduz, said Gen. A. of the U.S. Army, fell.").Says("capture", "fell", Taliban, place: Kunduz);
        _scene.Picture().Control.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("helicopters of the army=AF/military", 0)]
    [InlineData("house", 0)]
    [InlineData("presidential palace", 1)]
    [InlineData("government forces", 1)]
    public void Things_taken_in_a_town_are_not_the_town(string patient, int places)
    {
        Say(8, "capture", Taliban, patient);
        _scene.Picture().Control.Length.ShouldBe(places);
    }

    [Fact]
    public void The_province_that_a_town_is_the_seat_of_is_not_taken_with_it()
    {
        _scene.Report("Herald", 8, "The Taliban took the town of Kunduz and raised their flag there.").Says("capture", "took", Taliban, place: Kunduz)
            .Says("capture", "raised", Taliban, place: KunduzProvince);
        _scene.Picture().Control.ShouldHaveSingleItem().Place.Place.ShouldBe(Kunduz);
    }

    [Theory]
    [InlineData("The Taliban seizes Kunduz.", "seizes", null, new[] { "taliban -1 until 20", "taliban -20 until " })]
    [InlineData("Insurgents retook Kunduz on Friday.", "retook", 20, new[] { "taliban -1 until 20", "taliban 20-20 until " })]
    [InlineData("The Taliban, who seized Kunduz, met the elders.", "seized", null, new[] { "taliban -1 until " })]
    [InlineData("The Taliban seized Kunduz on the first.", "seized", 1, new[] { "taliban 1-1 until " })]
    public void Taken_anew_as_news_after_a_silence_it_was_not_held_all_the_while(string text, string trigger, int? on, string[] spans)
    {
        Say(1, "capture", Taliban);
        _scene.Report("Courier", 20, text).Says("capture", trigger, Taliban, place: Kunduz, time: on is { } day ? (day, day) : null);
        Spans().ShouldBe(spans);
    }

    [Fact]
    public void Told_again_within_days_it_is_one_taking()
    {
        Say(1, "capture", Taliban);
        _scene.Report("Courier", 9, "The Taliban seizes Kunduz.").Says("capture", "seizes", Taliban, place: Kunduz);
        Spans().ShouldBe(["taliban -1 until "]);
    }

    [Theory]
    [InlineData("Fighters took Guzara, Herat, overnight.", 1)]
    [InlineData("Fighters took Guzara and Herat overnight.", 2)]
    [InlineData("Fighters took Guzara, Herat and Zaranj overnight.", 3)]
    public void A_province_after_its_town_is_an_address_and_not_the_city_of_its_name(string text, int places)
    {
        var guzara = new OnRecord.Language.Mentions.Place("Guzara", OnRecord.Language.Mentions.PlaceKind.City, "Herat", "AF", 34.2, 62.2, 0, 1, "");
        var report = _scene.Report("Herald", 8, text);
        foreach (var place in new[] { guzara, Herat, Zaranj })
            if (text.Contains(place.Name)) report.Says("capture", "took", Taliban, place: place);
        _scene.Picture().Control.Length.ShouldBe(places);
    }

    [Fact]
    public void Insurgents_are_the_one_group_that_takes_towns_there_and_nobody_where_two_do()
    {
        Say(8, "capture", "insurgents");
        Say(8, "capture", Taliban, place: Zaranj);
        var span = Kunduz_.Spans.ShouldHaveSingleItem();
        span.Holder!.Actor.ShouldBe("taliban");
        span.Words.ShouldHaveSingleItem().Called.ShouldBe("insurgents");
        _scene.Picture().Areas.Single(area => area.Level == "country").Holders.Length.ShouldBe(1);
        Say(9, "capture", "Islamic State=isil", place: Herat);
        Kunduz_.Spans.ShouldHaveSingleItem().Holder!.Name.ShouldBe("insurgents");
    }

    [Fact]
    public void Soldiers_nobody_names_are_no_group_that_is()
    {
        Say(8, "capture", "soldiers");
        Say(8, "capture", Taliban, place: Zaranj);
        Kunduz_.Spans.ShouldHaveSingleItem().Holder!.Name.ShouldBe("soldiers");
    }
}
