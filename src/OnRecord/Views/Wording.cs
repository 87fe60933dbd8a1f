using System.Collections.Frozen;

namespace OnRecord.Views;

/// <summary>What a verb needs beside who does it.</summary>
internal enum Takes
{
    /// <summary>The place itself is what it is done to: "captured Kunduz".</summary>
    Place,
    /// <summary>Persons or things: "killed 11 civilians".</summary>
    Object,
    /// <summary>Nothing: "retreated".</summary>
    Nothing,
    /// <summary>Persons or things, or nothing: "fought", "fought the army".</summary>
    Either,
    /// <summary>Persons or things; without them the noun tells it: "Attack by fighters in Kunduz".</summary>
    Act,
}

/// <summary>How a type is put into words.</summary>
/// <param name="Past">What the agent did.</param>
/// <param name="Participle">What was done, for a line without an agent.</param>
/// <param name="Base">What the agent is to do.</param>
/// <param name="Noun">The act, where neither agent nor object is told.</param>
/// <param name="Takes">What the verb needs.</param>
/// <param name="Join">The word between the verb and the place.</param>
/// <param name="To">The word between the verb and the object, with its space; empty for most.</param>
internal sealed record Wording(string Past, string Participle, string Base, string Noun, Takes Takes = Takes.Object, string Join = "in", string To = "")
{
    private static readonly FrozenDictionary<string, Wording> All = new Dictionary<string, Wording>
    {
        ["capture"] = new("captured", "captured", "capture", "Capture", Takes.Place),
        ["hold"] = new("held", "held", "hold", "Control", Takes.Place),
        ["besiege"] = new("besieged", "besieged", "besiege", "Siege", Takes.Place),
        ["advance"] = new("advanced", "reached", "advance", "Advance", Takes.Nothing, "on"),
        ["retreat"] = new("retreated", "given up", "retreat", "Retreat", Takes.Nothing, "from"),
        ["surrender"] = new("surrendered", "surrendered", "surrender", "Surrender", Takes.Either, To: "to "),
        ["clash"] = new("fought", "fought", "fight", "Fighting", Takes.Either),
        ["attack"] = new("attacked", "attacked", "attack", "Attack", Takes.Act),
        ["shelling"] = new("shelled", "shelled", "shell", "Shelling", Takes.Act),
        ["airstrike"] = new("carried out an air strike", "hit from the air", "carry out air strikes", "Air strike", Takes.Act, To: "on "),
        ["bombing"] = new("bombed", "bombed", "bomb", "Bombing", Takes.Act),
        ["kill"] = new("killed", "killed", "kill", "Killing"),
        ["execute"] = new("executed", "executed", "execute", "Execution"),
        ["injure"] = new("wounded", "wounded", "wound", "Wounding"),
        ["abduct"] = new("abducted", "abducted", "abduct", "Abduction"),
        ["detain"] = new("detained", "detained", "detain", "Detention"),
        ["torture"] = new("tortured", "tortured", "torture", "Torture"),
        ["sexual_violence"] = new("committed sexual violence", "subjected to sexual violence", "commit sexual violence", "Sexual violence", To: "against "),
        ["displace"] = new("drove out", "displaced", "drive out", "Displacement"),
        ["destroy"] = new("destroyed", "destroyed", "destroy", "Destruction"),
        ["seize_goods"] = new("seized", "seized", "seize", "Seizure"),
        ["deploy"] = new("deployed", "deployed", "deploy", "Deployment", Takes.Either, "to"),
        ["withdraw"] = new("withdrew", "withdrawn", "withdraw", "Withdrawal", Takes.Either, "from"),
        ["evacuate"] = new("evacuated", "evacuated", "evacuate", "Evacuation", Join: "from"),
        ["recruit"] = new("recruited", "recruited", "recruit", "Recruitment"),
        ["talk"] = new("held talks", "brought to talks", "hold talks", "Talks", Takes.Either, To: "with "),
        ["agree"] = new("reached an agreement", "agreed", "reach an agreement", "Agreement", Takes.Either, To: "on "),
        ["breach"] = new("broke a deal", "broken", "break a deal", "Breach of a deal", Takes.Nothing),
        ["recognise"] = new("recognised", "recognised", "recognise", "Recognition"),
        ["sanction"] = new("put sanctions", "put under sanctions", "put sanctions", "Sanctions", To: "on "),
        ["aid"] = new("gave aid", "given aid", "give aid", "Aid", Takes.Either, To: "to "),
        ["obstruct"] = new("blocked", "blocked", "block", "Obstruction"),
        ["protest"] = new("protested", "protested against", "protest", "Protest", Takes.Either, To: "against "),
    }.ToFrozenDictionary();

    // Types whose sentence depends on the report's own verb ("open", "stay", "resign"): the line gives its words.
    private static readonly FrozenDictionary<string, string> Nouns = new Dictionary<string, string>
    {
        ["arm"] = "Supply of arms",
        ["mission"] = "Mission",
        ["power"] = "Office and power",
        ["responsibility"] = "Responsibility",
        ["tally"] = "Count",
        ["crisis"] = "Humanitarian situation",
    }.ToFrozenDictionary();

    /// <summary>The wording of a type, or null where only the report's own words can tell it.</summary>
    public static Wording? Of(string type) => All.GetValueOrDefault(type);

    /// <summary>The noun for a type, to head a line that gives the report's words.</summary>
    public static string NounOf(string type) => Of(type)?.Noun ?? Nouns.GetValueOrDefault(type) ?? Phrases.Upper(type.Replace('_', ' '));
}
