using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using OnRecord.Language;
using OnRecord.Statements.Coding;
using OnRecord.Tests.House;

namespace OnRecord.Tests.Statements;

public sealed partial class CodebookReaderTests : IDisposable
{
    private const string Types = "capture:\n  says: A side takes a place.\n  place_object: true\nhold:\n  says: A side holds a place.\n  family: capture\n";
    private const string Words = "classes:\n  site: [town, base]\nreporting:\n  said: [say]\nmodes:\n  aim:\n    told: [aim]\n  pledge: {voiced: vow}\nlists:\n  light: [carry]\n";
    private const string Control = "capture:\n  - {verbs: [seize, take], object: [site], roles: {from: patient}}\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("codebook").FullName;

    [Fact]
    public void A_small_codebook_says_what_it_holds()
    {
        var book = Read().Value.ShouldNotBeNull();
        book.Types.Keys.Order(StringComparer.Ordinal).ShouldBe(["capture", "hold"]);
        (book.Types["capture"].PlaceObject, book.Types["capture"].Family, book.Types["hold"].Family).ShouldBe((true, "capture", "capture"));
        var trigger = book.TriggersOf("seize", TriggerForm.Verb).ShouldHaveSingleItem();
        (trigger.Type, trigger.Roles["from"], trigger.Where).ShouldBe(("capture", "patient", "control.yaml, line 2"));
        book.TriggersOf("seize", TriggerForm.Noun).ShouldBeEmpty();
        book.Classes["base"].ShouldBe(["site"]);
        (book.Modes["aim"].Voices, book.Modes["vow"].Voices).ShouldBe((false, true));
        (book.InList("light", "carry"), book.InList("light", "say"), book.InList("dark", "carry")).ShouldBe((true, false, false));
    }

    [Fact]
    public void Of_two_triggers_the_one_that_asks_for_more_comes_first() =>
        Read(control: "hold:\n  - {verbs: [take]}\ncapture:\n  - {verbs: [take], object: [site]}\n").Value!.TriggersOf("take", TriggerForm.Verb).Select(t => t.Type).ShouldBe(["capture", "hold"]);

    [Theory]
    [InlineData("siege:\n  - {verbs: [besiege]}", "'siege' is not a type", 1)]
    [InlineData("capture:\n  - {verbs: [seize], object: [towns]}", "'towns' in 'object' is not a class", 2)]
    [InlineData("capture:\n  - {verbs: [seize]}\n  - {verbs: [fall], subject: [hill]}", "'hill' in 'subject' is not a class", 3)]
    [InlineData("capture:\n  - {nouns: [fall], with_class: [hill]}", "'hill' in 'with_class' is not a class", 2)]
    [InlineData("capture:\n  - {verb: [seize]}", "'verb' is not a field", 2)]
    [InlineData("capture:\n  - {verbs: [seize], roles: {of: spot}}", "'spot' is not a role", 2)]
    [InlineData("capture:\n  - {verbs: [seize], voice: loud}", "voice 'loud' is neither", 2)]
    [InlineData("capture:\n  - {verbs: [seize], negative: maybe}", "'negative' is either true or false", 2)]
    [InlineData("capture:\n  - {object: [site]}", "needs 'verbs', 'nouns' or 'adjectives'", 2)]
    [InlineData("capture:\n  - {verbs: [{a: b}]}", "a single word is expected", 2)]
    [InlineData("capture: seize", "a list is expected", 1)]
    [InlineData("capture:\n  - seize", "'key: value' lines are expected", 2)]
    [InlineData("- seize", "'key: value' lines are expected", 1)]
    [InlineData("capture:\n  - {verbs: [seize\n", "not valid YAML", 3)]
    [InlineData("capture:\n  - {verbs: [seize]}\ncapture:\n  - {verbs: [take]}", "not valid YAML", 3)]
    [InlineData("capture:\n  - &a {verbs: [seize], roles: {*a : agent}}", "references ('*name') are not read", 2)]
    public void A_fault_among_the_triggers_is_named_with_its_line(string control, string what, int line) => Names(Read(control: control), what, $"control.yaml, line {line}");

    [Theory]
    [InlineData("capture:\n  family: control", "type 'capture' needs 'says'", 1)]
    [InlineData("capture:\n  says: A side takes a place.\n  mutual: often", "'mutual' is either true or false", 3)]
    [InlineData("capture: taken", "'key: value' lines are expected", 1)]
    public void A_fault_among_the_types_is_named_with_its_line(string types, string what, int line) => Names(Read(types: types), what, $"types.yaml, line {line}");

    [Theory]
    [InlineData("said: [say]", "shouted: [say]", "'shouted' is not a stance", 4)]
    [InlineData("aim:", "dream:", "'dream' is not a mode", 6)]
    [InlineData("told:", "sung:", "'sung' is none of voiced, told, negative", 7)]
    [InlineData("classes:", "kinds:", "'classes' is missing", 1)]
    [InlineData("reporting:", "saying:", "'reporting' is missing", 1)]
    [InlineData("modes:", "moods:", "'modes' is missing", 1)]
    [InlineData("lists:", "rows:", "'lists' is missing", 1)]
    public void A_fault_among_the_words_is_named_with_its_line(string old, string changed, string what, int line) => Names(Read(words: Words.Replace(old, changed, StringComparison.Ordinal)), what, $"words.yaml, line {line}");

    [Theory]
    [InlineData("types.yaml")]
    [InlineData("words.yaml")]
    public void A_missing_file_is_named(string file)
    {
        Read();
        File.Delete(Path.Combine(_folder, file));
        Names(CodebookReader.Read(_folder), "missing", file);
    }

    [Fact]
    public void A_missing_folder_is_named() => Names(CodebookReader.Read(Path.Combine(_folder, "none")), "no codebook folder", "none");

    [Fact]
    public void A_folder_within_adds_types_classes_and_triggers()
    {
        Read();
        var more = Directory.CreateDirectory(Path.Combine(_folder, "diplomacy")).FullName;
        File.WriteAllText(Path.Combine(more, "types.yaml"), "scold:\n  says: Someone is scolded.\n");
        File.WriteAllText(Path.Combine(more, "words.yaml"), "classes:\n  site: [hill]\n  pupil: [child]\n");
        File.WriteAllText(Path.Combine(more, "speech.yaml"), "scold:\n  - {verbs: [scold], object: [pupil]}\ncapture:\n  - {verbs: [scale], object: [site]}\n");
        var book = CodebookReader.Read(_folder).Value.ShouldNotBeNull();
        book.Types.Keys.Order(StringComparer.Ordinal).ShouldBe(["capture", "hold", "scold"]);
        book.Classes["hill"].ShouldBe(["site"]);
        book.Classes["town"].ShouldBe(["site"]);
        book.TriggersOf("scold", TriggerForm.Verb).ShouldHaveSingleItem().Type.ShouldBe("scold");
        book.TriggersOf("seize", TriggerForm.Verb).ShouldHaveSingleItem().Type.ShouldBe("capture");
    }

    [Fact]
    public void An_addition_may_not_say_again_what_a_type_is()
    {
        Read();
        var more = Directory.CreateTempSubdirectory("addition").FullName;
        File.WriteAllText(Path.Combine(more, "types.yaml"), "hold:\n  says: Something else.\n");
        Names(CodebookReader.Read(_folder, [more]), "the type 'hold' is there already", "types.yaml, line 1");
        Directory.Delete(more, recursive: true);
    }

    [Fact]
    public void Nesting_without_end_is_named() => Names(Read(control: new string('[', 100_000)), "nested too deeply", "control.yaml, line 1");

    [Fact]
    public void Whatever_a_file_holds_the_answer_is_a_codebook_or_a_problem()
    {
        string[] bits = ["capture:", "  - ", "{", "}", "[", "]", "verbs: ", "seize", ", ", "\n", " ", "&a ", "*a", "!!set ", "---\n", "|\n", ": ", "- ", "'", "\"", "#", "\t", "\0", "\uD800", "%YAML 9\n", "? "];
        Prop.ForAll(Gen.Elements(bits).ListOf().Select(string.Concat).ToArbitrary(), text => Read(control: text) is var read && read.Value is null != read.Problem is null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(800));
    }

    [Fact]
    public void The_codebook_that_ships_has_all_types_and_a_trigger_for_each()
    {
        string[] types =
        [
            "capture", "hold", "advance", "retreat", "besiege", "clash", "attack", "shelling", "airstrike", "bombing", "kill", "execute", "injure", "abduct", "detain", "torture", "sexual_violence", "displace", "destroy", "seize_goods",
            "deploy", "withdraw", "surrender", "recruit", "arm", "evacuate", "mission", "talk", "agree", "breach", "recognise", "sanction", "aid", "obstruct", "protest", "power", "responsibility", "tally", "crisis",
        ];
        types.Length.ShouldBe(39);
        Stage.Codebook.Types.Keys.Order(StringComparer.Ordinal).ShouldBe(types.Order(StringComparer.Ordinal));
        types.Except(Stage.Codebook.Triggers.Select(t => t.Type)).ShouldBeEmpty();
    }

    [Fact]
    public void The_codebook_that_ships_holds_every_list_that_the_rules_name()
    {
        var named = Repository.Sources("src/OnRecord/Statements").SelectMany(f => ListName().Matches(f.Text).Select(m => m.Groups[1].Value)).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(5);
        named.Where(list => !Stage.Codebook.Lists.ContainsKey(list)).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [GeneratedRegex("InList\\(\"(\\w+)\"")]
    private static partial Regex ListName();

    private Outcome<Codebook> Read(string types = Types, string words = Words, string control = Control)
    {
        File.WriteAllText(Path.Combine(_folder, "types.yaml"), types);
        File.WriteAllText(Path.Combine(_folder, "words.yaml"), words);
        File.WriteAllText(Path.Combine(_folder, "control.yaml"), control, System.Text.Encoding.UTF8);
        return CodebookReader.Read(_folder);
    }

    private static void Names(Outcome<Codebook> read, string what, string where)
    {
        var problem = read.Problem.ShouldNotBeNull();
        problem.What.ShouldContain(what);
        problem.Where.ShouldEndWith(where);
    }
}
