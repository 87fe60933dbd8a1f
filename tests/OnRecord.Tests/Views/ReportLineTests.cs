using OnRecord.Statements;
using OnRecord.Views;
using Scene = OnRecord.Tests.Pictures.Scene;

namespace OnRecord.Tests.Views;

/// <summary>How the lines of a situation report read.</summary>
public class ReportLineTests
{
    private static string[] Lines(SituationReport report, string section) => [.. report.Sections.Single(s => s.Key == section).Lines.Select(line => line.Text)];

    [Fact]
    public void Words_are_quoted_from_where_they_say_something()
    {
        var scene = new Scene();
        scene.Report("Herald", 8, "and that the talks in Herat would go on.").Says("evacuate", "go on", mode: Mode.Appeal);
        Lines(SituationReport.Of(scene.Picture(), new ReportOptions()), "commitments").ShouldHaveSingleItem().ShouldContain("“the talks in Herat would go on”");
    }

    [Fact]
    public void Harm_is_done_to_persons_even_where_they_are_not_named_and_both_words_show()
    {
        var scene = new Scene();
        scene.Report("Herald", 8, "The group executed captives.").Says("execute", "executed", "group=taliban", place: Scene.Kunduz);
        scene.Report("Courier", 8, "The group denied that it executed anyone.")
            .Says("execute", "executed", "group=taliban", place: Scene.Kunduz, sources: "group=taliban", stance: Stance.Denied, positive: false);
        Lines(SituationReport.Of(scene.Picture(), new ReportOptions()), "harm")
            .ShouldHaveSingleItem().ShouldBe("Group executed persons in Kunduz (by 8 Aug; disputed: said by Herald; denied by group)");
    }

    [Theory]
    [InlineData("kill", "", "guards", "Guards killed in Kunduz")]
    [InlineData("retreat", "army", "", "Army retreated from Kunduz")]
    [InlineData("aid", "agencies", "", "Agencies gave aid in Kunduz")]
    [InlineData("aid", "agencies", "villagers", "Agencies gave aid to villagers in Kunduz")]
    [InlineData("agree", "both sides", "", "Both sides reached an agreement in Kunduz")]
    [InlineData("besiege", "fighters", "", "Fighters besieged Kunduz")]
    [InlineData("torture", "fighters", "", "Fighters tortured persons in Kunduz")]
    [InlineData("shelling", "fighters", "", "Shelling by fighters in Kunduz")]
    [InlineData("airstrike", "jets", "a depot", "Jets carried out an air strike on a depot in Kunduz")]
    [InlineData("airstrike", "", "a depot", "A depot hit from the air in Kunduz")]
    [InlineData("breach", "rebels", "truce", "Rebels broke a deal in Kunduz")]
    [InlineData("surrender", "garrison", "rebels", "Garrison surrendered to rebels in Kunduz")]
    [InlineData("clash", "rebels", "rebels", "Rebels fought in Kunduz")]
    [InlineData("capture", "rebels", "a house", "Rebels captured a house in Kunduz")]
    [InlineData("capture", "rebels", "army", "Rebels captured Kunduz from army")]
    [InlineData("detain", "rebels", "Kunduz", "Kunduz: “It happened”")]
    [InlineData("displace", "people", "", "Displacement, Kunduz (people): “It happened”")]
    [InlineData("talk", "", "", "Talks in Kunduz")]
    public void Lines_read_as_sentences_do(string type, string agent, string patient, string line)
    {
        var scene = new Scene();
        scene.Report("Herald", 8, "It happened.").Says(type, "happened", agent, patient, Scene.Kunduz);
        SituationReport.Of(scene.Picture(), new ReportOptions()).Sections.Where(section => section.Key is "happenings" or "harm" or "movements")
            .SelectMany(section => section.Lines).ShouldHaveSingleItem().Text.ShouldBe(line + " (by 8 Aug; reported by Herald)");
    }

    [Fact]
    public void Many_voices_are_counted()
    {
        var scene = new Scene();
        foreach (var outlet in "ABCDEF") scene.Report($"Paper {outlet}", 8, $"{outlet} took it.").Says("capture", "took", "group=taliban", place: Scene.Kunduz);
        Lines(SituationReport.Of(scene.Picture(), new ReportOptions()), "happenings").Single().ShouldEndWith("corroborated by Paper A, Paper B, Paper C and 3 more)");
    }

    [Fact]
    public void Types_without_a_verb_of_their_own_are_told_in_the_reports_word()
    {
        var scene = new Scene();
        scene.Report("Herald", 8, "The junta would never close the mission in Kabul. A famine began in Herat.")
            .Says("mission", "close", "junta=X", place: Scene.Kabul, mode: Mode.Pledge, positive: false)
            .Says("crisis", "famine", place: Scene.Herat);
        var report = SituationReport.Of(scene.Picture(), new ReportOptions());
        Lines(report, "commitments").ShouldHaveSingleItem().ShouldBe("Promise: “The junta would never close the mission in Kabul” (8 Aug; reported by Herald) — pending");
        Lines(report, "happenings").ShouldHaveSingleItem().ShouldBe("Humanitarian situation, Herat: “A famine began in Herat” (by 8 Aug; reported by Herald)");
    }

    [Theory]
    [InlineData("deploy", "United States=US", "troops", Mode.Planned, true, "United States plans to deploy troops to Kunduz")]
    [InlineData("attack", "Taliban=taliban", "aid workers", Mode.Pledge, false, "Taliban promise not to attack aid workers in Kunduz")]
    [InlineData("capture", "fighters", "", Mode.Threat, true, "Fighters threaten to capture Kunduz")]
    [InlineData("withdraw", "army", "", Mode.Demand, true, "Army is told to withdraw from Kunduz")]
    [InlineData("evacuate", "", "", Mode.Appeal, true, "Appeal: “It is to happen”")]
    [InlineData("evacuate", "embassies", "", Mode.Aim, true, "Aim (embassies): “It is to happen”")]
    public void What_is_to_be_done_is_said_in_a_sentence_or_in_the_reports_words(string type, string agent, string patient, Mode mode, bool positive, string line)
    {
        var scene = new Scene();
        scene.Report("Herald", 8, "It is to happen.").Says(type, "happen", agent, patient, Scene.Kunduz, mode: mode, positive: positive);
        Lines(SituationReport.Of(scene.Picture(), new ReportOptions()), "commitments").ShouldHaveSingleItem().ShouldBe(line + " (8 Aug; reported by Herald) — pending");
    }

    [Fact]
    public void A_holder_has_the_plainest_of_its_names()
    {
        var scene = new Scene();
        scene.Report("Herald", 8, "Taliban fighters took Kunduz.").Says("capture", "took", "Taliban fighters=taliban", place: Scene.Kunduz);
        scene.Report("Herald", 9, "The Taliban took Herat.").Says("capture", "took", "Taliban=taliban", place: Scene.Herat);
        Lines(SituationReport.Of(scene.Picture(), new ReportOptions()), "control").ShouldContain("Kunduz: Taliban since 8 Aug at the latest (reported by Herald)");
    }

    [Fact]
    public void Soldiers_who_give_up_are_counted_not_those_to_whom()
    {
        var scene = new Scene();
        scene.Report("Herald", 8, "Hundreds of soldiers surrendered to the Taliban in Kunduz.").Says("surrender", "surrendered", "soldiers", "Taliban=taliban", Scene.Kunduz, count: (200, 999, "soldiers"));
        Lines(SituationReport.Of(scene.Picture(), new ReportOptions()), "happenings").ShouldHaveSingleItem().ShouldStartWith("200 to 999 soldiers surrendered to Taliban in Kunduz (");
    }

    [Fact]
    public void What_is_denied_is_not_put_into_the_deniers_mouth()
    {
        var scene = new Scene();
        scene.Report("Herald", 8, "The Taliban took Kunduz.").Says("capture", "took", "Taliban=taliban", place: Scene.Kunduz);
        scene.Report("Courier", 8, "A spokesman denied that Kunduz was lost.").Says("capture", "lost", place: Scene.Kunduz, positive: false, sources: "spokesman=AF/government", stance: Stance.Denied);
        scene.Report("Gazette", 8, "Soldiers hold Kunduz.").Says("hold", "hold", "Soldiers=AF/military", place: Scene.Kunduz);
        var lines = Lines(SituationReport.Of(scene.Picture(), new ReportOptions()), "disagreements");
        lines.ShouldContain("Taliban captured Kunduz (by 8 Aug): it happened (Herald: “The Taliban took Kunduz”); denied by spokesman: “A spokesman denied that Kunduz was lost”");
        lines.ShouldContain("Who holds Kunduz (8 Aug): Taliban (Herald: “The Taliban took Kunduz”); Soldiers (Gazette: “Soldiers hold Kunduz”)");
    }

    [Fact]
    public void Two_whose_names_are_held_back_are_two()
    {
        var scene = new Scene();
        foreach (var name in new[] { "Xxaa Yybb", "Zzcc Qqdd" })
            scene.Report("Herald", 8, $"Guards were killed in Kunduz, {name} said.").Says("kill", "killed", patient: "Guards", place: Scene.Kunduz, sources: name);
        Lines(SituationReport.Of(scene.Picture(), new ReportOptions()), "harm").ShouldHaveSingleItem().ShouldBe("Guards killed in Kunduz (by 8 Aug; corroborated by 2 named sources)");
    }

    [Fact]
    public void Who_is_counted_is_not_done_to()
    {
        var scene = new Scene();
        scene.Report("Herald", 8, "Hundreds of residents marched in Kunduz.").Says("protest", "marched", "residents", place: Scene.Kunduz, count: (200, 999, "residents"));
        Lines(SituationReport.Of(scene.Picture(), new ReportOptions()), "happenings").ShouldHaveSingleItem().ShouldStartWith("200 to 999 residents protested in Kunduz (");
    }

    [Theory]
    [InlineData("Some 136 were injured in three days.", "injured", "136 injured in Kunduz (")]
    [InlineData("The death toll since May is 136.", "toll", "136 counted in Kunduz (")]
    [InlineData("Since May 136 were forced to leave.", "forced", "136 counted in Kunduz (")]
    public void A_count_is_told_in_the_reports_word_where_it_has_one(string text, string trigger, string line)
    {
        var scene = new Scene();
        scene.Report("Herald", 8, text).Says("tally", trigger, place: Scene.Kunduz, count: (136, 136, ""));
        Lines(SituationReport.Of(scene.Picture(), new ReportOptions()), "tallies").ShouldHaveSingleItem().ShouldStartWith(line);
    }

    [Fact]
    public void Who_asks_is_not_said_to_be_asked()
    {
        var scene = new Scene();
        scene.Report("Herald", 8, "The envoy asked for talks.").Says("talk", "talks", "envoy=US/envoy", mode: Mode.Appeal, sources: "envoy=US/envoy");
        Lines(SituationReport.Of(scene.Picture(), new ReportOptions()), "commitments").ShouldHaveSingleItem().ShouldBe("Appeal: “The envoy asked for talks” (8 Aug; envoy said) — pending");
    }

    [Fact]
    public void Towns_taken_on_one_day_by_one_word_are_one_line_with_a_reference_each()
    {
        var scene = new Scene();
        scene.Report("Herald", 8, "The Taliban took Herat and Kunduz.").Says("capture", "took", "Taliban=taliban", place: Scene.Herat, time: (8, 8))
            .Says("capture", "took", "Taliban=taliban", place: Scene.Kunduz, time: (8, 8));
        var line = SituationReport.Of(scene.Picture(), new ReportOptions()).Sections.Single(s => s.Key == "happenings").Lines.ShouldHaveSingleItem();
        line.Text.ShouldBe("Taliban captured Herat and Kunduz (8 Aug; reported by Herald)");
        line.References.Length.ShouldBe(2);
    }

    [Fact]
    public void The_embassy_of_a_country_is_not_brought_out_of_that_country()
    {
        var scene = new Scene();
        scene.Report("Herald", 8, "Afghanistan will bring home its staff.").Says("evacuate", "bring home", "Afghanistan=AF", "staff", Scene.Afghanistan, mode: Mode.Planned);
        Lines(SituationReport.Of(scene.Picture(), new ReportOptions()), "commitments").ShouldHaveSingleItem().ShouldStartWith("Afghanistan plans to evacuate staff (");
    }

    [Fact]
    public void What_city_the_city_is_a_line_does_not_guess()
    {
        var scene = new Scene();
        scene.Report("Herald", 8, "Kunduz is on the road. The ministry confirmed the loss of the city.").Says("capture", "loss", place: Scene.Kunduz);
        var report = SituationReport.Of(scene.Picture(), new ReportOptions());
        Lines(report, "happenings").ShouldHaveSingleItem().ShouldBe("Capture: “The ministry confirmed the loss of the city” (by 8 Aug; reported by Herald)");
        Lines(report, "control").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Thousands fled towards Kabul.", "displace", "fled", "", "families", "Families fled to Kabul (by 8 Aug; reported by Herald)")]
    [InlineData("Families were driven from Kabul.", "displace", "driven", "", "families", "Families displaced from Kabul (by 8 Aug; reported by Herald)")]
    [InlineData("Families in the city of Kabul were displaced.", "displace", "displaced", "", "families", "Families displaced in Kabul (by 8 Aug; reported by Herald)")]
    [InlineData("The army evacuated its staff to Kabul.", "evacuate", "evacuated", "army=AF/military", "staff", "Army evacuated staff to Kabul (by 8 Aug; reported by Herald)")]
    [InlineData("Guards marched to Kabul. Families had left by then.", "displace", "left", "", "families", "Families fled from Kabul (by 8 Aug; reported by Herald)")]
    [InlineData("The army sent guards to Kabul to evacuate its staff.", "evacuate", "evacuate", "army=AF/military", "staff", "Army evacuated staff from Kabul (by 8 Aug; reported by Herald)")]
    [InlineData("Fighters entered Kabul.", "advance", "entered", "fighters=taliban", "", "Fighters entered Kabul (by 8 Aug; reported by Herald)")]
    public void It_says_from_or_to_as_the_report_does(string text, string type, string trigger, string agent, string patient, string line)
    {
        var scene = new Scene();
        scene.Report("Herald", 8, text).Says(type, trigger, agent, patient, Scene.Kabul);
        Lines(SituationReport.Of(scene.Picture(), new ReportOptions()), type == "displace" ? "harm" : "movements").ShouldBe([line]);
    }

    [Fact]
    public void Staff_brought_out_by_one_and_to_be_brought_out_by_another_are_two()
    {
        var scene = new Scene();
        scene.Report("Herald", 12, "The staff had been evacuated from Kabul.").Says("evacuate", "evacuated", patient: "staff", place: Scene.Kabul);
        scene.Report("Herald", 12, "The United States will evacuate its staff from Kabul.").Says("evacuate", "evacuate", "United States=US", "staff", Scene.Kabul, mode: Mode.Planned);
        Lines(SituationReport.Of(scene.Picture(), new ReportOptions()), "movements").ShouldBe(["Staff evacuated from Kabul (by 12 Aug; reported by Herald)"]);
    }

    [Fact]
    public void A_toll_that_most_reports_tell_without_the_attack_is_not_shown_with_it()
    {
        var scene = new Scene();
        scene.Report("Herald", 8, "Guards shelled Kabul, and five people died.").Says("shelling", "shelled", "guards=AF/police", place: Scene.Kabul).Says("kill", "died", patient: "people", place: Scene.Kabul, count: (5, 5, "people"));
        var told = Lines(SituationReport.Of(scene.Picture(), new ReportOptions()), "happenings");
        told.ShouldHaveSingleItem().ShouldContain("killed: 5 people");
        foreach (var outlet in new[] { "Courier", "Gazette" }) scene.Report(outlet, 8, "Five people were killed in Kabul.").Says("kill", "killed", patient: "people", place: Scene.Kabul, count: (5, 5, "people"));
        Lines(SituationReport.Of(scene.Picture(), new ReportOptions()), "happenings").ShouldHaveSingleItem().ShouldNotContain("killed: 5");
    }
}
