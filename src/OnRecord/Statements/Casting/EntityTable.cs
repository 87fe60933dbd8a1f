using OnRecord.Language.Mentions;

namespace OnRecord.Statements.Casting;

/// <summary>What the features of every option ask of an article's entities, found once.</summary>
internal sealed class EntityTable
{
    private readonly ArticleMentions _mentions;
    private readonly Dictionary<string, Entity> _byKey = [];
    private readonly int[] _counts;

    public EntityTable(ArticleMentions mentions)
    {
        _mentions = mentions;
        _counts = new int[mentions.Entities.Length];
        foreach (var mention in mentions.Mentions)
        {
            _counts[mention.Entity]++;
            if (mentions.Entities[mention.Entity] is { Kind: EntityKind.Place, Place: { } place }) FirstPlace ??= place;
        }
        foreach (var entity in mentions.Entities)
        {
            _byKey.TryAdd(entity.Actor ?? entity.Name.ToLowerInvariant(), entity);
            if (entity.Kind == EntityKind.Place && entity.Place?.Kind is PlaceKind.City or null) Cities++;
        }
    }

    /// <summary>How many places are cities or not resolved.</summary>
    public int Cities { get; }

    /// <summary>The place named first.</summary>
    public Place? FirstPlace { get; }

    /// <summary>The first entity with an option's key.</summary>
    public Entity? Of(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>How often the entity is mentioned.</summary>
    public int MentionsOf(Entity entity) => _counts[entity.Index];

    /// <summary>How often the place is named, by whatever name.</summary>
    public int MentionsOf(Place place)
    {
        var count = 0;
        for (var e = 0; e < _counts.Length; e++)
            if (_mentions.Entities[e].Place == place) count += _counts[e];
        return count;
    }
}
