using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using OnRecord.Statements;
using OnRecord.Statements.Coding;

namespace OnRecord.Lab.Building;

/// <summary><c>lab codebook-page</c>: the reference of the codebook, made from the codebook itself.</summary>
internal static class CodebookPage
{
    private const string Head = """
        # The codebook

        Made by `lab codebook-page --write docs/reference/codebook.md`; a test holds it against `data/codebook/`.

        The codebook says which words can make a statement of which type, what must stand beside them, and which relation fills which role. Change the YAML, run `onrecord check`, and it holds; nothing is compiled.
        The judge knows the triggers that were there when it was trained, and may overrule them. Triggers added later are taken as the codebook says.

        ## How an entry is written

        | field | what it says |
        |---|---|
        | `verbs`, `nouns`, `adjectives` | the words, by dictionary form; one part of speech an entry |
        | `subject`, `object` | classes of which the logical subject or object must have one (passives are turned round first); `place`, `person` and `actor` are what the report names as such |
        | `object_is` | words of which the object's head must be one: "take *control*" |
        | `particles` | words of which one must stand with the verb: "shot *down*", "taken *hostage*" |
        | `with`, `with_class` | prepositions of which one must introduce an argument, and the classes it must have: "fell *to the rebels*" |
        | `compound` | words of which one must stand before the noun: "*air* raid" |
        | `voice` | `active` or `passive` |
        | `no_object` | an object forbids it |
        | `roles` | from `subject`, `object` or a preposition to `agent`, `patient`, `place` or `none` |
        | `negative` | the words themselves undo the type: "release" for detain |
        | `extend` | object, particle or compound belong to the trigger's words |
        | `weak` | the words can mean the type and mostly do not: the rules leave them, the judge may take them |
        | `sure` | the words together can mean nothing else: the judge is not asked |

        Of several entries that fit, the one with most conditions counts. Where `roles` is silent, the subject is the agent, and the object the patient: an agent too where both sides act, the place where the type is done to places.

        A folder within `data/codebook/` adds to it in the same form: its `types.yaml` may have types of its own, its `words.yaml` classes of its own.

        """;

    public static Command Create()
    {
        var data = new Option<string>("--data") { DefaultValueFactory = _ => "data", Description = "The folder that holds codebook/ and extensions/." };
        var write = new Option<string?>("--write") { Description = "The page to write; without it, the page goes to the screen." };
        var command = new Command("codebook-page", "Writes the reference of the codebook.") { data, write };
        command.SetAction(r => Run(r.GetValue(data)!, r.GetValue(write)));
        return command;
    }

    private static int Run(string data, string? write)
    {
        var shipped = CodebookReader.Read(Path.Combine(data, "codebook"));
        var enlarged = CodebookReader.Read(Path.Combine(data, "codebook"), [Path.Combine(data, "extensions", "diplomacy")]);
        if (shipped.Value is not { } book || enlarged.Value is not { } more)
        {
            Console.Error.WriteLine(shipped.Problem ?? enlarged.Problem);
            return 1;
        }
        var page = Of(book, more);
        if (write is null) Console.Write(page);
        else File.WriteAllText(write, page);
        return 0;
    }

    /// <summary>The page: the codebook that ships, then what the diplomatic addition brings.</summary>
    internal static string Of(Codebook book, Codebook enlarged)
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        page.Append("\n## Types\n");
        foreach (var name in InOrder(book)) Type(page, book, book.Types[name]);
        page.Append("\n## Types of the diplomatic addition\n\nIn `data/extensions/diplomacy/`; put that folder into `data/codebook/` to have them.\n");
        foreach (var name in InOrder(enlarged).Where(n => !book.Types.ContainsKey(n))) Type(page, enlarged, enlarged.Types[name]);
        Modes(page, book);
        page.Append("\n## Words of peace\n\nBeside an act of force these say that none is meant (\"launched a website\", \"the fight against poverty\").\n\n");
        page.Append($"{string.Join(", ", book.Lists.TryGetValue("peaceful", out var peaceful) ? peaceful.Order(StringComparer.Ordinal) : [])}\n");
        page.Append("\n## Classes of words\n\n");
        foreach (var name in book.ClassNames)
            page.Append($"- **{name}**: {string.Join(", ", book.Classes.Where(c => c.Value.Contains(name)).Select(c => c.Key).Order(StringComparer.Ordinal))}\n");
        return page.ToString();
    }

    // In the order in which the triggers name them, the rest by name.
    private static IEnumerable<string> InOrder(Codebook book) => book.Triggers.Select(t => t.Type).Concat(book.Types.Keys.Order(StringComparer.Ordinal)).Distinct();

    private static void Type(StringBuilder page, Codebook book, StatementType type)
    {
        page.Append($"\n### {type.Name}\n\n{type.Says}\n\n");
        List<string> codes = [];
        if (type.Acled.Length > 0) codes.Add($"ACLED {type.Acled}");
        if (type.Plover.Length > 0) codes.Add($"PLOVER {type.Plover}");
        if (type.Cameo.Length > 0) codes.Add($"CAMEO {type.Cameo}");
        if (type.Ucdp.Length > 0) codes.Add($"UCDP {type.Ucdp}");
        if (codes.Count > 0) page.Append($"Maps to {string.Join(" · ", codes)}. ");
        page.Append(type.Mutual ? "Both sides are agents. " : "The subject is the agent, the object the patient. ");
        if (type.PlaceObject) page.Append("An object that is a place is its place. ");
        page.Append(type.PlaceLeft ? "Its place is the one left. " : type.Located ? "Its place may be said nearby. " : "It has a place only where its clause says one. ");
        page.Append($"The quantity counts the {(type.Counts == "event" ? "acts" : type.Counts)}.");
        if (type.Casualty) page.Append(" Who does it may be said of another act in the sentence.");
        if (type.Armed) page.Append(" Words of peace beside it rule it out.");
        page.Append("\n\n");
        foreach (var trigger in book.Triggers.Where(t => t.Type == type.Name)) page.Append($"- {Line(trigger)}\n");
    }

    private static string Line(Trigger trigger)
    {
        var text = new StringBuilder($"{trigger.Form switch { TriggerForm.Verb => "verbs", TriggerForm.Noun => "nouns", _ => "adjectives" }} *{string.Join(", ", trigger.Lemmas)}*");
        void Add(string before, ImmutableArray<string> words, string between = " or ")
        {
            if (!words.IsEmpty) text.Append($"; {before} {string.Join(between, words)}");
        }
        Add("subject", trigger.Subject);
        Add("object", trigger.Object);
        Add("object is", trigger.ObjectIs);
        Add("with", trigger.Particles);
        Add("with", trigger.With);
        Add("of class", trigger.WithClass);
        Add("after", trigger.Compound);
        if (trigger.Voice.Length > 0) text.Append($"; {trigger.Voice}");
        if (trigger.NoObject) text.Append("; without an object");
        if (trigger.Roles.Count > 0) text.Append($" ({string.Join(", ", trigger.Roles.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} → {r.Value}"))})");
        if (trigger.Negative) text.Append(" **undoes it**");
        if (trigger.Weak) text.Append(" **weak**");
        if (trigger.Sure) text.Append(" **sure**");
        return text.ToString();
    }

    private static void Modes(StringBuilder page, Codebook book)
    {
        page.Append("\n## Words that give a mode\n\nWhat these govern has the mode. *Voiced*: it is the subject's own word; *told*: the report tells of it; *not*: it does not come about.\n\n");
        foreach (var mode in Enum.GetValues<Mode>())
            foreach (var (kind, words) in book.Modes.Where(m => m.Value.Mode == mode).GroupBy(m => m.Value.Negative ? "not" : m.Value.Voices ? "voiced" : "told").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Select(m => m.Key).Order(StringComparer.Ordinal))))
                page.Append($"- **{mode.Label()}**, {kind}: {string.Join(", ", words)}\n");
        page.Append("\n## Words of saying\n\n");
        foreach (var stance in Enum.GetValues<Stance>().Where(s => s != Stance.None))
            page.Append($"- **{stance.Label()}**: {string.Join(", ", book.Reporting.Where(r => r.Value.Stance == stance).Select(r => r.Key).Order(StringComparer.Ordinal))}\n");
    }
}
