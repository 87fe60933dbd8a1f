using OnRecord.Language.Mentions;
using OnRecord.Statements;

namespace OnRecord.Lab.Reading;

/// <summary>What a press release of ISAF comes to: which kind of event its statements make, and in which province.</summary>
internal static class IsafEvent
{
    private static readonly string[] Civilians = ["civilian", "child", "woman", "women", "villager", "resident", "local"];

    /// <summary>"detention", "captureandkill", "insurgentskilled", "airstrike" or "civiliancasualty", by the acts that the release says were done.</summary>
    public static string Type(string text, IReadOnlyList<Statement> statements)
    {
        var done = statements.Where(s => s is { Mode: Mode.Actual, Polarity: Polarity.Positive }).ToList();
        var detained = done.Exists(s => s.Type == "detain");
        var killed = done.Where(s => s.Type is "kill" or "execute").ToList();
        var hurt = done.Where(s => s.Type is "kill" or "injure").ToList();
        if (!detained && hurt.Count > 0 && hurt[0] is var first && Civilians.Any(c => first.Patient.Any(p => p.Name.Contains(c, StringComparison.OrdinalIgnoreCase)) || first.Quantity?.Text.Contains(c, StringComparison.OrdinalIgnoreCase) == true)) return "civiliancasualty";
        if (detained && killed.Count > 0) return "captureandkill";
        if (detained) return "detention";
        if (done.Exists(s => s.Type == "airstrike")) return "airstrike";
        return killed.Count > 0 ? "insurgentskilled" : "detention";
    }

    /// <summary>The first-order division of the acts, or of the first place after the dateline; "" where none is named.</summary>
    public static string Province(ReadResult read, IReadOnlyList<Statement> statements)
    {
        var acts = statements.Where(s => s.Mode == Mode.Actual && s.Type is "detain" or "kill" or "airstrike" or "attack" or "clash" or "injure").Select(s => s.Place?.Place);
        var named = read.Mentions.Mentions.OrderBy(m => m.Span.Start).Select(m => read.Mentions.EntityOf(m).Place);
        var divisions = acts.Concat(named).Select(Division).OfType<string>().ToList();
        return divisions.Find(d => d != "Kabul") ?? divisions.FirstOrDefault() ?? "";   // Kabul is where releases are written
    }

    private static string? Division(Place? place) =>
        place is not { Country: "AF" } ? null : place.Kind == PlaceKind.Admin1 ? place.Name : place.Admin1 is { Length: > 0 } division ? division : null;
}
