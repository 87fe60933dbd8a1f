using OnRecord.Lab.Training;
using OnRecord.Language.Parses;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Naming;

/// <summary>Makes items of sentences with the shared network's tables, now and then with other names, in lower case, in capitals or as headlines.</summary>
internal sealed class NameItems(Weights weights, NameList list, NameExchange exchange, float exchanged)
{
    private const float Lower = 0.1f, Capitals = 0.02f, Headlines = 0.01f;

    private readonly Dictionary<string, Form> _forms = new(StringComparer.Ordinal);

    public NameItem Make(NameSentence sentence, Noise noise)
    {
        var forms = sentence.Sentence.Forms;
        var chance = noise.Uniform();
        var style = chance < Lower ? NameStyle.Lower : chance < Lower + Capitals ? NameStyle.Capitals : NameStyle.AsItStands;
        if (noise.Uniform() < exchanged && exchange.Forms(sentence.Sentence, noise) is { } other) forms = other;
        if (style != NameStyle.AsItStands) forms = Written(forms, style);
        else if (chance > 1 - Headlines) forms = [.. forms.Select((f, i) => Headline(f, sentence.Tags[0][i]))];
        return Make(forms, sentence, (int)style);
    }

    /// <summary>The item of a sentence as it stands, as Universal NER's rules would have it.</summary>
    public NameItem Plain(NameSentence sentence) => Make(sentence.Sentence.Forms, sentence with { Source = NameSource.Uner }, (int)NameStyle.AsItStands);

    /// <summary>The words written in a style.</summary>
    public static string[] Written(string[] forms, NameStyle style) => style switch
    {
        NameStyle.Lower => [.. forms.Select(f => f.ToLowerInvariant())],
        NameStyle.Capitals => [.. forms.Select(f => f.ToUpperInvariant())],
        _ => forms,
    };

    private NameItem Make(string[] texts, NameSentence sentence, int style)
    {
        var known = new Form[texts.Length];
        for (var i = 0; i < texts.Length; i++) known[i] = Look(texts[i]);
        var bits = new ulong[texts.Length];
        NameFeatures.Set(known, list, bits);
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] |= 1ul << (NameFeatures.Upos + (int)sentence.Tags[style][i]);
            if (sentence.Source >= 0) bits[i] |= 1ul << (NameFeatures.Elsewhere + (int)sentence.Source);
        }
        return new NameItem(known, bits, sentence.Allowed, sentence.Weight);
    }

    private Form Look(string text) => _forms.TryGetValue(text, out var known) ? known : _forms[text] = weights.Look(text);

    private static string Headline(string form, Upos tag) =>
        form.Length > 0 && tag is Upos.NOUN or Upos.VERB or Upos.ADJ or Upos.ADV or Upos.PROPN or Upos.PRON or Upos.AUX ? char.ToUpperInvariant(form[0]) + form[1..] : form;
}
