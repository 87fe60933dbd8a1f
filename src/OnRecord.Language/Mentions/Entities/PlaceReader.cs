using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>Hands the place names of an article to the resolver, all together, and takes its decisions back.</summary>
internal static class PlaceReader
{
    private static readonly HashSet<string> ActsOn = new(StringComparer.Ordinal)
    {
        "capture", "seize", "take", "retake", "recapture", "enter", "storm", "attack", "shell", "bomb", "overrun", "control", "besiege", "hit", "strike", "leave", "flee",
        "reach", "liberate", "surround", "raid", "hold", "fall", "defend", "bombard",
    };

    public static void Resolve(Scene scene, List<Draft> drafts, CountryVotes votes)
    {
        if (scene.Gazetteer is not { } gazetteer) return;
        var places = drafts.FindAll(d => d.Kind == EntityKind.Place && d.Form == MentionForm.Name);
        if (places.Count == 0) return;
        var spans = places.ConvertAll(d => scene.Span(d.Sentence, d.Start, Math.Max(d.NameEnd, d.Start + 1)));
        var names = PlaceHints.Read(gazetteer, scene.Article.Text, spans);
        var heard = places.Select((d, i) => names[i] with { Sentence = d.Sentence, ActedOn = IsActedOn(scene.Trees[d.Sentence], d.Head), Doubtful = d.Doubtful }).ToList();
        var decisions = new PlaceResolver(gazetteer).Resolve(heard, new PlaceContext
        {
            Countries = votes.Counts,
            Beside = scene.Article.Dateline is { Length: > 0 } dateline ? [dateline] : [],
        });
        for (var i = 0; i < places.Count; i++)
        {
            var place = decisions[i].Place;
            // A country's name that the resolver leaves open is still the country.
            if (place is null && places[i].Known is { Use: NameUse.Name, Entry: { Kind: ActorKind.Country } entry } && entry.Id == entry.Countries[0]) place = gazetteer.Country(entry.Id);
            (places[i].Place, places[i].PlaceReason) = (place, decisions[i].Reason);
        }
    }

    private static bool IsActedOn(Tree tree, int head)
    {
        var first = Words.FirstJoined(tree, head);
        var verb = tree[first].Head;
        return verb >= 0 && ActsOn.Contains(tree[verb].Lemma) && (tree.Is(first, "obj") || tree.Is(first, "nsubj"));
    }
}
