using System.Collections.Frozen;

namespace OnRecord.Views;

/// <summary>How a type is put into words: "took", "was taken", "take", and whether the place is what it is done to.</summary>
/// <param name="Past">What the agent did.</param>
/// <param name="Participle">What was done, for a line without an agent.</param>
/// <param name="Base">What the agent is to do.</param>
/// <param name="Join">The word between the verb and the place: "" where the place itself is the object.</param>
internal sealed record Wording(string Past, string Participle, string Base, string Join = "in")
{
    private static readonly FrozenDictionary<string, Wording> All = new Dictionary<string, Wording>
    {
        ["capture"] = new("took", "taken", "take", ""),
        ["hold"] = new("held", "held", "hold", ""),
        ["advance"] = new("advanced", "advanced on", "advance", "on"),
        ["retreat"] = new("retreated", "given up", "retreat", "from"),
        ["besiege"] = new("besieged", "besieged", "besiege", ""),
        ["clash"] = new("fought", "fought over", "fight"),
        ["attack"] = new("attacked", "attacked", "attack"),
        ["shelling"] = new("shelled", "shelled", "shell"),
        ["airstrike"] = new("struck from the air", "struck from the air", "strike from the air"),
        ["bombing"] = new("bombed", "bombed", "bomb"),
        ["kill"] = new("killed", "killed", "kill"),
        ["execute"] = new("executed", "executed", "execute"),
        ["injure"] = new("wounded", "wounded", "wound"),
        ["abduct"] = new("abducted", "abducted", "abduct"),
        ["detain"] = new("detained", "detained", "detain"),
        ["torture"] = new("tortured", "tortured", "torture"),
        ["sexual_violence"] = new("committed sexual violence against", "victims of sexual violence", "commit sexual violence against"),
        ["displace"] = new("drove out", "driven out", "drive out", "from"),
        ["destroy"] = new("destroyed", "destroyed", "destroy"),
        ["seize_goods"] = new("seized", "seized", "seize"),
        ["deploy"] = new("deployed", "deployed", "deploy", "to"),
        ["withdraw"] = new("withdrew", "withdrawn", "withdraw", "from"),
        ["surrender"] = new("surrendered", "surrendered", "surrender"),
        ["recruit"] = new("recruited", "recruited", "recruit"),
        ["arm"] = new("armed", "armed", "arm"),
        ["evacuate"] = new("evacuated", "evacuated", "evacuate", "from"),
        ["talk"] = new("held talks", "talked to", "hold talks"),
        ["agree"] = new("reached an agreement", "agreed", "reach an agreement"),
        ["breach"] = new("broke a deal", "broken", "break a deal"),
        ["recognise"] = new("recognised", "recognised", "recognise"),
        ["sanction"] = new("put sanctions on", "put under sanctions", "put sanctions on"),
        ["aid"] = new("gave aid to", "given aid", "give aid to"),
        ["obstruct"] = new("blocked", "blocked", "block"),
        ["protest"] = new("protested", "protested against", "protest"),
    }.ToFrozenDictionary();

    /// <summary>The wording of a type, or null where a line is better put as "type: …".</summary>
    public static Wording? Of(string type) => All.GetValueOrDefault(type);
}
