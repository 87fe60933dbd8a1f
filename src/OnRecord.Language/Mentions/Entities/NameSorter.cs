using System.Collections.Frozen;
using System.Collections.Immutable;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>Says of each name of an article what it names; later steps need not know, readers of names do.</summary>
internal static class NameSorter
{
    // Peoples without a country of their own in the actor list.
    private static readonly FrozenSet<string> Peoples = new[]
    {
        "Kurd", "Kurdish", "Arab", "Arabs", "Yazidi", "Yezidi", "Druze", "Alawite", "Assyrian", "Turkmen", "Turkoman", "Palestinian", "Pashtun", "Hazara", "Baloch", "Baluch", "Uzbek", "Tajik", "Tuareg", "Fulani", "Hausa", "Dogon", "Bambara",
        "Hutu", "Tutsi", "Banyamulenge", "Lendu", "Hema", "Dinka", "Nuer", "Shilluk", "Murle", "Oromo", "Amhara", "Tigrayan", "Masalit", "Zaghawa", "Rohingya", "Kachin", "Uyghur", "Uighur", "Tibetan",
        "Tamil", "Sinhalese", "Chechen", "Ingush", "Tatar", "Ossetian", "Abkhaz", "Circassian", "Basque", "Catalan", "Sahrawi", "Berber", "Amazigh", "Toubou", "Mapuche", "Papuan",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static ImmutableArray<TypedName> Sort(Scene scene, ImmutableArray<List<NameSpan>> names, ImmutableArray<Mention> mentions, ImmutableArray<Entity> entities)
    {
        var found = ImmutableArray.CreateBuilder<TypedName>();
        var bySentence = mentions.Where(m => m.Form == MentionForm.Name).ToLookup(m => m.Sentence);
        for (var s = 0; s < names.Length; s++)
        {
            var tree = scene.Trees[s];
            var spans = names[s].ToLookup(n => n.Start);
            for (var i = 0; i < tree.Count;)
            {
                var span = spans[i].FirstOrDefault();
                var (end, sort) = span is null ? Unmarked(tree, i) : Marked(tree, span, bySentence[s].FirstOrDefault(m => m.Head >= span.Start && m.Head < span.End), entities);
                if (sort is { } known) found.Add(new TypedName(s, i, end, scene.Span(s, i, end), known));
                i = Math.Max(end, span?.End ?? 0);
            }
        }
        return found.DrainToImmutable();
    }

    private static (int End, NameSort? Sort) Unmarked(Tree tree, int start)
    {
        if (Arms.End(tree, start) is var end and > 0) return (end, NameSort.WeaponOrVehicle);
        var form = tree[start].Form;
        return (start + 1, Peoples.Contains(form) || (form.EndsWith('s') && Peoples.Contains(form[..^1])) ? NameSort.Nationality : null);
    }

    private static (int End, NameSort? Sort) Marked(Tree tree, NameSpan span, Mention? mention, ImmutableArray<Entity> entities)
    {
        if (PlaceTypes.FacilityAt(tree, span.Start, span.End) is var built and > 0) return (built, NameSort.Facility);
        if (span.Bearers.Count > 0)
        {
            var bearer = span.Bearers[0];
            if (bearer.Use == NameUse.Demonym) return (span.End, NameSort.Nationality);
            if (bearer.Entry.Kind != ActorKind.Country) return (span.End, NameSort.Organisation);
            return (span.End, bearer.Use is NameUse.Name or NameUse.Capital ? NameSort.GeopoliticalEntity : NameSort.Organisation);
        }
        if (Arms.End(tree, span.Start) is var arms && arms >= span.End) return (arms, NameSort.WeaponOrVehicle);
        var (end, people) = Unmarked(tree, span.Start);
        if (people == NameSort.Nationality && end == span.End) return (end, people);
        NameSort? sort = mention is null ? null : entities[mention.Entity] switch
        {
            { Kind: EntityKind.Person } => NameSort.Person,
            { Kind: EntityKind.Actor or EntityKind.Outlet } => NameSort.Organisation,
            { Kind: EntityKind.Place, Place.Kind: PlaceKind.Country or PlaceKind.Admin1 or PlaceKind.Admin2 or PlaceKind.City } => NameSort.GeopoliticalEntity,
            { Kind: EntityKind.Place, Place.Kind: PlaceKind.Site } => NameSort.Facility,
            { Kind: EntityKind.Place } => NameSort.Place,
            _ => null,
        };
        return (span.End, sort ?? span.Kind switch { NameKind.Person => NameSort.Person, NameKind.Organisation => NameSort.Organisation, NameKind.Location => NameSort.Place, _ => null });
    }
}
