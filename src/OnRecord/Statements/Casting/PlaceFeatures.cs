using System.Globalization;
using OnRecord.Language.Mentions;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Judging;

namespace OnRecord.Statements.Casting;

/// <summary>What speaks for and against a place as the place of a statement's act.</summary>
internal static class PlaceFeatures
{
    /// <summary>The features of one place, given all ways in which it is an option, and all other options.</summary>
    public static Features Of(Scene scene, Part part, List<PlaceOption> options, List<PlaceOption> all, IReadOnlyList<Past> past)
    {
        var found = new Features();
        var candidate = part.Candidate;
        var (sentence, type, form) = (candidate.Sentence, candidate.Type.Name, candidate.Trigger.Form.ToString());
        var place = options[0].Place;
        var ruled = part.Rules.Places.FirstOrDefault();
        var byRule = PlaceOptions.KeyOf(ruled) == options[0].Key;
        var rule = byRule ? "yes" : ruled is null ? "none" : "other";
        var rulesHere = ruled is not null && scene.Parses[sentence].Sentence.Span.Contains(ruled.Span) ? "here" : ruled is null ? "none" : "away";
        found.Add("rule", rule);
        found.Add("rule+where", rule, rulesHere);
        found.Add("rule+type", rule, type);
        if (place is null)
        {
            found.Add("nowhere");
            found.Add("nowhere+type", type);
            found.Add("nowhere+form", form, type);
            found.Add("nowhere+mode", part.Mode.ToString());
            found.Add("nowhere+rules", rulesHere);
            found.Add("nowhere+rules+type", rulesHere, type);
            found.Add("nowhere-places-here", Few(all.Count(o => o.Word >= 0)), rule);
            found.Add("nowhere+mode+type", part.Mode.ToString(), type);
            found.Add("nowhere+voice", part.Voice.Sources.IsEmpty ? "own" : "said", rulesHere);
            found.Add("nowhere+cities", Few(all.Select(o => o.Key).Distinct().Count()), rulesHere);
            if (past.Count > 0 && past[^1].Sentence == sentence) found.Add("nowhere+past", past[^1].Place is null ? "nowhere" : "somewhere", rulesHere);
            found.Add("nowhere-lemma", Features.Lemma(scene.Trees[sentence][candidate.Word]));
            return found;
        }

        var kind = place.Place?.Kind.ToString() ?? "unresolved";
        found.Add("kind", kind);
        found.Add("kind+type", kind, type);
        found.Add("kind+rule", kind, rule);
        foreach (var way in options.Select(o => o.Way).Distinct()) { found.Add("way", way); found.Add("way+kind", way, kind); found.Add("way+type", way, type); found.Add("way+rule", way, rule); }
        Here(scene, part, options, found, kind, type, rule);
        Away(scene, part, options, all, past, found, kind, type, form, rule);
        StandingFeatures.Of(scene, part, options, all, found, kind, type, rule);
        ParagraphFeatures.Of(scene, part, options, all, past, found, kind, type, rule);
        StationFeatures.Of(scene, part, options, all, past, found, kind, type, rule);
        return found;
    }

    private static void Here(Scene scene, Part part, List<PlaceOption> options, Features found, string kind, string type, string rule)
    {
        var candidate = part.Candidate;
        var tree = scene.Trees[candidate.Sentence];
        var (path, steps, word) = ("", int.MaxValue, -1);
        foreach (var option in options)
            if (option.Word >= 0 && scene.Way(candidate.Sentence, candidate.Word, option.Word) is var way && way.Steps < steps) (path, steps, word) = (way.Path, way.Steps, option.Word);
        if (word < 0)
        {
            found.Add("not-here", kind, rule);
            if (options.Where(o => o.Elsewhere >= 0).MaxBy(o => o.Sentence) is { } far) PartFeatures.Look(scene, found, far.Sentence, far.Elsewhere);
            return;
        }
        PartFeatures.Look(scene, found, candidate.Sentence, word);
        var preposition = ClauseReader.Preposition(tree, word);
        found.Add("here", kind);
        found.Add("path", path);
        found.Add("path+kind", path, kind);
        found.Add("path+type", path, type);
        found.Add("path+rule", path, rule);
        found.Add("steps", Math.Min(steps, 7).ToString(CultureInfo.InvariantCulture), kind);
        found.Add("preposition", preposition, kind);
        found.Add("preposition+type", preposition, type);
        found.Add("preposition+steps", preposition, Math.Min(steps, 7).ToString(CultureInfo.InvariantCulture));
        found.Add("relation", tree[word].Relation, kind);
        found.Add("relation+type", tree[word].Relation, type);
        if (tree[word].Head is >= 0 and var over) { found.Add("over", Features.Lemma(tree[over]), preposition); found.Add("over+kind", Features.Lemma(tree[over]), kind); }
        found.Add("side", word < candidate.Word ? "before" : "after", kind);
        var above = tree[word].Head;
        if (above >= 0 && scene.PlaceAt(candidate.Sentence, above) is { } wider && tree[word].Relation is not "conj") { found.Add("beside-place", wider.Kind.ToString(), kind); found.Add("beside-place+type", kind, type); }
        foreach (var child in tree.Children(word))
            if (tree[child].Relation is not "conj" && scene.PlaceAt(candidate.Sentence, child) is { } outer) found.Add("has-place", outer.Kind.ToString(), kind);
        foreach (var oblique in candidate.Clause.Obliques)
            if (oblique.Head == word) { found.Add("argument", oblique.Preposition, type); found.Add("argument+kind", oblique.Preposition, kind); }
        if (candidate.Clause.Object >= 0 && tree.Dominates(candidate.Clause.Object, word)) found.Add("in-object", kind, type);
        if (candidate.Clause.Subject >= 0 && tree.Dominates(candidate.Clause.Subject, word)) found.Add("in-subject", kind, type);
    }

    private static void Away(Scene scene, Part part, List<PlaceOption> options, List<PlaceOption> all, IReadOnlyList<Past> past, Features found, string kind, string type, string form, string rule)
    {
        var sentence = part.Candidate.Sentence;
        var place = options[0].Place!;
        var off = options.Where(o => o.Way is "said" or "around").Select(o => sentence - o.Sentence).DefaultIfEmpty(99).MinBy(Math.Abs);
        var here = all.Any(o => o.Word >= 0) ? "others-here" : "none-here";
        found.Add("off", off.ToString(CultureInfo.InvariantCulture), kind);
        var near = Math.Abs(off) < 4 ? off.ToString(CultureInfo.InvariantCulture) : off == 99 ? "none" : "far";
        found.Add("off+kind+type", near, kind, type);
        found.Add("off+kind+here", near, kind, here);
        found.Add("kind+mode", kind, part.Mode.ToString());
        found.Add("kind+voice", kind, part.Voice.Sources.IsEmpty ? "own" : "said", near);
        found.Add("kind+form+off", kind, form, near);
        found.Add("off+here", off.ToString(CultureInfo.InvariantCulture), here);
        found.Add("off+rule", off.ToString(CultureInfo.InvariantCulture), rule);
        found.Add("located", part.Candidate.Type.Located ? "yes" : "no", off.ToString(CultureInfo.InvariantCulture));
        if (options.Any(o => o.Sentence == 0 && o.Way is "said" or "around")) found.Add("in-first", kind, here);
        for (var i = past.Count - 1; i >= 0 && sentence - past[i].Sentence <= 3; i--)
        {
            if (past[i].PlaceKey != options[0].Key) continue;
            var far = past[i].Sentence == sentence ? "same" : (sentence - past[i].Sentence).ToString(CultureInfo.InvariantCulture);
            var family = scene.Codebook.Types.TryGetValue(past[i].Type, out var other) && other.Family == part.Candidate.Type.Family ? "kin" : "other";
            found.Add("past", far, family);
            found.Add("past+types", past[i].Type, type);
            found.Add("past+rule", far + family, rule);
            if (i == past.Count - 1) found.Add("past-last", far, family);
        }
        var cities = Few(scene.Entities.Cities);
        found.Add("cities", cities, kind);
        found.Add("cities+off", cities, Math.Abs(off) < 3 ? off.ToString(CultureInfo.InvariantCulture) : "far", kind);
        found.Add("sentences", Few(scene.Trees.Length), kind + here);
        // A finer place inside this one, or a wider one around it, is an option too.
        var finer = all.Any(o => o.Place?.Place is { } p && place.Place is { } own && p.Kind > own.Kind && p.Country == own.Country && (own.Kind == PlaceKind.Country || p.Admin1 == own.Name));
        var finerHere = finer && all.Any(o => o.Word >= 0 && o.Place?.Place is { } p && place.Place is { } own && p.Kind > own.Kind && p.Country == own.Country && (own.Kind == PlaceKind.Country || p.Admin1 == own.Name));
        found.Add("finer", finerHere ? "here" : finer ? "away" : "no", kind);
        found.Add("finer+rule", finerHere ? "here" : finer ? "away" : "no", kind + rule);
        found.Add("finer+type", finerHere ? "here" : finer ? "away" : "no", kind + type);
        if (place.Place?.Country is { } country) found.Add("main-country", country == scene.Mentions.Country ? "yes" : "no", kind);
        found.Add("mentions", Few(place.Place is { } known ? scene.Entities.MentionsOf(known) : 0), kind);
        if (scene.Entities.FirstPlace is { } first && first == place.Place) found.Add("first-named", kind);
    }

    private static string Few(int count) => count switch { 0 => "0", 1 => "1", 2 => "2", < 5 => "3", _ => "5" };
}
