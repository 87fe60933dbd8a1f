using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Parses;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Triggers;

namespace OnRecord.Statements.Roles;

/// <summary>Finds where: the place that the clause names, else one said for the same act nearby.</summary>
internal sealed class PlaceReader(Gazetteer gazetteer)
{
    private static readonly HashSet<string> Locative = ["in", "at", "near", "on", "outside", "around", "inside", "across", "throughout", "within", "off", "along", "over", "between", "of"];
    private static readonly HashSet<string> Goal = ["to", "into", "onto", "towards", "toward", "for"];
    // What a town or a village is called when it is spoken of again, and what there is to take in it.
    private static readonly HashSet<string> Seats = new(StringComparer.Ordinal) { "town", "city", "village", "settlement", "base", "camp", "barracks", "outpost", "post", "area", "place", "compound", "garrison", "district" };
    private readonly Lands _lands = new(gazetteer);
    private const int LookBack = 4;
    private const int KnownTown = 100_000;
    private const int Landmark = 40;
    private const int Many = 1000;
    private const int ManyFled = 50_000;

    /// <summary>The places that one clause names as its object: one, or several in a list; empty where it names none.</summary>
    public IReadOnlyList<StatementPlace> Objects(Scene scene, Candidate candidate, int head)
    {
        var found = new List<StatementPlace>();
        foreach (var member in ParticipantReader.Members(scene.Trees[candidate.Sentence], head))
        {
            if (found.Count > 0 && scene.Standings.Of(candidate.Sentence, member) == Standing.Container) continue;
            var named = Listed(scene, candidate.Sentence, member);
            if (named.Count < 2) named = At(scene, candidate.Sentence, member, 0) is { } one ? [one] : [];
            foreach (var place in named)
                if (found.All(p => p.Place is null ? p.Name != place.Name : p.Place != place.Place)) found.Add(place);
        }
        // "Palma, Mozambique" is one place, whichever way the parser joins the two.
        found.RemoveAll(outer => outer.Place is { Kind: < PlaceKind.City } around && found.Exists(p => p.Place is { } inner && inner.Kind > around.Kind && outer.Span.Start - p.Span.End is > 0 and < 4 && gazetteer.Within(inner, around)));
        // "Bankass, Mopti, Mali", "Khost and Paktika provinces, Afghanistan" go on outwards.
        found.RemoveAll(outer => outer.Place is { Kind: PlaceKind.Country or PlaceKind.Admin1 } around && scene.Article.Text[..outer.Span.Start].TrimEnd().EndsWith(',') && found.Exists(p => p != outer && p.Span.Start < outer.Span.Start && (around.Kind == PlaceKind.Country ? (p.Place?.Country ?? around.Country) == around.Country : p.Place is { } inner && gazetteer.Within(inner, around))));
        return found;
    }

    /// <summary>The places where a clause says that its act is, where it lists several: "airstrikes on A, B and C", "attacks in A and B provinces"; else empty.</summary>
    public IReadOnlyList<StatementPlace> Several(Scene scene, Candidate candidate)
    {
        var (tree, clause) = (scene.Trees[candidate.Sentence], candidate.Clause);
        IEnumerable<Oblique> of = clause.Object < 0 ? [] : tree.Children(clause.Object).ToArray().Where(c => tree.Is(c, "nmod")).Select(c => new Oblique(ClauseReader.Preposition(tree, c), c));
        var within = clause.Obliques.Where(o => scene.PlaceAt(candidate.Sentence, o.Head) is null).SelectMany(o => tree.Children(o.Head).ToArray()).Where(c => tree.Is(c, "nmod")).Select(c => new Oblique(ClauseReader.Preposition(tree, c), c));
        foreach (var (preposition, head) in clause.Obliques.Concat(of).Concat(within))
        {
            if (!Locative.Contains(preposition) && preposition != "against" || scene.IsTime(candidate.Sentence, head)) continue;
            var listed = Objects(scene, candidate, head);
            if (listed.Count > 1 && listed.All(p => p.Place is null or { Kind: > PlaceKind.Country })) return listed;
        }
        return [];
    }

    // "The capitals of A, B and C", "four more towns, A, B, C and D": each of them.
    private List<StatementPlace> Listed(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        var found = new List<StatementPlace>();
        // "The capitals" are not the one town that was meant before.
        if (tree[head].Upos != Upos.NOUN || Journeys.IsRoad(tree[head].Form) || tree[head].Form == tree[head].Lemma && scene.PlaceAt(sentence, head) is not null) return found;
        var seats = tree[head].Lemma.Equals("capital", StringComparison.OrdinalIgnoreCase);
        foreach (var child in tree.Children(head))
        {
            // The parser takes what stands after a comma for one more of the kind.
            var named = tree.Is(child, "appos") || tree.Is(child, "compound") && tree[child].Upos == Upos.PROPN || tree.Is(child, "conj") && tree.Child(child, "cc") < 0 && scene.PlaceAt(sentence, child) is not null;
            if (!named && !(tree.Is(child, "nmod") && ClauseReader.Preposition(tree, child) == "of")) continue;
            foreach (var member in ParticipantReader.Members(tree, child))
            {
                var place = scene.EntityAt(sentence, member) is { Kind: EntityKind.Place } entity && scene.MentionAt(sentence, member) is { } mention
                    ? new StatementPlace(entity.Name, entity.Place, entity.Place is null ? entity.Unresolved : null, mention.Span)
                    : member == child ? null : At(scene, sentence, member, 1);
                // Of the capitals of provinces the towns are meant.
                if (seats && place?.Place is { Kind: PlaceKind.Admin1 } area && gazetteer.CapitalOf(area) is { } seat) place = place with { Name = seat.Name, Place = seat };
                if (place is { Place: null or { Kind: >= PlaceKind.Admin1 } }) found.Add(place);
            }
        }
        return found;
    }

    /// <summary>The place itself, or the capital where it is a country in which the clause's act is at an embassy.</summary>
    public StatementPlace? AtEmbassy(Scene scene, Candidate candidate, StatementPlace? place) => _lands.AtEmbassy(scene, candidate, place);

    /// <summary>The country whose land or sea the noun is ("Turkish soil"), or null.</summary>
    public StatementPlace? Piece(Scene scene, int sentence, int noun) => _lands.Piece(scene, sentence, noun);

    /// <summary>True where the place is one that the clause itself names by whose land or sea it is: "bombed Afghan territory", "fighting on Syrian soil".</summary>
    public bool IsSure(Scene scene, Candidate candidate, StatementPlace? place)
    {
        if (place?.Place is not { Kind: PlaceKind.Country }) return false;
        if (candidate.Clause.Object >= 0 && _lands.Piece(scene, candidate.Sentence, candidate.Clause.Object)?.Span == place.Span) return true;
        foreach (var (preposition, head) in candidate.Clause.Obliques)
            if ((Locative.Contains(preposition) || Goal.Contains(preposition)) && _lands.Piece(scene, candidate.Sentence, head)?.Span == place.Span) return true;
        return false;
    }

    /// <summary>The place of a clause whose object is none, or null.</summary>
    public StatementPlace? Read(Scene scene, Candidate candidate) => Exact(scene, candidate, Said(scene, candidate));

    // "Gunmen stormed a base in southern Somalia …": the town that the report goes on to name.
    private StatementPlace? Exact(Scene scene, Candidate candidate, StatementPlace? said)
    {
        if (said?.Place is not { Kind: PlaceKind.Country or PlaceKind.Admin1 } wide || candidate.Sentence > 1 || !candidate.Type.Located || IsOfMany(scene, candidate) || scene.Stations.First is not { } first || first.Sentence < candidate.Sentence) return said;
        var exact = At(scene, first);
        return exact.Country == wide.Country && (wide.Kind == PlaceKind.Country || exact.Admin1 == wide.Name || exact.Admin1.Length == 0) ? exact : said;
    }

    private StatementPlace At(Scene scene, Station station)
    {
        var mention = scene.MentionAt(station.Sentence, station.Word)!;
        return Named(scene, mention, station.Entity);
    }

    // "the village", "the camp": the place so called, the nearest to the act.
    private StatementPlace? Called(Scene scene, Candidate candidate)
    {
        Station? called = null;
        var distance = int.MaxValue;
        for (var at = 1; at < scene.Trees[candidate.Sentence].Count; at++)
            if (scene.Stations.Called(candidate.Sentence, at) is { } station && Math.Abs(at - candidate.Word) < distance) (called, distance) = (station, Math.Abs(at - candidate.Word));
        return called is null ? null : At(scene, called);
    }

    /// <summary>The place that the clause itself says, in what it says of where, or within whom or what it is done by or to; else null.</summary>
    public StatementPlace? InClause(Scene scene, Candidate candidate)
    {
        var (clause, sentence) = (candidate.Clause, candidate.Sentence);
        var goals = candidate.Type.PlaceLeft ? ["from"] : Goal;
        if (Best(scene, sentence, clause.Obliques, o => candidate.Trigger.Roles.TryGetValue(o, out var r) ? r == "place" : Locative.Contains(o)) is { } located) return located;
        if (Best(scene, sentence, clause.Obliques, goals.Contains) is { } reached) return reached;
        foreach (var argument in new[] { clause.Object, clause.Subject })
            if (argument >= 0 && Inside(scene, sentence, argument) is { } inside) return inside;
        return null;
    }

    private StatementPlace? Said(Scene scene, Candidate candidate)
    {
        var (clause, sentence) = (candidate.Clause, candidate.Sentence);
        var tree = scene.Trees[sentence];
        if (InClause(scene, candidate) is { } own) return own;
        if (!candidate.Type.Located) return null;
        if (Best(scene, sentence, Joined(tree, clause), Locative.Contains) is { } shared) return shared;

        // Outer clauses, then anything in the sentence, nearest first.
        var climb = clause.Carrier;
        for (var steps = 0; climb >= 0 && steps < 8; climb = tree[climb].Head, steps++)
        {
            var obliques = new List<Oblique>();
            foreach (var child in tree.Children(climb))
                if ((tree.Is(child, "obl") || tree.Is(child, "nmod")) && !scene.Standings.Elsewhere(sentence, child, candidate.Word)) obliques.Add(new Oblique(ClauseReader.Preposition(tree, child), child));
            if (Best(scene, sentence, obliques, p => Locative.Contains(p) || p.Length == 0) is { } outer) return outer;
        }
        if (_lands.Nationwide(scene, candidate) is { } throughout) return throughout;
        if (IsOfMany(scene, candidate) && Theirs(scene, candidate) is { } nation) return nation;
        if (Nearest(scene, sentence, candidate.Word, candidate.Word) is { } near) return near;
        if (_lands.Border(scene, candidate) is { } side) return side;
        if (Label(scene, sentence) is { } labelled) return labelled;
        if (candidate.Type.Name is "capture" or "hold") return Meant(scene, candidate);   // a place changes hands by the words that say so
        if (IsOfMany(scene, candidate)) return Theirs(scene, candidate) ?? MainCountry(scene);
        if (Called(scene, candidate) is { } called) return called;
        for (var back = 1; back <= LookBack && sentence - back >= scene.Standings.Since(sentence); back++)
            if (Nearest(scene, sentence - back, int.MaxValue) is { } before) return before;
        if (sentence + 1 < scene.Trees.Length && Nearest(scene, sentence + 1, 0) is { } after) return after;
        return MainCountry(scene);
    }

    // "Rebels seized it in 2012": the town spoken of right before. Its airport is another matter: who holds the one need not hold the other.
    private StatementPlace? Meant(Scene scene, Candidate candidate)
    {
        var (tree, sentence) = (scene.Trees[candidate.Sentence], candidate.Sentence);
        var word = candidate.Clause.Object >= 0 ? candidate.Clause.Object : candidate.Clause.Subject;
        if (word < 0) return null;
        if (Seats.Contains(tree[word].Lemma.ToLowerInvariant()) && Stations.IsTakenUp(scene, sentence, word) && (scene.Stations.Before(sentence, word) ?? scene.Stations.First) is { } last && sentence - last.Sentence <= LookBack) return At(scene, last);
        if (tree[word].Upos != Upos.PRON || !tree[word].Lemma.Equals("it", StringComparison.OrdinalIgnoreCase)) return null;
        for (var back = 1; back <= 2 && sentence - back >= scene.Standings.Since(sentence); back++)
            if (Nearest(scene, sentence - back, int.MaxValue) is { } before) return before.Place is { Kind: PlaceKind.City } ? before : null;
        return null;
    }

    // Thousands suffer in a whole country or war, not in the town named last.
    private static bool IsOfMany(Scene scene, Candidate candidate) =>
        candidate.Clause.Object >= 0 && scene.CountOf(candidate.Sentence, candidate.Clause.Object) is { Low: { } low }
        && (candidate.Type.Casualty || candidate.Type.Name == "tally" ? low >= Many : candidate.Type.Name is "displace" or "crisis" && low >= ManyFled);

    // "14.8 million Afghans": the people say which country.
    private StatementPlace? Theirs(Scene scene, Candidate candidate)
    {
        var (sentence, word) = (candidate.Sentence, candidate.Clause.Object);
        if (word < 0) return null;
        var nation = scene.EntityAt(sentence, word)?.Actor ?? MakerReader.Nation(scene, scene.Trees[sentence][word].Form)?.Id;
        if (nation is null)
            foreach (var child in scene.Trees[sentence].Children(word))
                if (scene.Trees[sentence].Is(child, "amod")) nation ??= MakerReader.Nation(scene, scene.Trees[sentence][child].Form)?.Id;
        return nation is not null && (nation.Length == 2 || nation.EndsWith("/nationals", StringComparison.Ordinal)) && gazetteer.Country(nation[..2]) is { } land ? new StatementPlace(land.Name, land, null, scene.SpanOf(sentence, word, word + 1)) : null;
    }

    // "killed ten people and looted shops in Jos": what stands last holds for all that one subject does.
    private static List<Oblique> Joined(Tree tree, Clause clause)
    {
        var found = new List<Oblique>();
        foreach (var verb in tree.Children(clause.Carrier))
            if (verb > clause.Carrier && tree.Is(verb, "conj") && tree[verb].Upos == Upos.VERB && tree.Child(verb, "nsubj") < 0)
                foreach (var child in tree.Children(verb))
                    if (child > verb && tree.Is(child, "obl")) found.Add(new Oblique(ClauseReader.Preposition(tree, child), child));
        return found;
    }

    /// <summary>Takes out of places said of one act those around another of them: "in the Donetsk region … in Kramatorsk" is one place.</summary>
    public void KeepFinest(List<StatementPlace?> places) =>
        places.RemoveAll(outer => outer?.Place is { Kind: < PlaceKind.City } around && places.Exists(p => p?.Place is { } inner && inner.Kind > around.Kind && gazetteer.Within(inner, around)));

    private StatementPlace? Best(Scene scene, int sentence, IEnumerable<Oblique> obliques, Func<string, bool> wanted)
    {
        StatementPlace? best = null;
        foreach (var oblique in obliques)
            if (wanted(oblique.Preposition) && At(scene, sentence, oblique.Head, 0) is { } place && (best is null || Finer(place, best))) best = place;
        return best;
    }

    /// <summary>The place that a noun phrase names or is qualified by: "Kabul", "the town of Bunagana", "Helmand's capital", "an airport in Kabul".</summary>
    public StatementPlace? At(Scene scene, int sentence, int head, int depth)
    {
        var tree = scene.Trees[sentence];
        if (scene.Stations.Called(sentence, head) is { } called) return At(scene, called);   // "retook the camp"
        if (scene.EntityAt(sentence, head) is { } entity && (entity.Place is not null || entity.Kind == EntityKind.Place))
        {
            var own = Named(scene, scene.MentionAt(sentence, head)!, entity);
            if (entity.Place is { Kind: PlaceKind.City or PlaceKind.Admin2 } || entity.Place is null) return own;
            return tree[head].Lemma.Equals("capital", StringComparison.OrdinalIgnoreCase) ? Capital(scene, sentence, head) ?? own : own;
        }
        if (Site(scene, sentence, head) is { } town) return town;
        if (Journeys.IsRoad(tree[head].Form) && First(scene, sentence, head) is { } from) return from;
        if (_lands.Piece(scene, sentence, head) is { } piece) return Inside(scene, sentence, head) is { } finer && Finer(finer, piece) ? finer : piece;
        if (tree[head].Lemma.ToLowerInvariant() is "capital" && Capital(scene, sentence, head) is { } seat) return seat;
        return depth < 2 ? Inside(scene, sentence, head) : null;
    }

    private StatementPlace? Inside(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        StatementPlace? best = null;
        foreach (var child in tree.Children(head))
        {
            if (tree[child].Relation is "conj" or "acl:relcl" or "punct" or "case" or "acl" or "det") continue;
            if (tree[child].Upos == Upos.PRON) continue;   // "its embassy" does not say where
            if (scene.Standings.Of(sentence, child) is Standing.Bound or Standing.Beyond) continue;
            if (tree[child].Relation is "amod" && scene.EntityAt(sentence, child)?.Actor is not null) continue;   // a demonym names no location
            if (tree.Is(child, "nmod") && ClauseReader.Preposition(tree, child) is "from" or "with" or "against" or "by") continue;
            if (tree.Is(child, "nmod:poss") && scene.PlaceAt(sentence, child)?.Kind == PlaceKind.Country && !IsSite(scene, tree, head) && !IsPart(tree[head].Lemma)) continue;
            if (tree.Is(child, "compound") && scene.PlaceAt(sentence, child)?.Kind == PlaceKind.Country) continue;
            if (At(scene, sentence, child, 1) is { } place && (best is null || Finer(place, best))) best = place;
        }
        return best;
    }

    // "the country's north" is in it.
    private static bool IsPart(string lemma) => lemma.ToLowerInvariant() is "north" or "south" or "east" or "west" or "northeast" or "northwest" or "southeast" or "southwest" or "north-east" or "north-west" or "south-east" or "south-west" or "centre" or "center" or "interior" or "heartland";

    // "Kabul University", "Mariupol airport": the town in the name, of the report's country if there is one there.
    private StatementPlace? Site(Scene scene, int sentence, int head)
    {
        if (scene.MentionAt(sentence, head) is not { Form: MentionForm.Name } mention || mention.End - mention.Start < 2 || scene.Mentions.Entities[mention.Entity].Kind == EntityKind.Person || !IsSite(scene, scene.Trees[sentence], mention.End - 1)) return null;
        for (var end = mention.End - 1; end > mention.Start; end--)
        {
            var found = gazetteer.Find(scene.SpanOf(sentence, mention.Start, end).Of(scene.Article.Text)).Where(p => p.Kind is PlaceKind.City or PlaceKind.Admin2);
            if (found.FirstOrDefault(p => p.Country == scene.Mentions.Country || p.Population >= KnownTown) is { } place) return new StatementPlace(place.Name, place, null, scene.SpanOf(sentence, mention.Start, end));
        }
        return null;
    }

    // "the Gao-Ansongo road": where it begins.
    private StatementPlace? First(Scene scene, int sentence, int road)
    {
        var tree = scene.Trees[sentence];
        if (road < 3 || !tree.Dominates(road, road - 2)) return null;
        foreach (var mention in scene.Mentions.Mentions)
            if (mention.Sentence == sentence && mention.Form == MentionForm.Name && mention.End < road && road - mention.End < 5 && tree[mention.End].Form is "-" or "–" && scene.Mentions.Entities[mention.Entity] is { Kind: EntityKind.Place } entity) return Named(scene, mention, entity);
        return null;
    }

    // "The capitals in the south of the country" are not its capital.
    private StatementPlace? Capital(Scene scene, int sentence, int head)
    {
        var tree = scene.Trees[sentence];
        foreach (var child in tree.Children(head))
            if (scene.EntityAt(sentence, child) is { } of && AreaOf(of) is { Kind: PlaceKind.Admin1 or PlaceKind.Country } area
                && (area.Kind == PlaceKind.Admin1 || tree[head].Form.Equals("capital", StringComparison.OrdinalIgnoreCase)) && gazetteer.CapitalOf(area) is { } capital)
                return new StatementPlace(capital.Name, capital, null, scene.SpanOf(sentence, Math.Min(child, head), Math.Max(child, head) + 1));
        return null;
    }

    private Place? AreaOf(Entity entity) => entity.Place ?? (entity.Actor is { Length: 2 } country ? gazetteer.Country(country) : null);

    private StatementPlace Named(Scene scene, Mention mention, Entity entity) => entity.Place is { } known
        ? new StatementPlace(entity.Name, known, null, mention.Span)
        : new StatementPlace(entity.Name, null, entity.Unresolved, mention.Span) { Within = Surroundings.Of(scene, gazetteer, mention) };

    private StatementPlace? Nearest(Scene scene, int sentence, int word, int act = -1)
    {
        StatementPlace? best = null;
        var distance = int.MaxValue;
        foreach (var mention in scene.Mentions.Mentions)
        {
            if (mention.Sentence != sentence || mention.Form == MentionForm.Pronoun || scene.Mentions.Entities[mention.Entity] is not { Kind: EntityKind.Place } entity || scene.Standings.Elsewhere(sentence, mention.Head, act)) continue;
            if (mention.Form == MentionForm.Nominal && scene.Trees[sentence].Is(mention.Head, "nmod:poss")) continue;   // "the region's main city"
            if (entity.Place is { Kind: PlaceKind.Country } && !Locates(scene, mention)) continue;
            var coarse = entity.Place?.Kind switch { PlaceKind.Country => 100, PlaceKind.Admin1 => 6, null => 12, _ => 0 } + (scene.Standings.Of(sentence, mention.Head) == Standing.Landmark ? Landmark : 0);
            var far = Math.Abs(mention.Head - (word == int.MaxValue ? scene.Trees[sentence].Count : word)) + coarse;
            if (far < distance) (best, distance) = (Named(scene, mention, entity), far);
        }
        return best;
    }

    // "Raqqa: …", "Idlib province: …": what a paragraph begins with is where it is.
    private StatementPlace? Label(Scene scene, int sentence)
    {
        while (sentence > 0 && scene.Paragraphs[sentence - 1] == scene.Paragraphs[sentence]) sentence--;
        var tree = scene.Trees[sentence];
        for (var word = 0; word < Math.Min(4, tree.Count - 1); word++)
            if (tree[word + 1].Form == ":" && Nearest(scene, sentence, 0) is { } place && place.Span.Start < scene.SpanOf(sentence, word + 1, word + 2).Start) return place;
        return null;
    }

    // Where nothing nearer is said: the country that the report is about, if it names a location in it.
    private StatementPlace? MainCountry(Scene scene)
    {
        if (scene.Mentions.Country is not { } code || gazetteer.Country(code) is not { } country) return null;
        foreach (var mention in scene.Mentions.Mentions)
            if (scene.Mentions.Entities[mention.Entity].Place is { } place && place.Country == code && (place.Kind != PlaceKind.Country || Locates(scene, mention)))
                return new StatementPlace(country.Name, country, null, mention.Span);
        return null;
    }

    // A country's name is a location after a preposition of place, not as somebody who acts.
    private static bool Locates(Scene scene, Mention mention)
    {
        var tree = scene.Trees[mention.Sentence];
        var appos = tree.Is(mention.Head, "appos") && scene.PlaceAt(mention.Sentence, tree[mention.Head].Head) is { Kind: not PlaceKind.Country };
        return Locative.Contains(ClauseReader.Preposition(tree, mention.Head)) || appos || tree.Is(mention.Head, "nmod:npmod") || tree.Is(mention.Head, "nmod:unmarked");
    }

    private static bool IsSite(Scene scene, Tree tree, int head) => scene.Codebook.Classes.TryGetValue(tree[head].Lemma.ToLowerInvariant(), out var classes) && classes.Contains("site");

    // What the gazetteer has not is a village more often than not.
    private static bool Finer(StatementPlace a, StatementPlace b) => (a.Place?.Kind ?? PlaceKind.Admin2) > (b.Place?.Kind ?? PlaceKind.Admin2);
}
