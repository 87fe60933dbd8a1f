using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Parses.Network;
using OnRecord.Language.Sentences;

namespace OnRecord.Lab.Naming;

/// <summary>Gathers the names known beforehand, with their classes, for the model: places of GeoNames, the actor list, and whom the links of the Current events portal lead to.</summary>
internal sealed class NameListMaker
{
    private const int Country = 0, LargePlace = 1, Place = 2, Organisation = 3, People = 4, Given = 5, Family = 6;
    private const long Large = 100_000, Least = 15_000;

    private readonly SortedDictionary<ulong, ulong> _entries = [];

    public ulong[] Entries => [.. _entries.Select(e => e.Key | e.Value)];

    public void Add(Gazetteer gazetteer)
    {
        for (var id = 0; id < gazetteer.Count; id++)
        {
            var place = gazetteer.At(id);
            if (place.Kind == PlaceKind.Country) Add(place.Name, Country);
            else if (place.Kind is PlaceKind.Admin1 or PlaceKind.Region || place.Population >= Large || place.Capital == "C") Add(place.Name, LargePlace);
            else if (place.Kind == PlaceKind.Site || (place.Kind == PlaceKind.City && place.Population >= Least)) Add(place.Name, Place);
        }
    }

    public void Add(ActorIndex actors)
    {
        foreach (var entry in actors.Entries)
        {
            foreach (var name in entry.Aliases.Append(entry.Name).Where(n => n.Any(char.IsUpper))) Add(name, entry.Kind == ActorKind.Country ? Country : Organisation);
            foreach (var people in entry.Demonyms) Add(people, People);
        }
    }

    public void Add(LinkedSentences linked)
    {
        foreach (var body in linked.Organisations) Add(body, Organisation);
        foreach (var person in linked.Persons)
        {
            var words = person.Split(' ');
            Add(words[0], Given);
            Add(words[^1], Family);
        }
    }

    private void Add(string name, int kind)
    {
        if (SentenceSplitter.Split(name) is not [var sentence]) return;
        var n = sentence.Tokens.Length;
        var start = n > 1 && sentence.Form(0) is "The" or "the" ? 1 : 0;
        if (n - start > NameList.Longest) return;
        var hash = WordTable.Start;
        for (var i = start; i < n; i++)
        {
            hash = NameList.Add(i > start ? WordTable.Add(hash, ' ') : hash, sentence.Form(i).ToString());
            var key = WordTable.Finish(hash) & ~NameList.Mask;
            _entries[key] = _entries.GetValueOrDefault(key) | (i + 1 < n ? (ulong)NameList.Longer : 1ul << kind);
        }
    }
}
