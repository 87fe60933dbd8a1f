using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Entities;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Mentions.Quantities;
using OnRecord.Language.Mentions.Times;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions;

/// <summary>Finds what an article mentions, and resolves it against the actor list, the gazetteer and the calendar; safe to use from many threads.</summary>
public sealed class MentionFinder(ActorIndex actors, Gazetteer? gazetteer)
{
    /// <summary>The mentions of an article whose sentences were parsed; without a gazetteer all places but countries stay unresolved.</summary>
    public ArticleMentions Find(Article article, ImmutableArray<Parse> parses)
    {
        var scene = new Scene(article, parses, actors, gazetteer);
        var names = scene.Trees.Select((_, s) => NameFinder.Find(scene, s)).ToImmutableArray();
        var votes = CountryVotes.Count(scene, names);
        names = NameSettler.Settle(scene, names, votes.Main);
        var drafts = DraftFinder.Find(scene, names, votes.Main);
        PlaceReader.Resolve(scene, drafts, votes);
        var all = votes.With(drafts);
        var country = all.Main;
        PlaceReader.Approximate(scene, drafts, all.Home);
        var book = new EntityBook(scene, country);
        var mentions = new Joiner(scene, book, country).Join(drafts);
        var sound = scene.Trees.Select(t => t.Parse).ToImmutableArray();
        ImmutableArray<Entity> entities = [.. book.Referents.Select(Entity)];
        return new ArticleMentions
        {
            Entities = entities,
            Mentions = mentions,
            Names = NameSorter.Sort(scene, names, mentions, entities),
            Times = TimeFinder.Find(article, sound),
            Quantities = QuantityFinder.Find(sound),
            Country = country,
        };
    }

    private static Entity Entity(Referent r) => new()
    {
        Index = r.Index,
        Kind = r.Kind,
        Name = r.Name,
        Role = r.Role,
        Actor = r.Actor,
        Place = r.Place,
        Unresolved = r.Actor is null && r.Place is null ? r.Reason ?? (r.Kind == EntityKind.Person ? "a person" : "unknown") : null,
    };
}
