using OnRecord.Pictures;
using OnRecord.Views;
using static OnRecord.Tests.Pictures.Scene;

namespace OnRecord.Tests.Pictures;

public class AugustTests
{
    private static ControlSpan Now(Picture picture, OnRecord.Language.Mentions.Place place) =>
        picture.Control.Single(control => control.Place.Place == place).Now.ShouldNotBeNull();

    [Fact]
    public void Towns_are_held_from_the_day_they_were_taken()
    {
        var picture = August.Told().Picture(16);
        foreach (var (place, day) in new[] { (Zaranj, 6), (Kunduz, 8), (Herat, 12), (Kabul, 15) })
        {
            var now = Now(picture, place);
            now.Holder!.Actor.ShouldBe("taliban", place.Name);
            now.From.ShouldBe(new DayRange(Day(day), Day(day)), place.Name);
        }
        picture.Control.Length.ShouldBe(4);
    }

    [Fact]
    public void Standing_says_on_whose_word()
    {
        var picture = August.Told().Picture(16);
        Now(picture, Zaranj).Standing.Standing.ShouldBe(Standing.Conceded);
        Now(picture, Kunduz).Standing.Standing.ShouldBe(Standing.Corroborated);
        Now(picture, Kunduz).Standing.Origins.ShouldBe(["courier", "herald"]);
        Now(picture, Herat).Standing.Standing.ShouldBe(Standing.Claimed);
        picture.Claims.Select(claim => claim.Standing.Rule).ShouldAllBe(rule => StandingRules.All.Any(known => known.Id == rule));
    }

    [Fact]
    public void The_aim_of_the_13th_is_met_early_on_the_15th()
    {
        var scene = August.Told();
        var aim = scene.Picture(16).Commitments.Single(c => c.Type == "capture");
        (aim.Said, aim.Deadline, aim.State, aim.Timing, aim.Settled).ShouldBe((Day(13), Day(20), CommitmentState.Met, "early", Day(15)));
        aim.Moved.ShouldHaveSingleItem();

        var then = scene.Picture(14).Commitments.Single(c => c.Type == "capture");
        (then.State, then.Settled).ShouldBe((CommitmentState.Pending, null));
        scene.Picture(21, knownAt: 14).Commitments.Single(c => c.Type == "capture").State.ShouldBe(CommitmentState.Lapsed);
    }

    [Fact]
    public void What_was_not_known_yet_does_not_show()
    {
        var picture = August.Told().Picture(knownAt: 12);
        picture.AsOf.ShouldBe(Day(12));
        picture.Commitments.ShouldBeEmpty();
        picture.Tallies.ShouldBeEmpty();
        picture.Control.Select(control => control.Place.Name).Order().ShouldBe(["Herat", "Kunduz", "Zaranj"]);
    }

    [Fact]
    public void As_of_a_day_shows_what_was_so_with_all_that_is_known_since()
    {
        var picture = August.Told().Picture(15);
        Now(picture, Kabul).From.To.ShouldBe(Day(15));
        August.Told().Picture(7).Control.ShouldHaveSingleItem().Place.Name.ShouldBe("Zaranj");
    }

    [Fact]
    public void Numbers_that_cannot_both_be_stand_side_by_side()
    {
        var picture = August.Told().Picture(16);
        var killed = picture.Happenings.Single(h => h.Types.Contains("kill"));
        var count = killed.Numbers.ShouldHaveSingleItem();
        (count.Low, count.High).ShouldBe((9, 14));
        count.By.Select(given => given.Origin).ShouldBe(["herald", "kunduz regional hospital"]);
        var sides = picture.Disagreements.Single(d => d.Kind == "number").Sides;
        sides.Select(side => side.Says).ShouldBe(["9 civilians", "at least 14 civilians"]);
    }

    [Fact]
    public void A_stay_and_a_departure_are_a_disagreement()
    {
        var stay = August.Told().Picture(16).Disagreements.Single(d => d.Kind == "stay");
        stay.Sides.Length.ShouldBe(2);
        stay.When.ShouldBe(new DayRange(Day(13), Day(16)));
    }

    [Fact]
    public void Every_part_can_be_explained_by_its_id()
    {
        var picture = August.Told().Picture(16);
        var list = new PictureList(picture, new PictureFilter());
        var ids = PictureList.Kinds.SelectMany(kind => list.Of(kind)).Select(item => item.Id).ToList();
        ids.ShouldContain("are-AF");
        foreach (var id in ids) PictureExplanation.Of(picture, id).ShouldNotBeNull(id).Id.ShouldBe(id);
    }

    [Fact]
    public void Words_that_a_mission_remains_are_words_of_its_stay_and_those_that_it_does_not_are_none()
    {
        var scene = August.Told();
        scene.Report("Gazette", 14, "The United States said that its mission in Kabul would remain open.")
            .Says("mission", "remain", "United States=US", place: Scene.Kabul, mode: OnRecord.Statements.Mode.Planned, sources: "United States=US");
        scene.Report("Dispatch", 15, "The United States said that its mission in Kabul would not stay.")
            .Says("mission", "stay", "United States=US", place: Scene.Kabul, mode: OnRecord.Statements.Mode.Planned, positive: false, sources: "United States=US");
        var sides = scene.Picture(16).Disagreements.Single(d => d.Kind == "stay").Sides;
        sides.Select(side => (side.Says, side.Entries.Length)).ShouldBe([("it stays", 2), ("it goes or is cut down", 2)]);
    }

    [Fact]
    public void Tallies_stand_beside_the_records_own_count_and_take_no_town()
    {
        var tally = August.Told().Picture(16).Tallies.ShouldHaveSingleItem();
        (tally.Low, tally.OwnCount).ShouldBe((13, 3));
    }

    [Fact]
    public void A_promise_not_to_is_pending_until_it_is_broken()
    {
        var scene = August.Told();
        scene.Picture(16).Commitments.Single(c => c.Type == "attack").State.ShouldBe(CommitmentState.Pending);
        scene.Report("Herald", 17, "The Taliban attacked foreign missions in Kabul on Tuesday.").Says("attack", "attacked", "Taliban=taliban", "foreign missions", Kabul, time: (17, 17));
        var broken = scene.Picture(17).Commitments.Single(c => c.Type == "attack");
        (broken.State, broken.Settled, broken.Rule).ShouldBe((CommitmentState.Broken, Day(17), "done-all-the-same"));
    }

    [Fact]
    public void Movements_are_announced_then_done()
    {
        var moves = August.Told().Picture(16).Movements;
        moves.Single(m => m.Type == "deploy").State.ShouldBe(MovementState.Announced);
        moves.Single(m => m.Type == "evacuate").State.ShouldBe(MovementState.Done);
    }

    [Fact]
    public void Harm_names_who_alleges_it()
    {
        var harm = August.Told().Picture(16).Harm.ShouldHaveSingleItem();
        harm.Victims.ShouldHaveSingleItem().Name.ShouldBe("civilians");
        harm.Alleged.ShouldBeEmpty();
        harm.AllegedBy.ShouldBe(["herald", "kunduz regional hospital"]);
    }
}
