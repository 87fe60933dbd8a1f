using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>Small questions about words in a tree, and the words that decide what a name is.</summary>
internal static class Words
{
    public static readonly HashSet<string> Saying = new(StringComparer.Ordinal)
    {
        "say", "deny", "accuse", "announce", "claim", "insist", "reject", "agree", "demand", "warn", "urge", "call", "condemn", "blame", "support", "back", "want",
        "hope", "seek", "recognize", "recognise", "impose", "send", "deploy", "withdraw", "sign", "offer", "propose", "confirm", "threaten", "vow", "pledge",
        "promise", "refuse", "launch", "consider", "regard", "expel", "suspend", "order", "declare", "ask", "request", "maintain", "argue", "respond", "react",
        "deny", "describe", "believe", "plan", "decide", "negotiate", "provide", "supply", "pull", "fear", "view", "see", "denounce", "summon", "retaliate", "help",
        "ban", "lift", "report", "state", "add", "tell", "allege", "acknowledge", "admit", "fund", "arm", "welcome", "cut", "break", "mediate", "sanction", "invade",
    };

    /// <summary>Words that end the name of a body that acts.</summary>
    public static readonly HashSet<string> Bodies = new(StringComparer.OrdinalIgnoreCase)
    {
        "Army", "Front", "Ministry", "Party", "Brigade", "Brigades", "Forces", "Force", "Council", "Group", "Movement", "Agency", "University", "Union", "Committee",
        "Commission", "Organization", "Organisation", "Authority", "Command", "Corps", "Battalion", "Regiment", "Division", "Guard", "Guards", "Police", "Court",
        "Parliament", "Congress", "Senate", "Assembly", "Government", "Department", "Office", "Service", "Services", "Bureau", "Fund", "Foundation", "Institute",
        "Association", "Network", "Alliance", "Coalition", "Federation", "League", "Legion", "Militia", "Administration", "Directorate", "Company", "Bank", "Mission",
        "Cartel", "Faction", "Conference", "Society", "Centre", "Center", "Observatory", "Company", "Fleet", "Navy", "Junta", "Regime", "Squad", "Fighters", "Resistance",
    };

    /// <summary>Words that end the name of an outlet.</summary>
    public static readonly HashSet<string> Outlets = new(StringComparer.OrdinalIgnoreCase)
    {
        "News", "Times", "Post", "TV", "Radio", "Herald", "Tribune", "Gazette", "Daily", "Press", "Journal", "Broadcasting", "Channel", "Television", "Newspaper",
        "Telegraph", "Chronicle", "Observer", "Monitor", "Today", "Weekly", "Magazine", "Online", "24", "Wire", "FM", "Mirror", "Courier", "Gazeta", "Pravda", "Star",
    };

    /// <summary>Nouns that say what sort of place stands before them.</summary>
    public static readonly HashSet<string> PlaceTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "province", "district", "city", "town", "village", "region", "governorate", "state", "county", "area", "island", "islands", "peninsula", "oblast", "prefecture",
        "department", "municipality", "neighbourhood", "neighborhood", "suburb", "valley", "desert", "river", "lake", "sea", "gulf", "strait", "mountains", "camp",
        "airport", "airfield", "base", "dam", "border", "crossing", "corridor", "zone", "hills", "locality", "subdistrict", "sub-district", "raion", "commune", "quarter",
        "forest", "port", "enclave", "provinces", "districts",
    };

    /// <summary>Nouns, in the singular, that with "of" before a name say that it is a place: "the hamlet of Tame", "the outskirts of Tame", "south of Tame".</summary>
    public static readonly HashSet<string> PlacesOf = new(StringComparer.Ordinal)
    {
        "town", "village", "city", "township", "hamlet", "settlement", "suburb", "outskirt", "neighbourhood", "neighborhood", "locality", "district", "quarter", "commune", "municipality", "county", "fringe", "vicinity", "parish", "port",
        "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west",
    };

    /// <summary>Nouns that after a name with "the" say that it is a place though nobody knows it: "the Tame outpost".</summary>
    public static readonly HashSet<string> Spots = new(StringComparer.Ordinal)
    {
        "village", "town", "district", "hamlet", "settlement", "locality", "outpost", "checkpoint", "camp", "base", "barracks", "garrison", "neighbourhood", "neighborhood", "suburb", "crossing", "junction", "bridge", "airstrip", "airfield", "valley", "ridge", "county", "area", "market", "township", "commune",
    };

    /// <summary>Nouns with "the" that mean a party to the fighting known already.</summary>
    public static readonly HashSet<string> PartyNouns = new(StringComparer.Ordinal)
    {
        "group", "movement", "militant", "insurgent", "rebel", "fighter", "militia", "jihadist", "extremist", "terrorist", "faction", "guerrilla", "organization",
        "organisation", "separatist", "insurgency", "islamist", "gang", "cartel", "guerilla", "outfit", "jihadi", "militiaman", "mutineer", "rebellion", "alliance", "coalition", "paramilitary",
    };

    /// <summary>Role words that say a party only beside its name ("Taliban base"), not alone.</summary>
    public static readonly HashSet<string> NotAlone = new(StringComparer.Ordinal)
    {
        "front", "base", "position", "arm", "branch", "cell", "side", "office", "service", "state", "rank", "ranks", "stronghold", "hideout", "missile", "rocket", "shell",
        "drone", "hospital", "church", "mosque", "wing", "department", "bureau", "bank", "network", "remnant", "leadership", "command", "staff", "local", "mission",
        "unit", "division", "victim", "casualty", "patrol", "republic", "directorate", "perpetrator",
        "artillery", "tank", "armoured vehicle", "armored vehicle", "hands", "law enforcement", "family", "person", "side", "community", "population", "public", "resistance",
    };

    /// <summary>True where "the hamlet of", "south of" stands before the word.</summary>
    public static bool IsOfPlaces(Tree tree, int start) => start > 1 && tree[start - 1].Form is "of" or "called" or "named" && PlacesOf.Contains(Actors.ActorKey.Singular(tree[start - 2].Form.ToLowerInvariant()));

    /// <summary>Where the name begins that a word heads.</summary>
    public static int FirstOfName(Tree tree, int head)
    {
        while (head > 0 && tree[head - 1].Upos == Upos.PROPN && tree[head - 1].Head == head) head--;
        return head;
    }

    public static bool IsPlural(Word word) => word.Xpos is "NNS" or "NNPS" || word.Feats.Contains("Number=Plur", StringComparison.Ordinal);

    /// <summary>True where the two neighbours hang on each other or on one word.</summary>
    public static bool Adjacent(Tree tree, int left, int right) => tree[right].Head == left || tree[left].Head == right || tree[left].Head == tree[right].Head;

    public static bool IsDefinite(Tree tree, int head)
    {
        foreach (var child in tree.Children(head))
            if (child < head && tree.Is(child, "det") && tree[child].Form.ToLowerInvariant() is "the" or "this" or "that" or "these" or "those") return true;
        return false;
    }

    /// <summary>True where the word, or what it is joined to, is the subject of its clause.</summary>
    public static bool IsSubject(Tree tree, int index) => tree.Is(FirstJoined(tree, index), "nsubj");

    public static int FirstJoined(Tree tree, int index)
    {
        for (var steps = 0; steps < tree.Count && tree.Is(index, "conj") && tree[index].Head >= 0; steps++) index = tree[index].Head;
        return index;
    }

    // What towns do too, not only governments.
    private static readonly HashSet<string> OfTowns = new(StringComparer.Ordinal)
    {
        "see", "witness", "host", "have", "be", "fall", "lie", "remain", "become", "face", "suffer", "experience", "lose", "hold", "receive", "await", "brace", "wake", "stand", "contain", "house", "include", "number", "enjoy", "feel",
        "look", "come", "change", "celebrate", "mark", "need", "get", "endure", "survive", "resemble", "link", "connect", "border", "welcome", "resist", "defend", "boast", "mourn", "start", "begin", "spend", "hear",
    };

    // "Ankara has trained soldiers": an active verb with an object, of which no town is the doer.
    private static bool DoesTo(Tree tree, int verb) => !OfTowns.Contains(tree[verb].Lemma.ToLowerInvariant()) && tree.Child(verb, "obj") > verb && tree[verb].Xpos is "VBD" or "VBZ" or "VBP" or "VBN" or "VB" or "VBG";

    /// <summary>True where a capital does what governments do.</summary>
    public static bool ActsAsGovernment(Tree tree, int index)
    {
        var first = FirstJoined(tree, index);
        if (tree[first].Head < 0 || (index + 1 < tree.Count && tree[index + 1].Upos == Upos.PUNCT)) return false;
        var verb = tree[tree[first].Head];
        return (tree[first].Relation == "nsubj" && verb.Upos == Upos.VERB && (Saying.Contains(verb.Lemma.ToLowerInvariant()) || DoesTo(tree, tree[first].Head))
                && !tree[first].Relation.Contains("pass", StringComparison.Ordinal))
            || (tree.Is(first, "obl") && tree[first].Relation.EndsWith("agent", StringComparison.Ordinal));
    }
}
