using System.Text.Json;
using OnRecord.Lab.Training;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;

namespace OnRecord.Lab.Naming;

/// <summary>The sentences of re3d with those of its entities that are names; what else it marks ("the group", "he") and what it leaves out stays open.</summary>
internal sealed class Re3dSentences(ActorIndex actors)
{
    private sealed record Entity(int Start, int End, NameKind Kind);

    public List<NameSentence> Read(string folder, Parser parser, float weight)
    {
        var sentences = new List<NameSentence>();
        foreach (var part in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var entities = Rows(part, "entities.jsonl").Where(e => e.GetProperty("confidence").GetDouble() >= 0.5).ToLookup(e => e.GetProperty("documentId").GetString(), Of);
            foreach (var document in Rows(part, "documents.jsonl"))
            {
                // The longest of overlapping ones counts.
                var here = entities[document.GetProperty("_id").GetString()].OfType<Entity>().OrderByDescending(e => e.End - e.Start).ThenBy(e => e.Start).ToList();
                sentences.AddRange(parser.Parse(SentenceSplitter.Split(document.GetProperty("text").GetString()!)).Select(p => Make(p, here, weight)));
            }
        }
        return sentences;
    }

    private static IEnumerable<JsonElement> Rows(string folder, string file) => File.ReadLines(Path.Combine(folder, file)).Select(l => JsonDocument.Parse(l).RootElement);

    private static Entity? Of(JsonElement entity)
    {
        NameKind? kind = entity.GetProperty("type").GetString() switch
        {
            "Person" => NameKind.Person,
            "Organisation" => NameKind.Organisation,
            "Location" => NameKind.Location,
            "Nationality" or "MilitaryPlatform" or "Weapon" or "Vehicle" => NameKind.Other,
            _ => null,
        };
        return kind is { } k ? new Entity(entity.GetProperty("begin").GetInt32(), entity.GetProperty("end").GetInt32(), k) : null;
    }

    private NameSentence Make(Parse parse, List<Entity> entities, float weight)
    {
        var words = parse.Words;
        var tokens = parse.Sentence.Tokens;
        ushort[] allowed = [.. words.Select(w => w.Form.Any(char.IsUpper) ? NameSentence.Any : (ushort)1)];
        var taken = new bool[words.Length];
        foreach (var entity in entities)
        {
            int start = Array.FindIndex([.. tokens], t => t.Start == entity.Start), end = Array.FindIndex([.. tokens], t => t.End == entity.End) + 1;
            if (start < 0 || end <= start || taken.AsSpan(start, end - start).Contains(true)) continue;
            taken.AsSpan(start, end - start).Fill(true);
            while (start < end && (words[start].Form is "the" or "The" || (entity.Kind == NameKind.Person && (words[start].Form.EndsWith('.') || actors.Title(words[start].Form) is not null)))) start++;
            if (start == end || !words[start..end].All(w => w.Upos is Upos.PROPN or Upos.PUNCT or Upos.ADP or Upos.NUM || char.IsUpper(w.Form[0])) || !char.IsUpper(words[start].Form[0])) continue;
            if (entity.Kind == NameKind.Person && end - start > 3) continue;
            var label = NameLayers.Begin(entity.Kind);
            for (var i = start; i < end; i++) allowed[i] = (ushort)(1 << (i == start ? label : label + 1));
        }
        return new NameSentence(new TrainingSentence { Id = "", Forms = [.. words.Select(w => w.Form)] }, allowed, NameSource.Re3d, weight);
    }
}
