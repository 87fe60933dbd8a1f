using OnRecord.Pictures;
using OnRecord.Statements;
using static OnRecord.Tests.Pictures.Scene;

namespace OnRecord.Tests.Pictures;

public class CommitmentTests
{
    private const string Taliban = "Taliban=taliban";
    private readonly Scene _scene = new();

    private Report Report(int day) => _scene.Report("Herald", day, $"Word number {_scene.Entries.Count} of the day.");

    private Commitment Only(int asOf) => _scene.Picture(asOf).Commitments.ShouldHaveSingleItem();

    [Theory]
    [InlineData(12, "early")]
    [InlineData(14, "in time")]
    [InlineData(16, "late")]
    public void Deeds_meet_it_early_in_time_or_late(int done, string timing)
    {
        Report(10).Says("capture", "Word", Taliban, place: Herat, mode: Mode.Threat, deadline: 14);
        Report(done + 1).Says("capture", "Word", Taliban, place: Herat, time: (done, done));
        var met = Only(20);
        (met.State, met.Timing, met.Settled).ShouldBe((CommitmentState.Met, timing, Day(done)));
    }

    [Fact]
    public void Without_a_day_it_is_met_without_a_word_of_time()
    {
        Report(10).Says("capture", "Word", Taliban, place: Herat, mode: Mode.Aim);
        Report(13).Says("hold", "Word", Taliban, place: Herat);
        var met = Only(20);
        (met.State, met.Timing).ShouldBe((CommitmentState.Met, null));
    }

    [Fact]
    public void The_clock_alone_lets_it_lapse()
    {
        Report(10).Says("capture", "Word", Taliban, place: Herat, mode: Mode.Aim, deadline: 14);
        Only(14).State.ShouldBe(CommitmentState.Pending);
        var lapsed = Only(15);
        (lapsed.State, lapsed.Settled, lapsed.Rule).ShouldBe((CommitmentState.Lapsed, Day(14), "day-passed"));
    }

    [Theory]
    [InlineData("other side")]
    [InlineData("other place")]
    [InlineData("other act")]
    [InlineData("before")]
    [InlineData("same report")]
    [InlineData("only said again")]
    public void What_is_not_the_deed_does_not_meet_it(string what)
    {
        var first = Report(10).Says("capture", "Word", Taliban, place: Herat, mode: Mode.Aim);
        switch (what)
        {
            case "other side": Report(12).Says("capture", "Word", "army=AF/military", place: Herat); break;
            case "other place": Report(12).Says("capture", "Word", Taliban, place: Kunduz); break;
            case "other act": Report(12).Says("shelling", "Word", Taliban, place: Herat); break;
            case "before": Report(12).Says("capture", "Word", Taliban, place: Herat, time: (5, 5)); break;
            case "same report": first.Says("capture", "number", Taliban, place: Herat); break;
            default: Report(12).Says("capture", "Word", Taliban, place: Herat, mode: Mode.Aim); break;
        }
        Only(20).State.ShouldBe(CommitmentState.Pending);
    }

    [Fact]
    public void A_province_is_met_by_its_seat_and_a_country_only_by_its_capital()
    {
        Report(10).Says("capture", "Word", Taliban, place: KunduzProvince, mode: Mode.Aim).Says("capture", "number", Taliban, place: Afghanistan, mode: Mode.Aim);
        Report(12).Says("capture", "Word", Taliban, place: Kunduz);
        Report(12).Says("capture", "Word", Taliban, place: SpinBoldak);
        _scene.Picture(12).Commitments.OrderBy(c => c.Place!.Place!.Kind).Select(c => c.State).ShouldBe([CommitmentState.Pending, CommitmentState.Met]);
    }

    [Fact]
    public void A_movement_that_goes_on_has_not_met_its_plan()
    {
        Report(10).Says("withdraw", "Word", "US=US", "troops", Herat, mode: Mode.Planned);
        Report(12).Says("withdraw", "Word", "US=US", "troops", Herat);
        var going = Only(13);
        (going.State, going.Rule, going.Moved.Length).ShouldBe((CommitmentState.Pending, "under-way", 1));
        Report(14).Says("withdraw", "Word", "US=US", "troops", Herat, time: (13, 13));
        Only(15).State.ShouldBe(CommitmentState.Met);
    }

    [Fact]
    public void A_promise_kept_to_its_day_is_met()
    {
        Report(10).Says("shelling", "Word", Taliban, place: Herat, mode: Mode.Pledge, positive: false, deadline: 14);
        var kept = Only(15);
        (kept.State, kept.Rule).ShouldBe((CommitmentState.Met, "nothing-against-it"));
    }

    [Fact]
    public void A_promise_not_kept_is_broken()
    {
        Report(10).Says("withdraw", "Word", "US=US", "troops", Herat, mode: Mode.Pledge);
        Report(13).Says("withdraw", "Word", "US=US", "troops", Herat, positive: false);
        Only(15).State.ShouldBe(CommitmentState.Broken);
    }

    [Fact]
    public void A_plan_may_be_taken_back()
    {
        Report(10).Says("withdraw", "Word", "US=US", "troops", Herat, mode: Mode.Planned);
        Report(12).Says("withdraw", "Word", "US=US", "troops", Herat, mode: Mode.Planned, positive: false);
        var states = _scene.Picture(15).Commitments.Select(c => (c.Positive, c.State));
        states.ShouldBe([(true, CommitmentState.Withdrawn), (false, CommitmentState.Pending)]);
    }

    [Fact]
    public void Said_again_it_is_the_same_one_and_the_day_set_later_counts()
    {
        Report(10).Says("capture", "Word", Taliban, place: Herat, mode: Mode.Aim);
        Report(11).Says("capture", "Word", Taliban, place: Herat, mode: Mode.Aim, deadline: 14);
        var one = Only(12);
        (one.Entries.Length, one.Said, one.Deadline).ShouldBe((2, Day(10), Day(14)));
    }

    [Fact]
    public void Two_days_set_are_two_commitments()
    {
        Report(10).Says("capture", "Word", Taliban, place: Herat, mode: Mode.Aim, deadline: 14);
        Report(11).Says("capture", "Word", Taliban, place: Herat, mode: Mode.Aim, deadline: 18);
        _scene.Picture(12).Commitments.Length.ShouldBe(2);
    }

    [Fact]
    public void What_may_be_is_no_commitment()
    {
        Report(10).Says("capture", "Word", Taliban, place: Herat, mode: Mode.Possible);
        _scene.Picture(12).Commitments.ShouldBeEmpty();
    }

    [Fact]
    public void The_day_of_the_saying_is_no_day_to_do_it_by()
    {
        Report(10).Says("capture", "Word", Taliban, place: Herat, mode: Mode.Threat, time: (10, 10));
        _scene.Picture(14).Commitments.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Due.ShouldBeNull(), c => c.State.ShouldBe(CommitmentState.Pending));
    }

    [Fact]
    public void One_town_does_not_make_eleven()
    {
        Report(10).Says("capture", "Word", Taliban, place: Afghanistan, mode: Mode.Threat, count: (11, 11, "capitals"));
        Report(15).Says("capture", "Word", Taliban, place: Kabul, time: (15, 15));
        _scene.Picture(16).Commitments.ShouldHaveSingleItem().State.ShouldBe(CommitmentState.Pending);
    }

    [Fact]
    public void A_deed_long_after_its_day_does_not_meet_it()
    {
        Report(10).Says("capture", "Word", Taliban, place: Herat, mode: Mode.Pledge, deadline: 12);
        _scene.ReportOn(new DateOnly(2022, 1, 5), "Herald", "They took Herat.").Says("capture", "took", Taliban, place: Herat);
        _scene.PictureOf(new DateOnly(2022, 1, 6)).Commitments.ShouldHaveSingleItem().State.ShouldBe(CommitmentState.Lapsed);
    }
}
