namespace OnRecord.Lab.Training;

/// <summary>Puts other names of the same kind, length and tags in place of a sentence's names, so that a name is learned from where it stands.</summary>
internal sealed class NameExchange
{
    private readonly Dictionary<string, List<string[]>> _names = new(StringComparer.Ordinal);

    public NameExchange(List<TrainingSentence> sentences)
    {
        foreach (var sentence in sentences)
            foreach (var (start, end, key) in Spans(sentence))
            {
                if (!_names.TryGetValue(key, out var list)) _names[key] = list = [];
                list.Add(sentence.Forms[start..end]);
            }
    }

    /// <summary>The sentence's words with its names exchanged, or null where it has none.</summary>
    public string[]? Forms(TrainingSentence sentence, Noise noise)
    {
        string[]? forms = null;
        foreach (var (start, _, key) in Spans(sentence))
        {
            var list = _names[key];
            forms ??= [.. sentence.Forms];
            list[noise.Below(list.Count)].CopyTo(forms, start);
        }
        return forms;
    }

    private static IEnumerable<(int Start, int End, string Key)> Spans(TrainingSentence sentence)
    {
        if (sentence is not { Names: { } labels, Words: { } words }) yield break;
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] <= 0 || labels[i] % 2 == 0) continue;
            var end = i + 1;
            while (end < labels.Length && labels[end] == labels[i] + 1) end++;
            yield return (i, end, $"{labels[i]} {string.Join(' ', words[i..end].Select(w => w.Xpos + w.Upos))}");
        }
    }
}
