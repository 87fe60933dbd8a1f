using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Parses;
using OnRecord.Statements.Roles;

namespace OnRecord.Statements.Casting;

/// <summary>A place where a statement's act could be, or null for none said; where the words stand (word -1: not in the statement's sentence).</summary>
internal sealed record PlaceOption(StatementPlace? Place, int Sentence, int Word, string Way)
{
    /// <summary>The word in its own sentence where that is another than the statement's; -1 where it is not.</summary>
    public int Elsewhere { get; init; } = -1;

    /// <summary>The identity by which mentions of one option are brought together.</summary>
    public string Key { get; } = PlaceOptions.KeyOf(Place);

    /// <summary>Where it stands.</summary>
    public OptionWord Stands => new(Sentence, Word >= 0 ? Word : Elsewhere, Way);
}

/// <summary>Lists where a statement's act could be: what the rules say, the places named in its sentence and around it, their country, and nowhere.</summary>
internal sealed class PlaceOptions(PlaceReader reader, Gazetteer gazetteer)
{
    private const int Back = 8;
    private const int Ahead = 2;
    private const int Beginning = 6;

    /// <summary>The options; "none" comes first.</summary>
    public List<PlaceOption> Of(Scene scene, Part part, IReadOnlyList<Past> past)
    {
        var sentence = part.Candidate.Sentence;
        var found = new List<PlaceOption> { new(null, sentence, -1, "none") };
        foreach (var place in part.Rules.Places)
            if (place is not null) found.Add(new PlaceOption(place, sentence, AgentOptions.WordAt(scene, sentence, place.Span), "rule"));
        var tree = scene.Trees[sentence];
        for (var word = 0; word < tree.Count; word++)
            if (scene.MentionAt(sentence, word) is { Form: MentionForm.Name } || scene.MentionAt(sentence, word) is { Form: not MentionForm.Pronoun } && scene.EntityAt(sentence, word) is { Kind: EntityKind.Place } or { Place: not null } || tree[word].Lemma.Equals("capital", StringComparison.OrdinalIgnoreCase))
            {
                if (!scene.Standings.Elsewhere(sentence, word, part.Candidate.Word) && reader.At(scene, sentence, word, 2) is { } here) found.Add(new PlaceOption(here, sentence, word, "said"));
            }
            else if (tree[word].Upos == Upos.NOUN && reader.Piece(scene, sentence, word) is { } piece) found.Add(new PlaceOption(piece, sentence, word, "said"));
        var first = Math.Max(sentence - Back, scene.Standings.Since(sentence));
        foreach (var mention in scene.Mentions.Mentions)
        {
            if (mention.Sentence == sentence || mention.Form == MentionForm.Pronoun || (mention.Sentence < first || mention.Sentence > sentence + Ahead) && !IsStation(scene, mention, sentence)) continue;
            if (scene.Mentions.Entities[mention.Entity].Kind == EntityKind.Place && !scene.Standings.Elsewhere(mention.Sentence, mention.Head, -1) && reader.At(scene, mention.Sentence, mention.Head, 2) is { } around) found.Add(new PlaceOption(around, mention.Sentence, -1, "around") { Elsewhere = mention.Head });
        }
        foreach (var before in past)
            if (before.Place is { } place && before.Sentence >= first && (before.Sentence == sentence || AgentOptions.WordAt(scene, before.Sentence, place.Span) is not (>= 0 and var at) || !scene.Standings.Elsewhere(before.Sentence, at, -1))) found.Add(new PlaceOption(place, before.Sentence, -1, "past"));
        foreach (var mention in scene.Mentions.Mentions)
            if (mention.Sentence == sentence && mention.Form != MentionForm.Pronoun && Theirs(scene, mention) is { } home) found.Add(new PlaceOption(home, sentence, -1, "people"));
        foreach (var country in found.Select(o => o.Place?.Place?.Country).Append(scene.Mentions.Country).OfType<string>().Where(c => c.Length == 2).Distinct().ToList())
            if (gazetteer.Country(country) is { } land) found.Add(new PlaceOption(new StatementPlace(land.Name, land, null, found.Find(o => o.Place?.Place?.Country == country)?.Place?.Span ?? part.Candidate.Span), sentence, -1, country == scene.Mentions.Country ? "main-country" : "country-of"));
        // A place changes hands by the words that say so, not by a place named some sentences away.
        if (part.Candidate.Type.Name is "capture" or "hold") found.RemoveAll(o => o.Way is "around" or "past" or "main-country" or "country-of");
        return found;
    }

    // The report's towns and villages named before, however far; at its beginning also those that it comes to.
    private static bool IsStation(Scene scene, Mention mention, int sentence) =>
        (mention.Sentence < sentence || sentence < Beginning && mention.Sentence < Beginning) && mention.Form == MentionForm.Name && scene.Stations.At(mention);

    // Whose soldiers and officials act or suffer: their country, which may be where they are.
    private StatementPlace? Theirs(Scene scene, Mention mention) =>
        scene.Mentions.Entities[mention.Entity] is { Kind: not EntityKind.Place, Actor: { Length: > 1 } actor } && (actor.Length == 2 || actor[2] == '/') && gazetteer.Country(actor[..2]) is { } land
            ? new StatementPlace(land.Name, land, null, mention.Span) : null;

    /// <summary>What tells one place from another.</summary>
    public static string KeyOf(StatementPlace? place) =>
        place is null ? "" : place.Place is { } known ? KeyOf(known) : "? " + place.Name.ToLowerInvariant();

    /// <summary>What tells one place of the gazetteer from another.</summary>
    public static string KeyOf(Place place) =>
        place.Kind + " " + (place.Kind == PlaceKind.Country ? place.Country : place.Geonames?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? place.Name + place.Country);
}
