using OnRecord.Language.Parses;

namespace OnRecord.Lab.Training;

/// <summary>Brings the names of Universal NER and of GUM to the sentences' words.</summary>
internal static class NameLayers
{
    public static int Begin(NameKind kind) => 1 + 2 * (int)kind;

    /// <summary>Sets the names of the sentences whose words the tags fit; OTH is another name with <paramref name="others"/>, else left unknown; stray tags are outside.</summary>
    public static void FromTags(List<TrainingSentence> sentences, Dictionary<string, (string[] Forms, string[] Tags)> tags, bool others = false)
    {
        foreach (var sentence in sentences)
            if (tags.TryGetValue(sentence.Id, out var row) && row.Forms.AsSpan().SequenceEqual(sentence.Forms))
                sentence.Names = Labels(row.Tags, others);
    }

    private static int[] Labels(string[] tags, bool others)
    {
        var labels = new int[tags.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            labels[i] = tags[i].Length < 3 ? 0 : tags[i][2..] switch
            {
                "PER" => Begin(NameKind.Person),
                "ORG" => Begin(NameKind.Organisation),
                "LOC" => Begin(NameKind.Location),
                "OTH" => others ? Begin(NameKind.Other) : -1,
                _ => 0,
            };
            var inside = labels[i] > 0 && tags[i][0] == 'I' && i > 0 && (labels[i - 1] == labels[i] || labels[i - 1] == labels[i] + 1);
            if (inside) labels[i]++;
        }
        return labels;
    }

    /// <summary>Sets the names of GUM's sentences: of its nested mentions of persons, organisations and places, the run of proper nouns about the head.</summary>
    public static void FromMentions(List<TrainingSentence> sentences)
    {
        var open = new List<(string Id, string Kind, int Start)>();
        foreach (var sentence in sentences)
        {
            var words = sentence.Words!;
            var spans = new List<(int Start, int End, NameKind Kind)>();
            open.Clear();
            for (var i = 0; i < words.Length; i++)
            {
                var at = words[i].Misc.IndexOf("Entity=", StringComparison.Ordinal);
                if (at < 0) continue;
                var value = words[i].Misc[(at + 7)..].Split('|')[0];
                for (var p = 0; p < value.Length;)
                {
                    var close = value.IndexOfAny(['(', ')'], p + 1);
                    if (close < 0) close = value.Length;
                    if (value[p] == '(')
                    {
                        var parts = value[(p + 1)..close].Split('-');
                        open.Add((parts[0], parts.Length > 1 ? parts[1] : "", i));
                        if (close < value.Length && value[close] == ')') Close(parts[0], i);
                    }
                    else if (value[p] != ')') Close(value[p..close].Trim('-'), i);
                    p = close < value.Length && value[close] == ')' ? close + 1 : close;
                }
            }
            sentence.Names = Flat(words, spans);

            void Close(string id, int end)
            {
                var n = open.FindLastIndex(o => o.Id == id);
                if (n < 0) return;
                NameKind? kind = open[n].Kind switch { "person" => NameKind.Person, "organization" => NameKind.Organisation, "place" => NameKind.Location, _ => null };
                if (kind is { } k && Core(words, open[n].Start, end + 1) is { } core) spans.Add((Untitled(words, core.Start, core.End, k), core.End, k));
                open.RemoveAt(n);
            }
        }
    }

    private static bool Proper(Gold word) => word.Xpos is "NNP" or "NNPS";

    private static (int Start, int End)? Core(Gold[] words, int start, int end)
    {
        var head = start;
        for (var i = start; i < end; i++)
            if (words[i].Head < start || words[i].Head >= end) { head = i; break; }
        if (!Proper(words[head])) return null;
        int low = head, high = head + 1;
        while (low > start && (Proper(words[low - 1]) || Joins(words, low - 1, start, end))) low--;
        while (high < end && (Proper(words[high]) || Joins(words, high, start, end))) high++;
        while (low < head && !Proper(words[low])) low++;
        while (high > head + 1 && !Proper(words[high - 1]) && words[high - 1].Upos != Upos.NUM) high--;
        return (low, high);
    }

    // "of", "the", "and", "-" hold a name together where proper nouns stand on both sides.
    private static bool Joins(Gold[] words, int i, int start, int end)
    {
        if (words[i].Xpos is "HYPH" or "NN" or "POS") return i > start && i + 1 < end && Proper(words[i - 1]) && Proper(words[i + 1]) && words[i].Xpos == "HYPH";
        if (words[i].Lemma is not ("of" or "the" or "and" or "for" or "&")) return false;
        var left = i - 1;
        while (left > start && words[left].Lemma is "of" or "the") left--;
        var right = i + 1;
        while (right < end && words[right].Lemma is "of" or "the") right++;
        return left >= start && right < end && Proper(words[left]) && Proper(words[right]) && words[i].Lemma != "and";
    }

    private static readonly string[] Titles = ["mr.", "mr", "ms.", "ms", "mrs.", "mrs", "dr.", "dr", "professor", "prof.", "miss", "sir", "lord", "lady", "general", "gen.", "president", "secretary", "senator", "minister", "chief", "justice", "king", "queen", "emperor", "prince"];

    // Universal NER leaves titles out.
    private static int Untitled(Gold[] words, int start, int end, NameKind kind)
    {
        while (kind == NameKind.Person && start + 1 < end && Titles.Contains(words[start].Lemma.ToLowerInvariant())) start++;
        return start;
    }

    // Offices and peoples are persons to GUM, but no names to Universal NER.
    private static bool Sure(Gold[] words, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (words[i].Xpos == "NNPS" || words[i].Upos == Upos.ADP || Titles.Contains(words[i].Lemma.ToLowerInvariant())) return false;
        return true;
    }

    private static int[] Flat(Gold[] words, List<(int Start, int End, NameKind Kind)> spans)
    {
        var labels = new int[words.Length];
        foreach (var (start, end, kind) in spans.OrderByDescending(s => s.End - s.Start).ThenBy(s => s.Start))
        {
            if (labels.AsSpan(start, end - start).ContainsAnyExcept(0)) continue;
            var sure = kind != NameKind.Person || Sure(words, start, end);
            for (var i = start; i < end; i++) labels[i] = !sure ? -1 : Begin(kind) + (i > start ? 1 : 0);
        }
        return labels;
    }
}
