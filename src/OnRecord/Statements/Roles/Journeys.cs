using OnRecord.Language.Parses;

namespace OnRecord.Statements.Roles;

/// <summary>Tells a place that somebody is on the way to from one where something happens: "en route to Gao", "a bus bound for Gao".</summary>
internal static class Journeys
{
    private const int Between = 4;

    private static readonly HashSet<string> Passed = new(StringComparer.Ordinal)
    {
        "the", "a", "town", "city", "village", "capital", "port", "of", "nearby", "neighbouring", "neighboring", "northern", "southern", "eastern", "western", "central", "besieged",
    };

    private static readonly HashSet<string> Going = new(StringComparer.Ordinal)
    {
        "bound", "destined", "headed", "heading", "travelling", "traveling", "travelled", "traveled", "driving", "sailing", "way", "route", "journey", "transit",
        "bus", "minibus", "train", "flight", "convoy", "lorry", "truck", "trucks", "buses", "ship", "boat", "ferry", "vessel", "tanker", "shipment", "voyage",
    };

    private static readonly HashSet<string> Sending = new(StringComparer.Ordinal) { "send", "deploy", "dispatch", "deliver", "move", "escort", "lead", "ship", "transfer", "bring", "supply" };

    /// <summary>True where the name that begins at the word is where something is on the way to.</summary>
    public static bool Ahead(Tree tree, int start)
    {
        var at = start - 1;
        while (at > 0 && start - at <= Between && Passed.Contains(tree[at].Form.ToLowerInvariant())) at--;
        return at > 0 && tree[at].Form.ToLowerInvariant() is "to" or "for" or "towards" or "toward" && Going.Contains(tree[at - 1].Form.ToLowerInvariant());
    }

    /// <summary>True where the act itself goes there: "heading to Gao", "sent a convoy to Gao".</summary>
    public static bool Goes(Tree tree, int word, int act)
    {
        var top = word;
        while (tree[top].Head is >= 0 and var over && Passed.Contains(tree[over].Form.ToLowerInvariant())) top = over;
        for (var (at, steps) = (tree[top].Head, 0); at >= 0 && steps < 3; at = tree[at].Head, steps++)
            if (at == act) return steps == 0 || Sending.Contains(tree[act].Lemma.ToLowerInvariant());
        // "were heading to Gao to fight"
        return act > word && tree[act].Head == tree[top].Head && (tree.Is(act, "xcomp") || tree.Is(act, "advcl") && tree.Child(act, "mark") is >= 0 and var mark && tree[mark].Lemma.Equals("to", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True for a word that means a way between two places.</summary>
    public static bool IsRoad(string form) => form.ToLowerInvariant() is "road" or "highway" or "axis" or "expressway" or "motorway" or "route" or "railway" or "corridor";
}
