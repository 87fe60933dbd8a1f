using System.Collections.Frozen;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>What the fold knows of statement types: which are one family, which are states and counts, which move forces, which harm persons.</summary>
internal static class Families
{
    // Types that reports use for the same act; a type that is not here is a family of its own.
    private static readonly FrozenDictionary<string, string> ByType = new Dictionary<string, string>
    {
        ["attack"] = "fight",
        ["clash"] = "fight",
        ["kill"] = "death",
        ["execute"] = "death",
        ["abduct"] = "captivity",
        ["detain"] = "captivity",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> States = FrozenSet.Create("hold", "tally");
    private static readonly FrozenSet<string> Moves = FrozenSet.Create("deploy", "withdraw", "evacuate", "retreat", "advance");
    private static readonly FrozenSet<string> Harms = FrozenSet.Create("kill", "execute", "injure", "abduct", "detain", "torture", "sexual_violence", "displace");
    private static readonly FrozenSet<string> Combat = FrozenSet.Create("clash", "besiege", "attack", "shelling", "airstrike");

    // A negative of these is as a rule an undoing (a release, a lifted sanction), not a denial.
    private static readonly FrozenSet<string> Undone =
        FrozenSet.Create("detain", "abduct", "sanction", "displace", "breach", "agree", "recognise", "mission", "power", "obstruct");

    public static string Of(string type) => ByType.GetValueOrDefault(type, type);

    public static bool IsState(string type) => States.Contains(type);

    public static bool IsMove(string type) => Moves.Contains(type);

    public static bool IsHarm(string type) => Harms.Contains(type);

    public static bool IsCombat(string type) => Combat.Contains(type);

    /// <summary>True where the statement says that something said elsewhere to have happened did not.</summary>
    public static bool Denies(Statement s) => s.Stance == Stance.Denied || s.Polarity == Polarity.Negative && !Undone.Contains(s.Type);
}
