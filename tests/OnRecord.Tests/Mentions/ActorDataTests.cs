using OnRecord.Language.Mentions.Actors;

namespace OnRecord.Tests.Mentions;

public class ActorDataTests
{
    // ISO 3166-1 alpha-2 of the members of the United Nations.
    private const string Members =
        "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ " +
        "EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC " +
        "LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB " +
        "SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM ZW";

    private static readonly ActorIndex Actors = ActorData.Index;

    [Fact]
    public void Every_member_of_the_United_Nations_is_there_with_a_capital()
    {
        var countries = Actors.Entries.Where(e => e.Kind == ActorKind.Country).ToDictionary(e => e.Id);
        foreach (var code in Members.Split(' '))
        {
            countries.ShouldContainKey(code);
            countries[code].Capital.ShouldNotBeNull(code);
        }
        countries.Keys.Except(Members.Split(' ')).ShouldAllBe(code => code[0] == 'X' || "PS TW EH HK GL PR VA".Contains(code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Kyiv", "UA")]
    [InlineData("Kiev", "UA")]
    [InlineData("Tel Aviv", "IL")]
    [InlineData("Washington, D.C.", "US")]
    [InlineData("The Hague", "NL")]
    public void A_capital_by_any_name_is_a_place_that_may_stand_for_the_government(string name, string country) =>
        Actors.Bearers(name).ShouldContain(b => b.Use == NameUse.Capital && b.Entry.Id == country);

    [Fact]
    public void Countries_parents_and_sides_refer_to_entries()
    {
        foreach (var entry in Actors.Entries)
        {
            foreach (var code in entry.Countries) Actors.Entry(code).ShouldNotBeNull($"{entry.Id} in {code}").Kind.ShouldBe(ActorKind.Country, entry.Id);
            if (entry.Parent is { } parent) Actors.Entry(parent).ShouldNotBeNull($"{entry.Id} of {parent}");
            if (entry.Side is { } side) Actors.Entry(side).ShouldNotBeNull($"{entry.Id} for {side}");
        }
    }

    [Fact]
    public void Composed_identities_use_a_known_class_or_are_the_only_bearer_of_their_own()
    {
        var classes = Actors.Roles.Select(r => r.Id).ToHashSet();
        string[] own = ["counter-terrorism", "human-rights-commission", "military-media", "investigators", "treasury", "homeland-security"];
        foreach (var entry in Actors.Entries.Where(e => e.Id.Contains('/')))
            (classes.Contains(entry.Id[3..]) || own.Contains(entry.Id[3..])).ShouldBeTrue(entry.Id);
    }

    [Fact]
    public void Years_are_in_order()
    {
        foreach (var entry in Actors.Entries.Where(e => e.From is not null))
        {
            entry.From!.Value.ShouldBeInRange(1900, 2026, entry.Id);
            if (entry.To is { } to) to.ShouldBeGreaterThanOrEqualTo(entry.From.Value, entry.Id);
        }
    }

    [Fact]
    public void No_word_is_both_a_role_and_an_office()
    {
        var roles = Actors.Roles.SelectMany(r => r.Words).Select(ActorKey.Of).ToHashSet();
        // "officer" and the like are told apart by the longer phrase; these single words stand in both lists on purpose.
        string[] both = ["doctor", "journalist", "reporter", "correspondent", "teacher", "priest", "imam", "cleric", "bishop", "archbishop", "pastor", "activist", "human rights activist", "editor", "professor", "blogger", "health official", "staff", "businessman"];
        Actors.Titles.SelectMany(t => t.Words).Select(ActorKey.Of).Where(roles.Contains).Except(both.Select(ActorKey.Of)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_name_finds_its_bearer()
    {
        foreach (var entry in Actors.Entries)
            foreach (var name in entry.Aliases.Prepend(entry.Name))
                Actors.Bearers(name).Select(b => b.Entry.Id).ShouldContain(entry.Id, name);
    }

    [Theory]
    [InlineData("groups.yaml", "- {id: x, name: Taliban}\n", "groups.yaml:")]
    [InlineData("groups.yaml", "- {id: x, name: X}\n- {id: x, name: Y}\n", "groups.yaml:2")]
    [InlineData("groups.yaml", "- {id: x, nmae: X}\n", "groups.yaml:1")]
    [InlineData("groups.yaml", "- {id: x\n  name: [\n", "groups.yaml:")]
    [InlineData("groups.yaml", "- {name: X}\n", "groups.yaml:1")]
    [InlineData("ambiguous.yaml", "- {id: Kremlin}\n", "ambiguous.yaml:")]
    public void Faults_name_file_and_line(string file, string text, string where)
    {
        var folder = Directory.CreateTempSubdirectory("actors").FullName;
        try
        {
            foreach (var path in Directory.GetFiles(ActorData.Folder)) File.Copy(path, Path.Combine(folder, Path.GetFileName(path)));
            if (file == "groups.yaml")
            {
                File.WriteAllText(Path.Combine(folder, "ambiguous.yaml"), "[]\n");
                File.WriteAllText(Path.Combine(folder, "institutions.yaml"), "- {id: m, name: Taliban}\n");
                File.WriteAllText(Path.Combine(folder, "bodies.yaml"), "[]\n");
                File.WriteAllText(Path.Combine(folder, "outlets.yaml"), "[]\n");
                File.WriteAllText(Path.Combine(folder, "countries.yaml"), "- {id: AF, name: Afghanistan}\n");
            }
            if (file == "ambiguous.yaml") File.AppendAllText(Path.Combine(folder, file), text);
            else File.WriteAllText(Path.Combine(folder, file), text);
            var problem = ActorIndex.Load(folder).Problem.ShouldNotBeNull();
            problem.Where.ShouldContain(where);
            problem.Hint.ShouldNotBeEmpty();
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    [Fact]
    public void A_missing_folder_is_a_problem() => ActorIndex.Load(Path.Combine(Path.GetTempPath(), "no-such-actors")).Problem.ShouldNotBeNull();
}
