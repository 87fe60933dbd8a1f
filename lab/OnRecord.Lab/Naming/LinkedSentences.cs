using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OnRecord.Lab.Training;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;

namespace OnRecord.Lab.Naming;

/// <summary>Sentences of the Current events portal whose links tell where some of their names are; items kept for measuring are left out.</summary>
internal sealed class LinkedSentences(ActorIndex actors, LinkKinds kinds)
{
    private sealed record Link(int Start, int End, string Title);

    private sealed record Row(Sentence Sentence, Upos[] Tags, List<Link> Links, (int Start, int End) Outlet);

    private static readonly HashSet<string> Small = ["of", "the", "and", "for", "in", "de", "la", "al", "el", "bin", "van", "von", "del", "da", "-", "'s", "&", ".", "\u2013", "'"];

    private readonly Dictionary<string, Dictionary<int, int>> _surfaces = new(StringComparer.Ordinal);

    /// <summary>The persons that links led to.</summary>
    public SortedSet<string> Persons { get; } = new(StringComparer.Ordinal);

    /// <summary>The organisations that links led to.</summary>
    public SortedSet<string> Organisations { get; } = new(StringComparer.Ordinal);

    public List<NameSentence> Read(string folder, Parser parser, float weight)
    {
        var rows = Rows(folder, parser);
        foreach (var row in rows)
            foreach (var link in row.Links) Count(row.Sentence, link);
        return [.. rows.Select(r => Make(r, weight))];
    }

    private List<Row> Rows(string folder, Parser parser)
    {
        var reserved = File.ReadLines(Path.Combine(folder, "reserved.txt")).Select(l => l.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rows = new List<Row>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
            foreach (var line in File.ReadLines(file))
            {
                using var json = JsonDocument.Parse(line);
                var text = json.RootElement.GetProperty("text").GetString()!;
                if (reserved.Contains(Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(text)))[..12])) continue;
                var links = json.RootElement.GetProperty("links").EnumerateArray().Select(l => new Link(l[0].GetInt32(), l[1].GetInt32(), LinkKinds.Plain(l[2].GetString()!))).ToList();
                var outlet = json.RootElement.GetProperty("sources").EnumerateArray().Select(s => s[0].GetString()!).LastOrDefault(s => s.Length > 2 && text.EndsWith(s, StringComparison.Ordinal));
                var sentences = SentenceSplitter.Split(text);
                foreach (var parse in parser.Parse(sentences)) rows.Add(Lay(parse, links, outlet is null ? (-1, -1) : (text.Length - outlet.Length + 1, text.Length - 1)));
            }
        return rows;
    }

    // Links as ranges of the sentence's words; each is a vote on its title.
    private Row Lay(Parse parse, List<Link> links, (int Start, int End) outlet)
    {
        var tokens = parse.Sentence.Tokens;
        var laid = new List<Link>();
        foreach (var link in links)
        {
            if (Words(link.Start, link.End) is not { } range) continue;
            laid.Add(new Link(range.Start, range.End, link.Title));
            kinds.Vote(link.Title, parse.Names.Where(n => n.Start == range.Start && n.End == range.End).Select(n => (NameKind?)n.Kind).FirstOrDefault());
        }
        return new Row(parse.Sentence, [.. parse.Words.Select(w => w.Upos)], laid, Words(outlet.Start, outlet.End) ?? (-1, -1));

        (int Start, int End)? Words(int from, int to)
        {
            int start = -1, end = -1;
            for (var i = 0; i < tokens.Length; i++)
            {
                if (tokens[i].Start == from) start = i;
                if (tokens[i].End == to) end = i + 1;
            }
            return start >= 0 && end > start ? (start, end) : null;
        }
    }

    // The label that a link gives its words: a kind of name, 0 for plain words, or -1.
    private int Label(Sentence sentence, Link link)
    {
        var words = Enumerable.Range(link.Start, link.End - link.Start).Select(i => sentence.Form(i).ToString()).ToArray();
        if (words.All(w => char.IsLower(w[0]) || !char.IsLetter(w[0]))) return words.Any(w => w.Any(char.IsUpper)) ? -1 : 0;
        var text = sentence.Text[sentence.Tokens[link.Start].Start..sentence.Tokens[link.End - 1].End];
        if (actors.Bearers(text).Any(b => b.Use == NameUse.Demonym)) return NameLayers.Begin(NameKind.Other);
        if (!words.All(w => char.IsUpper(w[0]) || char.IsDigit(w[0]) || Small.Contains(w)) || !char.IsUpper(words[0][0]) || kinds.Of(link.Title) is not { } kind) return -1;
        if (kind == NameKind.Person && !link.Title.EndsWith(words[^1], StringComparison.OrdinalIgnoreCase)) return -1;
        return NameLayers.Begin(kind);
    }

    private void Count(Sentence sentence, Link link)
    {
        var label = Label(sentence, link);
        if (label <= 0) return;
        if (label == NameLayers.Begin(NameKind.Person)) Persons.Add(link.Title);
        if (label == NameLayers.Begin(NameKind.Organisation)) Organisations.Add(link.Title);
        var surface = string.Join(' ', Enumerable.Range(link.Start, link.End - link.Start).Select(i => sentence.Form(i).ToString()));
        if (!_surfaces.TryGetValue(surface, out var labels)) _surfaces[surface] = labels = [];
        labels[label] = labels.GetValueOrDefault(label) + 1;
    }

    private NameSentence Make(Row row, float weight)
    {
        var sentence = row.Sentence;
        var n = sentence.Tokens.Length;
        var forms = Enumerable.Range(0, n).Select(i => sentence.Form(i).ToString()).ToArray();
        var allowed = new ushort[n];
        for (var i = 0; i < n; i++)
        {
            var capital = forms[i].Any(char.IsUpper);
            allowed[i] = !capital ? (ushort)1 : row.Tags[i] is Upos.PROPN or Upos.X or Upos.SYM ? NameSentence.Any : row.Tags[i] == Upos.ADJ ? NameSentence.Otherwise : i == 0 ? (ushort)1 : NameSentence.Any;
        }
        var taken = new bool[n];
        foreach (var link in row.Links) Set(link.Start, link.End, Label(sentence, link));
        if (row.Outlet.Start >= 0) Set(row.Outlet.Start, row.Outlet.End, NameLayers.Begin(NameKind.Organisation));
        for (var i = 0; i < n; i++)
            for (var length = Math.Min(6, n - i); length > 0; length--)
            {
                if (!char.IsUpper(forms[i][0]) || taken.AsSpan(i, length).Contains(true) || !_surfaces.TryGetValue(string.Join(' ', forms[i..(i + length)]), out var labels)) continue;
                var most = labels.MaxBy(l => l.Value);
                if (most.Value * 5 >= labels.Values.Sum() * 4) Set(i, i + length, most.Key);
                break;
            }
        var train = new TrainingSentence { Id = "", Forms = forms };
        return new NameSentence(train, allowed, NameSource.Links, weight);

        void Set(int start, int end, int label)
        {
            for (var i = start; i < end; i++)
            {
                taken[i] = true;
                if (label != 0 || allowed[i] != NameSentence.Any) allowed[i] = label < 0 ? NameSentence.Any : label == 0 ? (ushort)1 : (ushort)(1 << (i == start ? label : label + 1));
            }
        }
    }
}
