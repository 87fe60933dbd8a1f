using OnRecord.Lab.Training;
using OnRecord.Language.Parses;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Naming;

/// <summary>Makes items of sentences with the shared network's tables, now and then with other names, in capitals or as headlines.</summary>
internal sealed unsafe class NameItems(Weights weights, NameList list, Dictionary<string, int> counts, NameExchange exchange, float exchanged)
{
    private const float Strange = 0.4f;

    private readonly Dictionary<string, KnownForm> _forms = new(StringComparer.Ordinal);

    public NameItem Make(NameSentence sentence, Noise noise)
    {
        var forms = sentence.Sentence.Forms;
        var chance = noise.Uniform();
        if (chance < 0.02f) forms = [.. forms.Select(f => f.ToUpperInvariant())];
        else if (chance < 0.03f) forms = [.. forms.Select((f, i) => Headline(f, sentence.Tags[i]))];
        else if (noise.Uniform() < exchanged && exchange.Forms(sentence.Sentence, noise) is { } other) forms = other;
        return Make(forms, sentence);
    }

    private NameItem Make(string[] texts, NameSentence sentence)
    {
        var known = new KnownForm[texts.Length];
        for (var i = 0; i < texts.Length; i++) known[i] = Look(texts[i]);
        var bits = new ulong[texts.Length];
        NameFeatures.Set([.. known.Select(k => k.Form)], list, bits);
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] |= 1ul << (NameFeatures.Upos + (int)sentence.Tags[i]);
            if (sentence.Source >= 0) bits[i] |= 1ul << (NameFeatures.Elsewhere + (int)sentence.Source);
        }
        return new NameItem(known, bits, sentence.Allowed, sentence.Weight);
    }

    private KnownForm Look(string text)
    {
        if (_forms.TryGetValue(text, out var known)) return known;
        var form = weights.Look(text);
        var input = new Floats(weights.Shape.Input);
        weights.Embed(form, input.Data);
        return _forms[text] = new KnownForm(form, input, Strange / (Strange + counts.GetValueOrDefault(Form.Normal(text))));
    }

    private static string Headline(string form, Upos tag) =>
        form.Length > 0 && tag is Upos.NOUN or Upos.VERB or Upos.ADJ or Upos.ADV or Upos.PROPN or Upos.PRON or Upos.AUX ? char.ToUpperInvariant(form[0]) + form[1..] : form;
}
