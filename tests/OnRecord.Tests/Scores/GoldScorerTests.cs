using OnRecord.Language.Mentions;
using OnRecord.Scores;
using OnRecord.Statements;

namespace OnRecord.Tests.Scores;

public class GoldScorerTests
{
    private static readonly StatementScorer Scorer = new(GoldSample.World);

    [Fact]
    public void A_perfect_reader_scores_full_marks()
    {
        var report = Report(GoldSample.AllPerfect);
        report.Detection.ShouldBe(new Tally(5, 5, 5));
        report.Typed.F1.ShouldBe(1);
        report.Strict.F1.ShouldBe(1);
        report.Fields.Length.ShouldBe(12);
        report.Fields.ShouldAllBe(f => f.Accuracy == 1);
        ScoreErrors.Of(Scorer.Score(GoldSample.Document, GoldSample.AllPerfect)).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_found_scores_nothing_and_lists_all_as_missed()
    {
        var report = Report([]);
        report.Detection.ShouldBe(new Tally(0, 0, 5));
        report.Strict.F1.ShouldBe(0);
        ScoreErrors.Of(Scorer.Score(GoldSample.Document, [])).Count(e => e.Kind == ScoreErrorKind.Missed).ShouldBe(5);
    }

    [Fact]
    public void A_list_on_one_trigger_is_paired_by_what_agrees_not_by_order()
    {
        var report = Report([.. GoldSample.AllPerfect.Reverse()]);
        report.Strict.ShouldBe(new Tally(5, 5, 5));
    }

    [Fact]
    public void A_trigger_that_only_overlaps_counts_and_one_that_does_not_is_spurious()
    {
        var perfect = GoldSample.Perfect(GoldSample.Document.Statements[0]);
        var score = Scorer.Score(GoldSample.Document, [perfect with { Trigger = GoldSample.At("took Taloqan") }, perfect with { Trigger = GoldSample.At("Officials") }]);
        score.Pairs.Length.ShouldBe(1);
        score.Spurious.Length.ShouldBe(1);
        score.Missed.Length.ShouldBe(4);
        ScoreErrors.Of(score).Single(e => e.Kind == ScoreErrorKind.Spurious).Context.ShouldStartWith("[Officials] denied");
    }

    [Fact]
    public void A_pair_whose_types_agree_goes_before_one_that_agrees_otherwise()
    {
        var perfect = GoldSample.Perfect(GoldSample.Document.Statements[0]);
        var score = Scorer.Score(GoldSample.Document, [perfect with { Type = "attack" }, perfect with { Agent = [], Mode = Mode.Aim }]);
        score.Pairs.Single().Found.Type.ShouldBe("capture");
    }

    [Fact]
    public void A_wrong_type_is_detected_but_neither_typed_nor_strict()
    {
        var report = Report([GoldSample.Perfect(GoldSample.Document.Statements[0]) with { Type = "attack" }]);
        report.Detection.Right.ShouldBe(1);
        report.Typed.Right.ShouldBe(0);
        report.Strict.Right.ShouldBe(0);
        report.Types.Single(t => t.Type == "capture").Detected.ShouldBe(1);
        report.Types.Single(t => t.Type == "attack").Typed.ShouldBe(new Tally(0, 1, 0));
    }

    public static TheoryData<string, bool> Changes => new()
    {
        { "mode", true }, { "polarity", true }, { "agent", true }, { "place", true }, { "origin", true },
        { "patient", false }, { "quantity", false }, { "time", false }, { "deadline", false }, { "chain", false }, { "stance", false },
    };

    [Theory, MemberData(nameof(Changes))]
    public void Only_the_fields_of_the_headline_break_a_strict_pair(string field, bool breaks)
    {
        var right = GoldSample.Perfect(GoldSample.Document.Statements[1]);
        var wrong = field switch
        {
            "mode" => right with { Mode = Mode.Possible },
            "polarity" => right with { Polarity = Polarity.Negative },
            "agent" => right with { Agent = [new Participant("militia", null, right.Span)] },
            "place" => right with { Place = new StatementPlace("Taloqan", GoldSample.Taloqan, null, right.Span) },
            "origin" => right with { Sources = [right.Sources[1], right.Sources[0]] },
            "patient" => right with { Patient = [] },
            "quantity" => right with { Quantity = right.Quantity! with { Low = 21 } },
            "time" => right with { Time = new TimeRange(null, null, right.Span) },
            "deadline" => right with { Deadline = new Deadline(new DateOnly(2021, 8, 20), right.Span) },
            "chain" => right with { Sources = [right.Sources[0]] },
            _ => right with { Stance = Stance.Claimed },
        };
        var score = Scorer.Score(GoldSample.Document, [wrong]);
        var agreement = score.Pairs.Single().Agreement;
        agreement.Wrong.ShouldContain(field);
        agreement.Strict.ShouldBe(!breaks);
        var error = ScoreErrors.Of(score).Single(e => e.Kind is ScoreErrorKind.Wrong or ScoreErrorKind.Minor);
        error.Kind.ShouldBe(breaks ? ScoreErrorKind.Wrong : ScoreErrorKind.Minor);
        error.Fields.ShouldContain(f => f.Field == field && f.Gold != f.Found);
    }

    [Theory]
    [InlineData("The Militia", "militia", 1)]
    [InlineData("ISIL", "Islamic State", 1)]
    [InlineData("militia", "army", 0)]
    public void Names_match_without_case_and_articles_or_as_aliases(string gold, string found, double f1)
    {
        var meant = GoldSample.Document.Statements[0] with { Agent = [gold] };
        var document = GoldSample.Document with { Statements = [meant] };
        var score = Scorer.Score(document, [GoldSample.Perfect(meant) with { Agent = [new Participant(found, null, meant.Anchor)] }]);
        score.Pairs.Single().Agreement.Agent.ShouldBe(f1);
    }

    [Fact]
    public void Sets_of_names_are_scored_by_f1_and_an_alias_takes_no_other_names_partner()
    {
        var meant = GoldSample.Document.Statements[0] with { Agent = ["Islamic State", "ISIL", "police"] };
        var document = GoldSample.Document with { Statements = [meant] };
        var score = Scorer.Score(document, [GoldSample.Perfect(meant with { Agent = ["ISIL", "Islamic State"] })]);
        score.Pairs.Single().Agreement.Agent.ShouldBe(0.8, 1e-9);
    }

    [Theory]
    [InlineData("army spokesman", null, true)]
    [InlineData("army spokesman", "Example Army", true)]
    [InlineData("army spokesman (Example Army)", null, true)]
    [InlineData("army spokesman", "another role", true)]
    [InlineData("Example Army", null, false)]
    public void A_source_is_known_by_its_name_with_or_without_the_role(string name, string? role, bool right)
    {
        var found = GoldSample.Perfect(GoldSample.Document.Statements[1]);
        found = found with { Sources = [new Source(name, role, null, found.Span), found.Sources[1]] };
        var agreement = Scorer.Score(GoldSample.Document, [found]).Pairs.Single().Agreement;
        agreement.Origin.ShouldBe(right);
        agreement.Chain.ShouldBe(right);
    }

    public static TheoryData<Place?, bool> Places => new()
    {
        { GoldSample.Taloqan with { Geonames = 1 }, true },
        { GoldSample.Taloqan with { Name = "Airfield", Geonames = 1, Lat = 36.9 }, true },
        { GoldSample.Taloqan with { Name = "Kunduz", Admin1 = "Kunduz", Geonames = 2, Lon = 68.87 }, false },
        { GoldSample.Taloqan with { Admin1 = "Elsewhere", Geonames = 2, Lat = 30 }, false },
        { GoldSample.Afghanistan with { Lat = 36.736, Lon = 69.534 }, false },
        { null, false },
    };

    [Theory, MemberData(nameof(Places))]
    public void A_place_is_right_within_25_km_but_never_by_its_country(Place? place, bool right)
    {
        var found = GoldSample.Perfect(GoldSample.Document.Statements[0]);
        found = found with { Place = new StatementPlace("Taloqan", place, place is null ? "unknown" : null, found.Span) };
        Scorer.Score(GoldSample.Document, [found]).Pairs.Single().Agreement.Place.ShouldBe(right);
    }

    [Theory]
    [InlineData("Afghanistan", "AF", true)]
    [InlineData("Taloqan", "AF", false)]
    public void A_country_is_right_only_as_the_same_country(string name, string country, bool right)
    {
        var meant = GoldSample.Document.Statements[0] with { Place = new GoldPlace("Afghanistan", "", country) };
        var found = GoldSample.Perfect(meant) with { Place = new StatementPlace(name, GoldSample.World.Resolve(name, "", country), null, meant.Anchor) };
        Scorer.Score(GoldSample.Document with { Statements = [meant] }, [found]).Pairs.Single().Agreement.Place.ShouldBe(right);
    }

    [Theory]
    [InlineData("Deh-e Áybak", "AF", true)]
    [InlineData("Deh-e Aybak", "TJ", false)]
    [InlineData("Aybakan", "AF", false)]
    public void Where_the_gazetteer_fails_the_folded_name_and_the_country_decide(string name, string country, bool right)
    {
        var meant = GoldSample.Document.Statements[2] with { Place = new GoldPlace("Deh e Aybak", "Samangan", "AF") };
        var found = GoldSample.Perfect(meant with { Place = new GoldPlace(name, "Samangan", country) });
        Scorer.Score(GoldSample.Document with { Statements = [meant] }, [found]).Pairs.Single().Agreement.Place.ShouldBe(right);
    }

    [Fact]
    public void Precision_and_recall_are_of_what_was_found_and_meant()
    {
        var tally = new Tally(3, 4, 6);
        tally.Precision.ShouldBe(0.75);
        tally.Recall.ShouldBe(0.5);
        tally.F1.ShouldBe(0.6, 1e-9);
        new Tally(0, 0, 0).F1.ShouldBe(0);
    }

    private static ScoreReport Report(IReadOnlyList<Statement> found) => ScoreReport.Of([Scorer.Score(GoldSample.Document, found)]);
}
