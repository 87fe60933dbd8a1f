using System.Collections.Frozen;
using System.Text.RegularExpressions;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>Knows the names of weapons, vehicles, aircraft and ships by how such names are made, and by small lists.</summary>
internal static partial class Arms
{
    // These name nothing else in reports of conflict.
    private static readonly FrozenSet<string> Sure = new[]
    {
        "Kalashnikov", "Bayraktar", "Javelins", "HIMARS", "Himars", "Katyusha", "Katyushas", "Scud", "Scuds", "Tomahawk", "Tomahawks", "Iskander", "Iskanders", "Kalibr", "Kinzhal", "Shahed", "Shaheds", "Orlan",
        "Humvee", "Humvees", "Pantsir", "Novichok", "Qassam", "Smerch", "Uragan", "Switchblade", "Storm Shadow", "Black Hawk", "Black Hawks", "Blackhawk", "Blackhawks", "Chinook", "Chinooks", "Super Tucano", "Exocet", "Zolfaghar", "Kornet", "MANPADS",
    }.ToFrozenSet(StringComparer.Ordinal);

    // These do, and are weapons before a word that says so.
    private static readonly FrozenSet<string> Doubtful = new[]
    {
        "Javelin", "Stinger", "Grad", "Hellfire", "Abrams", "Leopard", "Challenger", "Bradley", "Stryker", "Patriot", "Iron Dome", "Harpoon", "Neptune", "Apache", "Cobra", "Hercules", "Osprey", "Mirage", "Rafale", "Typhoon", "Tornado", "Gripen",
        "Reaper", "Predator", "Lancet", "Buk", "Tor", "Osa", "Strela", "Igla", "Konkurs", "Milan", "TOW", "Caesar", "Toyota", "Hilux", "Sarmat", "Fateh", "Fajr", "Burkan", "Antonov", "Ilyushin", "Sukhoi", "Tupolev", "Boeing", "Airbus", "Cessna", "Tiger", "Panther", "Viper", "Hawk",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Things = new[]
    {
        "missile", "rocket", "launcher", "tank", "helicopter", "drone", "jet", "warplane", "plane", "aircraft", "airliner", "fighter", "bomber", "battery", "howitzer", "gun", "rifle", "gunship", "vehicle", "truck", "pickup", "carrier", "grenade", "mortar",
        "bomb", "shell", "warship", "frigate", "destroyer", "corvette", "submarine", "cruiser", "interceptor", "transport", "trainer", "uav", "ammunition",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Ships = new[] { "warship", "frigate", "destroyer", "corvette", "submarine", "cruiser", "tanker", "ferry", "vessel", "carrier", "freighter", "trawler", "yacht", "dhow" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Prefixes = new[] { "USS", "USNS", "HMS", "HMAS", "HMCS", "INS", "FS", "RFA", "MV", "M/V", "MT", "ROKS", "TCG", "IRIS" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Roads = new[] { "highway", "motorway", "road", "route", "autobahn", "freeway", "expressway" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Where the name of a weapon, vehicle, aircraft or ship that begins with word <paramref name="start"/> ends, or -1 where none does.</summary>
    public static int End(Tree tree, int start)
    {
        var form = tree[start].Form;
        if (form.Length == 0 || !char.IsUpper(form[0])) return -1;
        if (Prefixes.Contains(form) && Capital(tree, start + 1)) return Capitals(tree, start + 1);
        if (Designation(tree, start) is var end and > 0) return end;
        for (var length = 2; length > 0; length--)
        {
            if (start + length > tree.Count) continue;
            var name = length == 1 ? form : form + " " + tree[start + 1].Form;
            var stop = Numbered(tree, start + length);
            if (Sure.Contains(name) || (Doubtful.Contains(name) && IsThing(tree, stop))) return stop;
        }
        return start > 0 && Ships.Contains(tree[start - 1].Lemma) && tree[start].Upos == Upos.PROPN && Capitals(tree, start) is var last && Joined(tree, start, last) ? last : -1;
    }

    // "T-72", "MiG-29s", "S-300": letters of a maker or a type, a hyphen and a number; others ("TB2", "F16", "B-2") only before a word that says what it is.
    private static int Designation(Tree tree, int start)
    {
        var tokens = tree.Parse.Sentence.Tokens;
        for (var end = Math.Min(tree.Count, start + 3); end > start; end--)
        {
            if (tokens[end - 1].End - tokens[start].Start > 12) continue;
            var text = tree.Parse.Sentence.Text.AsSpan(tokens[start].Start, tokens[end - 1].End - tokens[start].Start);
            if (text.ContainsAny(' ', '\n', '\t')) continue;
            var next = end < tree.Count ? tree[end].Lemma : "";
            if (Hyphened().IsMatch(text)) return Roads.Contains(next) ? -1 : end;
            if (Plain().IsMatch(text)) return Numbered(tree, end) is var stop && IsThing(tree, stop) ? stop : -1;
        }
        return -1;
    }

    private static bool IsThing(Tree tree, int i)
    {
        for (var n = 0; n < 3 && i < tree.Count; n++, i++)
        {
            if (Things.Contains(tree[i].Lemma.ToLowerInvariant())) return true;
            if (tree[i].Upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ) && tree[i].Form != "-") return false;
        }
        return false;
    }

    // "Bayraktar TB2": a word with a number in it belongs to the name before it.
    private static int Numbered(Tree tree, int end) => end < tree.Count && char.IsUpper(tree[end].Form[0]) && tree[end].Form.Any(char.IsDigit) ? end + 1 : end;

    private static bool Capital(Tree tree, int i) => i < tree.Count && char.IsUpper(tree[i].Form[0]);

    private static int Capitals(Tree tree, int i)
    {
        while (i < tree.Count && (Capital(tree, i) || (tree[i].Form is "de" or "of" && Capital(tree, i + 1)))) i++;
        return i;
    }

    // "the cruiser Moskva": the word before and the name hang together.
    private static bool Joined(Tree tree, int start, int end)
    {
        if (tree[start - 1].Head >= start && tree[start - 1].Head < end) return true;
        for (var i = start; i < end; i++)
            if (tree[i].Head == start - 1) return true;
        return false;
    }

    [GeneratedRegex(@"^(?:(?:BMP|BTR|BMD|BRDM|MT-LB|BM|Su|SU|MiG|Mig|MIG|Mi|Ka|Tu|Il|An|Yak|AH|UH|CH|MH|MQ|RQ|EA|KC|AK|AKM|AKS|RPG|PK|SPG|SA|TOS|ZU|ZSU|Kh|KN|KAB|FAB|AIM|AGM|BGM|FGM|GBU|TB|HQ|DF|JF|WZ)-\d{1,4}|[ABCDFST]-\d{2,4})[A-Z]{0,3}\d?s?$", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphened();

    [GeneratedRegex(@"^(?:BMP|BTR|BMD|BM|Su|MiG|Mi|Ka|Tu|Il|An|AH|UH|CH|MQ|RQ|AK|RPG|PK|SA|TOS|ZU|Kh|TB|HQ|DF|[ABCDFSTM])-?\d{1,4}[A-Z]{0,3}s?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
