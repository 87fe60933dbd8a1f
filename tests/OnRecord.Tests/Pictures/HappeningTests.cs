using OnRecord.Pictures;
using static OnRecord.Tests.Pictures.Scene;

namespace OnRecord.Tests.Pictures;

public class HappeningTests
{
    private readonly Scene _scene = new();

    private void Killed(int day, string agent = "", string patient = "civilians", OnRecord.Language.Mentions.Place? place = null, string type = "kill", int? on = null,
        (double? Low, double? High, string Unit)? count = null, string outlet = "Herald") =>
        _scene.Report(outlet, day, $"Word number {_scene.Entries.Count} of the day.")
            .Says(type, "Word", agent, patient, place ?? Kunduz, time: on is { } d ? (d, d) : null, count: count);

    private int Count() => _scene.Picture().Happenings.Length;

    [Fact]
    public void Types_of_one_family_at_one_place_and_time_are_one()
    {
        Killed(8, on: 8);
        Killed(9, type: "execute", on: 8);
        _scene.Picture().Happenings.ShouldHaveSingleItem().Types.ShouldBe(["execute", "kill"]);
    }

    [Fact]
    public void A_town_and_its_province_are_one_place_and_the_town_is_named()
    {
        Killed(8, place: KunduzProvince);
        Killed(8);
        _scene.Picture().Happenings.ShouldHaveSingleItem().Place!.Place.ShouldBe(Kunduz);
    }

    [Fact]
    public void Towns_in_reach_are_one_place_and_others_not()
    {
        Killed(8);
        Killed(8, place: Kunduz with { Name = "Suburb", Geonames = 1, Lat = Kunduz.Lat + 0.1 });
        Count().ShouldBe(1);
        Killed(8, place: Herat);
        Killed(8, place: Afghanistan);
        Count().ShouldBe(3);
    }

    [Fact]
    public void A_country_is_too_wide_to_make_two_reports_one_act()
    {
        Killed(8, place: Afghanistan);
        Killed(8, place: Afghanistan, outlet: "Courier");
        Count().ShouldBe(2);
        Killed(8, "Taliban=taliban", "soldiers", Afghanistan);
        Killed(8, "Taliban=taliban", "soldiers", Afghanistan, outlet: "Courier");
        Count().ShouldBe(3);
    }

    [Fact]
    public void Other_days_other_sides_other_people_are_other_acts()
    {
        Killed(8, "Taliban=taliban", on: 8);
        Killed(12, "Taliban=taliban", on: 12);
        Killed(8, "army=AF/military", on: 8);
        Killed(8, "Taliban=taliban", "soldiers", on: 8);
        Count().ShouldBe(4);
    }

    [Fact]
    public void Its_days_are_those_that_all_reports_allow()
    {
        Killed(10);
        Killed(10, on: 9);
        _scene.Picture().Happenings.ShouldHaveSingleItem().When.ShouldBe(new DayRange(Day(9), Day(9)));
    }

    [Fact]
    public void The_number_that_most_origins_give_is_the_best()
    {
        Killed(8, count: (5, 5, "people"), outlet: "Herald");
        Killed(8, count: (7, 7, ""), outlet: "Courier");
        Killed(8, count: (7, 7, "persons"), outlet: "Gazette");
        Killed(8, count: (12, 12, "people"), outlet: "Dispatch");
        var number = _scene.Picture().Happenings.ShouldHaveSingleItem().Numbers.ShouldHaveSingleItem();
        (number.Unit, number.Low, number.Best, number.High).ShouldBe(("people", 5, 7, 12));
        number.By.Length.ShouldBe(4);
    }

    [Fact]
    public void A_toll_that_one_origin_raises_is_no_disagreement()
    {
        Killed(8, count: (5, 5, "people"));
        Killed(9, count: (9, 9, "people"));
        _scene.Picture().Disagreements.ShouldBeEmpty();
        Killed(9, count: (30, null, "people"), outlet: "Courier");
        _scene.Picture().Disagreements.ShouldHaveSingleItem().Sides.Length.ShouldBe(2);
    }

    [Fact]
    public void Its_id_survives_more_reports()
    {
        Killed(8, on: 8);
        var id = _scene.Picture().Happenings.ShouldHaveSingleItem().Id;
        Killed(9, on: 8, outlet: "Courier");
        _scene.Picture().Happenings.ShouldHaveSingleItem().Id.ShouldBe(id);
    }

    [Fact]
    public void A_release_is_not_a_denial_of_the_arrest()
    {
        _scene.Report("Herald", 8, "Held.").Says("detain", "Held", "Taliban=taliban", "reporters", Kunduz);
        _scene.Report("Herald", 9, "Freed.").Says("detain", "Freed", "Taliban=taliban", "reporters", Kunduz, positive: false);
        _scene.Picture().Happenings.Select(h => h.Denials.Length).ShouldBe([0, 0]);
    }

    [Fact]
    public void A_raid_and_fighting_that_names_nobody_are_two()
    {
        _scene.Report("Herald", 8, "Commandos raided a camp in Kunduz.").Says("attack", "raided", "Commandos=AF/military", "camp", Kunduz);
        _scene.Report("Courier", 8, "There was fighting in Kunduz.").Says("clash", "fighting", place: Kunduz);
        _scene.Picture().Happenings.Length.ShouldBe(2);
    }

    [Fact]
    public void The_staff_of_one_body_are_not_those_of_another()
    {
        _scene.Report("Herald", 8, "Embassy staff were flown out of Kunduz.").Says("evacuate", "flown", patient: "Embassy staff", place: Kunduz);
        _scene.Report("Courier", 8, "The governor and his staff were flown out of Kunduz.").Says("evacuate", "flown", patient: "governor;staff", place: Kunduz);
        _scene.Picture().Happenings.Length.ShouldBe(2);
    }
}
