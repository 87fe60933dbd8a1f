using System.Collections.Immutable;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>Gives each unlisted name one kind throughout the article, by all that its places in it say, and adds the place names that nobody marked.</summary>
internal static class NameSettler
{
    private static readonly HashSet<string> Locative = new(StringComparer.Ordinal)
    {
        "in", "at", "near", "from", "to", "into", "around", "outside", "towards", "toward", "inside", "across", "of", "between", "through", "via",
    };

    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "capture", "seize", "retake", "recapture", "enter", "storm", "overrun", "besiege", "reach", "liberate", "surround", "flee", "shell", "fall", "leave", "control", "encircle",
    };

    private static readonly HashSet<string> Calendar = new(StringComparer.Ordinal)
    {
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Christmas", "Easter", "Ramadan", "Eid",
    };

    public static ImmutableArray<List<NameSpan>> Settle(Scene scene, ImmutableArray<List<NameSpan>> names, string? country)
    {
        // Days and months that the parser took for places are none.
        var listed = names.Select((spans, s) => WithPlaces(scene, s, country, Roads.Ends(scene, s, spans).FindAll(x => x.Bearers.Count > 0 || x.End - x.Start > 1 || !Calendar.Contains(scene.Trees[s][x.Start].Form) && !IsPoint(scene.Trees[s], x) && !IsTitle(scene, s, x)))).ToImmutableArray();
        var added = Everywhere(scene, names, listed);
        var votes = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        for (var s = 0; s < added.Length; s++)
            foreach (var span in added[s].Where(x => x.Bearers.Count == 0))
            {
                var key = Key(scene, s, span);
                if (!votes.TryGetValue(key, out var sum)) votes[key] = sum = new double[4];
                Vote(scene, s, added[s], span, country, sum);
                if (span.Kind == NameKind.Person && key.LastIndexOf(' ') is var space and > 0) surnames.Add(key[(space + 1)..]);
            }
        foreach (var (key, sum) in votes)
            if (surnames.Contains(key)) sum[(int)NameKind.Person] += 3;
        return [.. added.Select((spans, s) => spans.ConvertAll(x => x.Bearers.Count > 0 ? x : x with { Kind = Best(votes[Key(scene, s, x)], x.Kind) }))];
    }

    // "Nigerian Petro Kaduna": what is called after a people, and neither so nor without them on the map, is a body of theirs.
    private static bool IsBodyOfPeople(Scene scene, int sentence, NameSpan span)
    {
        var tree = scene.Trees[sentence];
        if (scene.Gazetteer is not { } gazetteer || span.End - span.Start < 2 || !scene.Actors.Bearers(tree[span.Start].Form).Any(b => b.Use == NameUse.Demonym && b.Entry.Kind == ActorKind.Country)) return false;
        if (Words.PlaceTypes.Contains(tree[span.End - 1].Form.ToLowerInvariant()) || PlaceWords.Contains(tree[span.End - 1].Form)) return false;
        return gazetteer.Find(scene.Text(sentence, span.Start, span.End)).Count == 0 && gazetteer.Find(scene.Text(sentence, span.Start + 1, span.End)).Count == 0;
    }

    private static readonly HashSet<string> PlaceWords = new(StringComparer.Ordinal) { "Ocean", "Sea", "Gulf", "Desert", "Peninsula", "Highlands", "Coast", "Islands", "Island", "Heights", "Base", "Airport", "Embassy", "Consulate", "Quarter", "Sector", "Territory" };

    // "Gen. Name": the parser takes the rank for a name of its own.
    private static bool IsTitle(Scene scene, int sentence, NameSpan span) =>
        span.End == span.Start + 1 && scene.Trees[sentence] is var tree && tree[span.Start].Form is [.., '.'] form && scene.Actors.Title(form) is not null && span.End < tree.Count && char.IsUpper(tree[span.End].Form[0]);

    // "The commander of the Sword of the North": a point of the compass is no place.
    private static bool IsPoint(Tree tree, NameSpan span) =>
        span.Start > 0 && tree[span.Start - 1].Form is "the" or "The" && tree[span.Start].Form is "North" or "South" or "East" or "West" && !(span.End < tree.Count && Words.PlaceTypes.Contains(tree[span.End].Form));

    private static NameKind? Best(double[] sum, NameKind? marked)
    {
        var best = marked is { } m ? (int)m : (int)NameKind.Other;
        for (var k = 0; k < sum.Length; k++)
            if (sum[k] > sum[best] + 0.01) best = k;
        return (NameKind)best;
    }

    private static void Vote(Scene scene, int sentence, List<NameSpan> names, NameSpan span, string? country, double[] sum)
    {
        var tree = scene.Trees[sentence];
        if (span.Kind is { } marked) sum[(int)marked] += 1;
        var head = NameFinder.HeadOf(tree, span.Start, span.End);
        var office = span.Start > 0 && scene.Actors.Title(tree[span.Start - 1].Form) is not null;
        if (office) sum[(int)NameKind.Person] += 3;
        if (!office && span.Kind is NameKind.Organisation or NameKind.Person && span.End - span.Start > 1 && country is not null
            && scene.Gazetteer?.Find(scene.Text(sentence, span.Start, span.End)).Any(p => p.Country == country && p.Kind is PlaceKind.City or PlaceKind.Admin1) == true)
            sum[(int)NameKind.Location] += 2;   // a name of several words that the country's map has letter by letter
        if (span.Kind == NameKind.Location && IsBodyOfPeople(scene, sentence, span)) sum[(int)NameKind.Organisation] += 3;
        // "near Tame", "the villages of Tame and Ude", whatever the parser takes them for.
        if (!office && span.Kind == NameKind.Organisation && span.End - span.Start < 4 && !Words.Bodies.Contains(tree[span.End - 1].Form) && (Words.IsOfPlaces(tree, span.Start) || IsNear(tree, span.Start))) sum[(int)NameKind.Location] += 2;
        if (span.End - span.Start > 3 || (span.Kind == NameKind.Organisation && (span.End - span.Start > 1 || !tree[span.Start].Form.Any(char.IsLower))) || office) return;
        var preposition = NounPhrase.Case(tree, head);
        if (preposition.Length == 0 && span.Start > 0 && tree[span.Start - 1].Upos == Upos.ADP) preposition = tree[span.Start - 1].Form.ToLowerInvariant();
        var typed = span.End < tree.Count && Words.PlaceTypes.Contains(tree[span.End].Form);
        if (typed) sum[(int)NameKind.Location] += 2;
        var verb = tree[Words.FirstJoined(tree, head)].Head;
        var acted = verb >= 0 && Taken.Contains(tree[verb].Lemma);
        var speaks = verb >= 0 && Words.IsSubject(tree, head) && tree[verb].Lemma is "say" or "tell" or "add" or "announce" or "insist" or "write" or "claim" or "deny" or "warn";
        if (speaks) { sum[(int)NameKind.Person] += 1; return; }
        // "attacked Sobane and Mopti": who is attacked beside a town is one too.
        if (span.Kind == NameKind.Person && IsAttacked(tree, Words.FirstJoined(tree, head)) && (span.End - span.Start == 1 || !Caught.Contains(tree[tree[Words.FirstJoined(tree, head)].Head].Lemma)) && (LiesBeside(tree, span.End, names) || names.Exists(s => s.Kind == NameKind.Location && Joins(tree, head, s)))) sum[(int)NameKind.Location] += 2;
        if (span.End - span.Start < 3 && TownLike(tree, span, head, verb)) sum[(int)NameKind.Location] += 2;
        else if (span.End - span.Start < 3 && span.Kind is not NameKind.Organisation && IsSpot(tree, span.Start, span.End)) sum[(int)NameKind.Location] += 1.5;
        if (span.Kind is NameKind.Location || scene.Gazetteer is not { } gazetteer) return;
        var found = gazetteer.Find(scene.Text(sentence, span.Start, span.End));
        if (found.Count == 0) return;
        if (span.Kind is null or NameKind.Other && country is not null && IsAttacked(tree, Words.FirstJoined(tree, head)) && found.Any(p => p.Country == country)) sum[(int)NameKind.Location] += 1.5;
        if (Locative.Contains(preposition)) sum[(int)NameKind.Location] += preposition == "of" || preposition == "from" ? 0.7 : 1.5;
        if (acted) sum[(int)NameKind.Location] += 1.5;
        if (country is not null && found.Any(p => p.Country == country)) sum[(int)NameKind.Location] += span.End - span.Start == 1 ? 1.2 : 0.8;
    }

    // What is done to towns and not to people, and what towns have: "overran X", "X fell before dawn", "captured X in western Y", "X's market", "the village of X".
    private static bool TownLike(Tree tree, NameSpan span, int head, int verb)
    {
        if (Words.IsOfPlaces(tree, span.Start)) return true;
        if (Words.FirstJoined(tree, head) is var listed && listed != head && Words.IsOfPlaces(tree, Words.FirstOfName(tree, listed))) return true;
        if (tree[head].Head is >= 0 and var owned && tree.Is(head, "nmod") && tree[head].Relation.Contains("poss", StringComparison.Ordinal) && Had.Contains(tree[owned].Lemma.ToLowerInvariant())) return true;
        if (verb < 0) return false;
        var (first, lemma) = (Words.FirstJoined(tree, head), tree[verb].Lemma.ToLowerInvariant());
        if (tree.Is(first, "nsubj") && lemma == "fall" && tree.Child(verb, "obj") < 0 && tree.Child(verb, "xcomp") < 0) return true;
        if (!tree.Is(first, "obj") && !tree[first].Relation.Equals("nsubj:pass", StringComparison.Ordinal)) return false;
        if (Overrun.Contains(lemma)) return true;
        if (lemma is not ("capture" or "seize" or "take")) return false;
        // Where it lies is said of a town; of somebody who is caught it is said as well, but seldom of several.
        foreach (var child in tree.Children(verb))
            if (tree.Is(child, "obl") && child > head && NounPhrase.Case(tree, child) == "in" && tree[child].Upos == Upos.PROPN && tree.Child(first, "conj") >= 0) return true;
        return false;
    }

    // "attacked Oicha", where the report's country has a place so called.
    private static bool IsAttacked(Tree tree, int first) =>
        (tree.Is(first, "obj") || tree[first].Relation == "nsubj:pass") && tree[first].Head is >= 0 and var verb && tree[verb].Lemma.ToLowerInvariant() is "attack" or "raid" or "bomb" or "strike" or "hit" or "target" or "assault" or "invade" or "capture" or "seize" or "take" or "leave" or "reach" or "control";

    // Persons are caught, and hit, too.
    private static readonly HashSet<string> Caught = new(StringComparer.Ordinal) { "capture", "seize", "take", "target", "leave", "control" };

    // "reached Bulengo, near Goma", "raided Kuryan Rafi, Anka"
    private static bool LiesBeside(Tree tree, int end, List<NameSpan> spans) =>
        end + 2 < tree.Count && tree[end].Form == "," && (tree[end + 1].Form is "near" or "outside" ? end + 2 : end + 1) is var next && spans.Exists(s => s.Start == next && (s.Kind == NameKind.Location || s.Bearers is [{ Entry.Kind: ActorKind.Country, Use: NameUse.Name }, ..]));

    private static bool IsNear(Tree tree, int start) => start > 0 && tree[start - 1].Form.ToLowerInvariant() is "near" or "outside" or "around";

    // "near Tame", "at Tame (…)", "the Tame outpost": a name that nobody knows, where only places stand.
    private static bool IsSpot(Tree tree, int start, int end)
    {
        if (end < tree.Count && Words.Spots.Contains(tree[end].Form) && tree[end - 1].Head == end && start > 0 && tree[start - 1].Form.Equals("the", StringComparison.OrdinalIgnoreCase)) return true;
        if (start == 0 || tree[start - 1].Upos != Upos.ADP || end < tree.Count && (tree[end].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ || tree[end].Form is "'s" or "’s" or "&")) return false;
        return tree[start - 1].Form.ToLowerInvariant() is "near" or "outside" or "around" or "in" or "at" && tree[start].Form.Length > 3 && !Institutions.Contains(tree[end - 1].Form);
    }

    // Where people sit or what they speak, which is no place on a map.
    private static readonly HashSet<string> Institutions = new(StringComparer.OrdinalIgnoreCase)
    {
        "Parliament", "Congress", "Senate", "Cabinet", "Duma", "Knesset", "Majlis", "Bundestag", "Court", "Government", "Opposition", "Internet", "Facebook", "Twitter", "Telegram", "Arabic", "English", "French", "Spanish", "Russian", "Turkish", "Hebrew", "Pashto", "Dari", "Farsi", "Persian",
        "Urdu", "Hindi", "Swahili", "Amharic", "Ukrainian", "German", "Chinese", "Portuguese", "Christian", "Muslim", "Islam", "Dollars", "Euros", "Section", "Article", "Chapter", "Phase", "Operation", "Resolution", "Fajr", "Friday",
    };

    private static readonly HashSet<string> Overrun = new(StringComparer.Ordinal) { "retake", "recapture", "overrun", "besiege", "encircle", "bombard", "shell", "reoccupy", "liberate", "enter", "flee", "storm" };

    private static readonly HashSet<string> Had = new(StringComparer.Ordinal)
    {
        "market", "airport", "outskirts", "outskirt", "mayor", "governor", "residents", "resident", "hospital", "centre", "center", "suburb", "street", "population", "port", "prison", "clinic", "bazaar", "downtown", "inhabitant", "neighbourhood", "neighborhood",
    };

    // "in Tame", "an assault on Tame": a capital after a locative that the gazetteer knows; "the village of Tame": whether it knows it or not.
    private static List<NameSpan> WithPlaces(Scene scene, int sentence, string? country, List<NameSpan> spans)
    {
        if (scene.Gazetteer is not { } gazetteer) return spans;
        var tree = scene.Trees[sentence];
        List<NameSpan>? more = null;
        for (var i = 0; i < tree.Count; i++)
        {
            if (!IsFree(tree, i, spans) || i == 0 && tree[0].Form.Length < 3) continue;
            var end = i + 1;
            while (end < tree.Count && IsFree(tree, end, spans)) end++;
            if (end == i + 1 && Institutions.Contains(tree[i].Form)) continue;
            var marked = i > 0 && tree[i - 1].Upos == Upos.ADP && Locative.Contains(tree[i - 1].Form.ToLowerInvariant()) || (end < tree.Count && Words.PlaceTypes.Contains(tree[end].Form))
                || i > 1 && tree[i - 1].Form is "on" or "for" && Aimed.Contains(tree[i - 2].Lemma.ToLowerInvariant());
            if (end == i + 1 && tree[i].Form.EndsWith('.') && spans.Exists(s => s.Start == end)) continue;   // "Gen. Name"
            var head = NameFinder.HeadOf(tree, i, end);
            var span = new NameSpan(i, end, [], NameKind.Location);
            var first = Words.FirstJoined(tree, head);
            var town = end - i < 3 && (Words.IsOfPlaces(tree, i) || IsSpot(tree, i, end) || TownLike(tree, span, head, tree[first].Head) || spans.Exists(s => s.Kind == NameKind.Location && Joins(tree, head, s)));
            town |= end - i < 4 && IsAttacked(tree, first) && LiesBeside(tree, end, spans);
            town |= end - i < 3 && country is not null && IsAttacked(tree, first) && gazetteer.Find(scene.Text(sentence, i, end)).Any(p => p.Country == country);
            if (town || marked && gazetteer.Find(scene.Text(sentence, i, end)).Count > 0) (more ??= []).Add(span);
            i = end - 1;
        }
        return more is null ? spans : [.. spans.Concat(more).OrderBy(s => s.Start)];
    }

    private static bool IsFree(Tree tree, int word, List<NameSpan> spans) =>
        tree[word].Upos == Upos.PROPN && char.IsUpper(tree[word].Form[0]) && !Calendar.Contains(tree[word].Form) && !spans.Exists(s => s.Start <= word && word < s.End);

    // "A, B and C", of which one is known for a place.
    private static bool Joins(Tree tree, int head, NameSpan place)
    {
        var other = NameFinder.HeadOf(tree, place.Start, place.End);
        return tree.Is(head, "conj") && tree[head].Head == other || tree.Is(other, "conj") && tree[other].Head == head || tree.Is(head, "conj") && tree.Is(other, "conj") && tree[head].Head == tree[other].Head;
    }

    // A name known for a place in one sentence is one in the others too.
    private static ImmutableArray<List<NameSpan>> Everywhere(Scene scene, ImmutableArray<List<NameSpan>> names, ImmutableArray<List<NameSpan>> found)
    {
        var towns = new HashSet<string>(StringComparer.Ordinal);
        for (var s = 0; s < found.Length; s++)
            foreach (var span in found[s].Except(names[s]))
                if (span.End == span.Start + 1) towns.Add(scene.Trees[s][span.Start].Form);
        if (towns.Count == 0) return found;
        return [.. found.Select((spans, s) =>
        {
            var tree = scene.Trees[s];
            var more = Enumerable.Range(0, tree.Count).Where(i => towns.Contains(tree[i].Form) && IsFree(tree, i, spans) && !(i + 1 < tree.Count && IsFree(tree, i + 1, spans)) && !(i > 0 && tree[i - 1].Upos == Upos.PROPN))
                .Select(i => new NameSpan(i, i + 1, [], NameKind.Location)).ToList();
            return more.Count == 0 ? spans : [.. spans.Concat(more).OrderBy(x => x.Start)];
        })];
    }

    private static readonly HashSet<string> Aimed = new(StringComparer.Ordinal) { "attack", "assault", "raid", "offensive", "advance", "strike", "airstrike", "march", "push", "bombardment", "attempt", "battle", "fight" };

    private static string Key(Scene scene, int sentence, NameSpan span) => ActorKey.Of(scene.Text(sentence, span.Start, span.End));
}
