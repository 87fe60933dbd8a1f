using System.Globalization;
using OnRecord.Language.Mentions;
using OnRecord.Language.Parses;
using OnRecord.Statements.Judging;
using OnRecord.Statements.Roles;

namespace OnRecord.Statements.Casting;

/// <summary>What speaks for and against a place by how it is named, how many places were named since, whose country it is, and what the statement's sentence calls the place it means.</summary>
internal static class StandingFeatures
{
    private const int ManyPeople = 1000;

    /// <summary>The features of one place, given all ways in which it is an option, and all other options.</summary>
    public static void Of(Scene scene, Part part, IReadOnlyList<PlaceOption> options, IReadOnlyList<PlaceOption> all, Features found, string kind, string type, string rule)
    {
        var sentence = part.Candidate.Sentence;
        var here = all.Any(o => o.Word >= 0) ? "others-here" : "none-here";
        var near = options.Where(o => o.Word >= 0).MinBy(o => scene.Way(sentence, part.Candidate.Word, o.Word).Steps);
        if (near is not null)
        {
            var standing = Known(scene.Standings.Of(sentence, near.Word));
            found.Add("stands", standing, kind);
            found.Add("stands+rule", standing, rule);
            found.Add("stands+type", standing, type);
        }
        var latest = options.Where(o => o.Elsewhere >= 0 && o.Sentence < sentence).MaxBy(o => (o.Sentence, o.Elsewhere));
        if (latest is not null && near is null)
        {
            var standing = Known(scene.Standings.Of(latest.Sentence, latest.Elsewhere));
            found.Add("stood", standing, kind, here);
            found.Add("stood+rule", standing, rule);
            found.Add("stood+type", standing, type);
            var since = Since(scene, sentence, latest, options[0].Key, all);
            found.Add("since", since, kind, here);
            found.Add("since+rule", since, rule);
            found.Add("since+type", since, type);
            found.Add("since+stood", since, standing, here);
            found.Add("scene", Scenes(scene, sentence, latest), kind, here);
        }
        Called(scene, part, options, all, found, kind, here);
        Counts(scene, part, found, kind, type, rule);
        Homes(scene, part, options[0], found, kind, rule);
        if (scene.Article.Title is { Length: > 0 } title && options[0].Place is { } place && title.Contains(place.Name, StringComparison.Ordinal)) { found.Add("title", kind, here); found.Add("title+type", kind, type); }
    }

    // What is ahead is plain to those who go there.
    private static string Known(Standing standing) => (standing is Standing.Bound ? Standing.Plain : standing).ToString();

    // How many other places were named between the option's last mention and the statement's sentence.
    private static string Since(Scene scene, int sentence, PlaceOption latest, string key, IReadOnlyList<PlaceOption> all)
    {
        var others = new HashSet<string>();
        foreach (var other in all)
            if (other.Elsewhere >= 0 && other.Key != key && other.Sentence < sentence && (other.Sentence, other.Elsewhere).CompareTo((latest.Sentence, latest.Elsewhere)) > 0 && !scene.Standings.Elsewhere(other.Sentence, other.Elsewhere, -1)) others.Add(other.Key);
        return Math.Min(others.Count, 4).ToString(CultureInfo.InvariantCulture);
    }

    // Whether another "In Goma, …" opened a sentence since.
    private static string Scenes(Scene scene, int sentence, PlaceOption latest)
    {
        for (var at = latest.Sentence + 1; at <= sentence; at++)
            if (scene.Standings.Opens(at)) return "new";
        return "same";
    }

    // "the town", "the region", "the country": of its kind the one named last.
    private static void Called(Scene scene, Part part, IReadOnlyList<PlaceOption> options, IReadOnlyList<PlaceOption> all, Features found, string kind, string here)
    {
        var sentence = part.Candidate.Sentence;
        var tree = scene.Trees[sentence];
        for (var word = 1; word < tree.Count; word++)
        {
            if (tree[word].Upos != Upos.NOUN || tree[word - 1].Form.ToLowerInvariant() is not ("the" or "this" or "that" or "same")) continue;
            var noun = tree[word].Lemma.ToLowerInvariant();
            if (noun is not ("city" or "town" or "village" or "camp" or "region" or "area" or "province" or "state" or "district" or "territory" or "country" or "nation" or "border" or "capital" or "neighbourhood" or "neighborhood" or "island" or "front" or "war" or "conflict" or "enclave" or "north" or "south" or "east" or "west")) continue;
            var last = all.Where(o => o.Elsewhere >= 0 && o.Sentence <= sentence && o.Place?.Place?.Kind == options[0].Place?.Place?.Kind && !scene.Standings.Elsewhere(o.Sentence, o.Elsewhere, -1)).MaxBy(o => (o.Sentence, o.Elsewhere));
            var which = last is not null && last.Key == options[0].Key ? "last" : last is null ? "none" : "other";
            var way = scene.Way(sentence, part.Candidate.Word, word).Steps switch { 1 => "1", 2 => "2", _ => "far" };
            found.Add("called", noun, kind, which);
            found.Add("called+way", noun, kind, which + way);
            found.Add("called+here", noun, kind, here);
        }
    }

    // Of so many people as a country or a war counts.
    private static void Counts(Scene scene, Part part, Features found, string kind, string type, string rule)
    {
        var (sentence, head) = (part.Candidate.Sentence, part.Rules.PatientHead);
        var many = head < 0 || scene.CountOf(sentence, head) is not { } count ? "none" : (count.Low ?? count.High ?? 0) switch { < 20 => "few", < 200 => "20", < ManyPeople => "200", < 20 * ManyPeople => "1000", _ => "20000" };
        found.Add("many", many, kind, type);
        found.Add("many+kind", many, kind);
        found.Add("many+rule", many, kind, rule);
        var since = scene.Mentions.Times.Any(t => t.Sentence == sentence && t.Kind == TimeKind.Since) ? "since" : "no";
        found.Add("since-then", since, kind, type);
        found.Add("since-then+many", since, kind, many);
    }

    // Whose country it is: theirs who act, suffer or say it, or another.
    private static void Homes(Scene scene, Part part, PlaceOption option, Features found, string kind, string rule)
    {
        if (option.Place?.Place?.Country is not { Length: 2 } country) return;
        var agent = Match(part.Rules.Agent.Select(a => a.Actor), country);
        var patient = Match(part.Rules.Patient.Select(a => a.Actor), country);
        var voice = Match(part.Voice.Sources.Select(s => s.Actor), country);
        var type = part.Candidate.Type.Name;
        found.Add("home-agent", agent, kind, type);
        found.Add("home-patient", patient, kind, type);
        found.Add("home-voice", voice, kind, type);
        found.Add("home", agent + patient + voice, kind);
        found.Add("home+rule", agent + patient + voice, rule);
    }

    private static string Match(IEnumerable<string?> actors, string country)
    {
        var found = "none";
        foreach (var actor in actors)
            if (actor is { Length: 2 } || actor is { Length: > 2 } && actor[2] == '/')
            {
                if (actor.StartsWith(country, StringComparison.Ordinal)) return "own";
                found = "other";
            }
        return found;
    }
}
