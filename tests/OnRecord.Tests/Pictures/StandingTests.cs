using OnRecord.Pictures;
using OnRecord.Statements;
using static OnRecord.Tests.Pictures.Scene;

namespace OnRecord.Tests.Pictures;

public class StandingTests
{
    private const string Taliban = "Taliban=taliban";
    private readonly Scene _scene = new();

    private Verdict Only() => _scene.Picture().Happenings.ShouldHaveSingleItem().Standing;

    private Report Taken(string outlet, int day, string sources = "", Stance? stance = null, bool positive = true, string text = "Word from the north: taken.") =>
        _scene.Report(outlet, day, text).Says("capture", "taken", Taliban, place: Kunduz, sources: sources, stance: stance, positive: positive);

    [Fact]
    public void Only_the_taker_says_so()
    {
        Taken("Herald", 8, Taliban, Stance.Claimed);
        Only().ShouldSatisfyAllConditions(v => v.Standing.ShouldBe(Standing.Claimed), v => v.Rule.ShouldBe("profits"));
    }

    [Fact]
    public void An_outlet_says_so_itself()
    {
        Taken("Herald", 8);
        Only().Standing.ShouldBe(Standing.Reported);
    }

    [Fact]
    public void Sources_without_names_count_under_their_outlet()
    {
        Taken("Herald", 8, "residents");
        Taken("Herald", 8, "Western officials");
        Only().ShouldSatisfyAllConditions(v => v.Standing.ShouldBe(Standing.Reported), v => v.Origins.ShouldBe(["herald"]));
    }

    [Fact]
    public void A_relay_is_not_an_origin()
    {
        Taken("Herald", 8, $"{Taliban};Reuters");
        Taken("Courier", 8, $"{Taliban};AFP");
        Only().ShouldSatisfyAllConditions(v => v.Standing.ShouldBe(Standing.Claimed), v => v.Origins.ShouldBe(["taliban"]));
    }

    [Fact]
    public void An_unnamed_source_counts_under_the_relay_that_is_named()
    {
        Taken("Herald", 8, "sources;Reuters");
        Taken("Reuters", 8);
        Only().Origins.ShouldBe(["reuters"]);
    }

    [Fact]
    public void Two_origins_bear_each_other_out()
    {
        Taken("Herald", 8, Taliban, Stance.Claimed);
        Taken("Courier", 8);
        Only().ShouldSatisfyAllConditions(v => v.Standing.ShouldBe(Standing.Corroborated), v => v.Entries.Length.ShouldBe(2));
    }

    [Fact]
    public void The_loser_admits_it()
    {
        Taken("Herald", 8, "Afghan army=AF/military", Stance.Confirmed);
        Taken("Courier", 8);
        Only().ShouldSatisfyAllConditions(v => v.Standing.ShouldBe(Standing.Conceded), v => v.Entries.Length.ShouldBe(1));
    }

    [Fact]
    public void A_denial_leaves_both_standing()
    {
        Taken("Herald", 8, Taliban, Stance.Claimed);
        Taken("Courier", 8, "Afghan army=AF/military", Stance.Denied, positive: false);
        var happening = _scene.Picture().Happenings.ShouldHaveSingleItem();
        happening.Standing.Standing.ShouldBe(Standing.Disputed);
        (happening.Entries.Length, happening.Denials.Length).ShouldBe((1, 1));
        var sides = _scene.Picture().Disagreements.Single(d => d.Kind == "denial").Sides;
        sides.Select(side => side.Origins.Single()).ShouldBe(["taliban", "AF/military"]);
    }

    [Fact]
    public void A_doubt_weighs_more_than_one_outlets_word()
    {
        Taken("Herald", 8, stance: Stance.Doubted);
        Only().Standing.ShouldBe(Standing.Doubted);
    }

    [Fact]
    public void A_doubt_bears_nobody_out()
    {
        Taken("Herald", 8);
        Taken("Courier", 8, "analysts", Stance.Doubted);
        Only().Standing.ShouldBe(Standing.Doubted);
    }

    [Fact]
    public void Who_accuses_of_a_wrong_has_a_stake_and_the_accused_admits()
    {
        var report = _scene.Report("Herald", 8, "Civilians were executed in Kunduz.");
        report.Says("execute", "executed", Taliban, "Civilians", Kunduz, sources: "Afghan government=AF/government", stance: Stance.Claimed);
        Only().Standing.ShouldBe(Standing.Claimed);
        report.Says("execute", "executed", Taliban, "Civilians", Kunduz, sources: Taliban, stance: Stance.Confirmed);
        Only().Standing.ShouldBe(Standing.Conceded);
    }

    [Fact]
    public void To_have_killed_fighters_is_a_boast()
    {
        _scene.Report("Herald", 8, "The army says it killed fighters.")
            .Says("kill", "killed", "army=AF/military", "fighters=taliban", Kunduz, sources: "army=AF/military");
        Only().Standing.ShouldBe(Standing.Claimed);
    }

    [Fact]
    public void What_a_changed_article_no_longer_says_is_withdrawn()
    {
        _scene.Report("Herald", 8, "Kunduz taken, Zaranj taken.", key: "story").Says("capture", "taken", Taliban, place: Kunduz).Says("capture", "Zaranj taken", Taliban, place: Zaranj);
        _scene.Report("Herald", 9, "Zaranj taken. An earlier form of this report was wrong.", key: "story", readAfterHours: 48).Says("capture", "taken", Taliban, place: Zaranj);
        var picture = _scene.Picture();
        picture.Happenings.Single(h => h.Place!.Place == Kunduz).Standing.ShouldSatisfyAllConditions(
            v => v.Standing.ShouldBe(Standing.Withdrawn), v => v.Rule.ShouldBe("taken-back"), v => v.Entries.Length.ShouldBe(1));
        picture.Happenings.Single(h => h.Place!.Place == Zaranj).Entries.Length.ShouldBe(1);
        picture.Control.ShouldHaveSingleItem().Place.Place.ShouldBe(Zaranj);
        _scene.Picture(knownAt: 8).Control.Length.ShouldBe(2);
    }

    [Fact]
    public void A_retracted_article_takes_all_of_it_back()
    {
        _scene.Report("Herald", 8, "Kunduz taken.", key: "story", title: "Kunduz falls").Says("capture", "taken", Taliban, place: Kunduz);
        _scene.Report("Herald", 9, "This report was retracted.", key: "story", title: "Retraction: Kunduz", readAfterHours: 48);
        Only().Standing.ShouldBe(Standing.Withdrawn);
        _scene.Picture().Control.ShouldBeEmpty();
    }

    [Fact]
    public void Rules_have_ids_of_their_own_and_a_sentence()
    {
        StandingRules.All.Select(rule => rule.Id).ShouldBeUnique();
        StandingRules.All.Select(rule => rule.Standing).Distinct().Count().ShouldBe(Enum.GetValues<Standing>().Length);
        StandingRules.All.ShouldAllBe(rule => rule.Sentence.EndsWith('.'));
    }

    [Fact]
    public void A_council_makes_no_admission_for_the_state()
    {
        Taken("Herald", 8, "council member=AF/regional-government");
        Only().Standing.ShouldBe(Standing.Reported);
    }

    [Fact]
    public void A_denial_that_names_nobody_denies_a_fall_and_no_raid()
    {
        _scene.Report("Herald", 8, "Soldiers raided Kunduz.").Says("attack", "raided", "Soldiers=AF/military", "camp", Kunduz);
        _scene.Report("Courier", 8, "Nobody fights in Kunduz.").Says("clash", "fights", place: Kunduz, positive: false);
        _scene.Picture().Disagreements.ShouldBeEmpty();
        Taken("Herald", 8, Taliban);
        _scene.Report("Courier", 8, "Kunduz has not fallen, a spokesman said.").Says("capture", "fallen", place: Kunduz, positive: false, sources: "spokesman=AF/government", stance: Stance.Denied);
        _scene.Picture().Disagreements.ShouldHaveSingleItem().Kind.ShouldBe("denial");
    }

    [Fact]
    public void A_report_that_quotes_somebody_for_it_is_no_second_origin()
    {
        _scene.Report("Herald", 8, "Kunduz was taken. The town was captured, the mayor Aziz said.").Says("capture", "taken", Taliban, place: Kunduz)
            .Says("capture", "captured", Taliban, place: Kunduz, sources: "Aziz");
        Only().ShouldSatisfyAllConditions(v => v.Standing.ShouldBe(Standing.Reported), v => v.Origins.ShouldBe(["aziz"]));
        Taken("Courier", 8);
        Only().Standing.ShouldBe(Standing.Corroborated);
    }
}
