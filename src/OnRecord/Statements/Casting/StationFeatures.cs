using System.Globalization;
using OnRecord.Language.Mentions;
using OnRecord.Statements.Judging;
using OnRecord.Statements.Roles;

namespace OnRecord.Statements.Casting;

/// <summary>What speaks for and against a place by the way that a report takes through its places: where its first act is, where it was last, which place "the village" means, what else was there.</summary>
internal static class StationFeatures
{
    /// <summary>The features of one place, given all ways in which it is an option, and all other options.</summary>
    public static void Of(Scene scene, Part part, IReadOnlyList<PlaceOption> options, IReadOnlyList<PlaceOption> all, IReadOnlyList<Past> past, Features found, string kind, string type, string rule)
    {
        var (sentence, key) = (part.Candidate.Sentence, options[0].Key);
        var here = options.Any(o => o.Word >= 0) ? "said-here" : all.Any(o => o.Word >= 0 && o.Place?.Place?.Kind is not (PlaceKind.Country or PlaceKind.Admin1 or PlaceKind.Region)) ? "finer-here" : all.Any(o => o.Word >= 0) ? "wider-here" : "none-here";
        var when = sentence < 2 ? "lead" : sentence < 6 ? "early" : "late";
        var way = Way(scene.Stations, part, key, "station", found, kind, type, rule, here, when);
        if (options[0].Place?.Place?.Kind is PlaceKind.Admin1 or PlaceKind.Country) Way(scene.Provinces, part, key, "province", found, kind, type, rule, here, when);
        Called(scene, part, key, found, kind, here);
        Inside(all, options[0], found, kind, way, when);
        Acts(scene, part, key, past, found, kind, type, here);
    }

    // Whether the place is the first or the last of the report's so far, and how often the report is there.
    private static string Way(Stations stations, Part part, string key, string name, Features found, string kind, string type, string rule, string here, string when)
    {
        var (first, last) = (Is(stations.First, key), Is(stations.Before(part.Candidate.Sentence, part.Candidate.Word), key));
        found.Add(name + "-first", first, kind, here);
        found.Add(name + "-first+when", first, kind, when + here);
        found.Add(name + "-first+type", first, kind, type);
        found.Add(name + "-first+rule", first, rule, here);
        found.Add(name + "-last", last, kind, here);
        found.Add(name + "-last+type", last, kind, type);
        found.Add(name + "-last+rule", last, rule, here);
        found.Add(name + "-both", first + last, kind, here + when);
        found.Add(name + "-both+mode", first + last, kind, part.Mode == Mode.Actual ? "actual" : "other");
        var (count, most) = (Few(stations.TimesAt(key)), Rank(stations.TimesAt(key), stations.Most));
        found.Add(name + "-count", count, kind, here);
        found.Add(name + "-most", most, kind, here);
        found.Add(name + "-most+first", most, first + last, here);
        found.Add(name + "-most+type", most, kind, type);
        return first;
    }

    private static string Is(Station? station, string key) => station is null ? "none" : station.Key == key ? "this" : "other";

    // Whether the report is nowhere more often.
    private static string Rank(int times, int most) => times == 0 ? "never" : times < most ? "fewer" : times > 1 ? "most" : "once";

    // "The village" in the statement's sentence: whether this is the one, and how far from the act it says so.
    private static void Called(Scene scene, Part part, string key, Features found, string kind, string here)
    {
        var sentence = part.Candidate.Sentence;
        for (var at = 1; at < scene.Trees[sentence].Count; at++)
        {
            if (scene.Stations.Called(sentence, at) is not { } station) continue;
            var which = station.Key == key ? "this" : "other";
            var way = scene.Way(sentence, part.Candidate.Word, at).Steps switch { 1 => "1", 2 => "2", _ => "far" };
            found.Add("taken-up", which, kind, way);
            found.Add("taken-up+here", which, here, way);
            found.Add("taken-up+noun", which, Features.Lemma(scene.Trees[sentence][at]), kind);
        }
    }

    // "in southern Somalia", and the place in it that is named elsewhere.
    private static void Inside(IReadOnlyList<PlaceOption> all, PlaceOption option, Features found, string kind, string first, string when)
    {
        if (option.Word >= 0 || option.Place is not { } place) return;
        foreach (var other in all)
        {
            if (other.Word < 0 || other.Place?.Place is not { } wider || wider.Kind is not (PlaceKind.Country or PlaceKind.Admin1 or PlaceKind.Admin2) || other.Key == option.Key || wider.Country != place.Country) continue;
            var within = wider.Kind == PlaceKind.Country || wider.Name == place.Admin1 || wider.Kind == PlaceKind.Admin2 && place.Place?.Admin1 == wider.Admin1;
            if (!within) continue;
            found.Add("inside-said", wider.Kind.ToString(), kind, first);
            found.Add("inside-said+when", wider.Kind.ToString(), kind, first + when);
            found.Add("inside-said+way", wider.Kind.ToString(), other.Way, kind);
            return;
        }
    }

    // What else was there in the whole report so far.
    private static void Acts(Scene scene, Part part, string key, IReadOnlyList<Past> past, Features found, string kind, string type, string here)
    {
        var (same, kin, any, all) = (0, 0, 0, 0);
        foreach (var act in past)
        {
            if (act.Place is null) continue;
            all++;
            if (act.PlaceKey != key) continue;
            any++;
            if (act.Type == type) same++;
            else if (scene.Codebook.Types.TryGetValue(act.Type, out var other) && other.Family == part.Candidate.Type.Family) kin++;
        }
        var share = all == 0 ? "none" : any == 0 ? "0" : ((int)(3.999 * any / all)).ToString(CultureInfo.InvariantCulture) + "q";
        found.Add("acts-share", share, kind, here);
        found.Add("acts-share+type", share, kind, type);
        found.Add("acts-same", Few(same), Few(kin), here);
        found.Add("acts-same+kind", Few(same), kind, type);
    }

    private static string Few(int count) => count switch { 0 => "0", 1 => "1", 2 => "2", < 5 => "3", _ => "5" };
}
