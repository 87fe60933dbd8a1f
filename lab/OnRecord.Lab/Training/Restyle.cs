using System.Globalization;
using OnRecord.Language.Parses;

namespace OnRecord.Lab.Training;

/// <summary>Now and then shows a sentence as a headline, in capitals, in lower case, with other names, or without its full stop, so that the network has met them.</summary>
internal sealed class Restyle(ItemMaker maker, List<TrainingSentence> sentences, Item[] items)
{
    private readonly Dictionary<(int, int), Item> _made = [];
    private readonly NameExchange _exchange = new(sentences);

    public Item Pick(int index, Noise noise, float exchange)
    {
        var item = items[index];
        var chance = noise.Uniform();
        if (sentences[index].Words is not { } words) return item;
        var style = chance < 0.02f ? 1 : chance < 0.035f ? 2 : chance < 0.045f ? 3 : 0;
        if (style > 0)
        {
            if (!_made.TryGetValue((index, style), out var made))
                _made[(index, style)] = made = maker.Make(sentences[index], style switch { 1 => (f, i) => Headline(words[i], f), 2 => static (f, _) => f.ToUpperInvariant(), _ => static (f, _) => f.ToLowerInvariant() });
            item = made;
        }
        else if (exchange > 0 && noise.Uniform() < exchange && _exchange.Forms(sentences[index], noise) is { } forms) item = maker.Make(sentences[index], (_, i) => forms[i], true);
        var last = item.Count - 1;
        var drop = chance is > 0.9f || style == 1;
        return drop && last > 0 && words[last].Upos == Upos.PUNCT && words[last].Head >= 0 && item.Heads!.All(h => h != last) ? item.WithoutLast() : item;
    }

    private static string Headline(Gold word, string form) =>
        word.Upos is Upos.NOUN or Upos.VERB or Upos.ADJ or Upos.ADV or Upos.PROPN or Upos.PRON or Upos.AUX && form.Length > 0
            ? string.Concat(form[..1].ToUpper(CultureInfo.InvariantCulture), form.AsSpan(1)) : form;
}
