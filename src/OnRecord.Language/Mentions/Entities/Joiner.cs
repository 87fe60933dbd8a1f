using System.Collections.Immutable;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>Goes through an article's mentions in text order and joins each to its entity.</summary>
internal sealed class Joiner
{
    private readonly Scene _scene;
    private readonly EntityBook _book;
    private readonly Coreference _back;

    public Joiner(Scene scene, EntityBook book, string? country) => (_scene, _book, _back) = (scene, book, new Coreference(scene, book, country));

    public ImmutableArray<Mention> Join(List<Draft> drafts)
    {
        var all = new List<Draft>(drafts);
        for (var s = 0; s < _scene.Trees.Length; s++) all.AddRange(LookingBack(s));
        all.Sort((a, b) => (a.Sentence, a.Start, -a.End, a.Head).CompareTo((b.Sentence, b.Start, -b.End, b.Head)));
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        var taken = new HashSet<(int, int)>();
        for (var i = 0; i < all.Count; i++)
        {
            var d = all[i];
            if (Referent(all, i) is not { } referent || !taken.Add((d.Sentence, d.Head))) continue;
            _book.Note(d, referent);
            mentions.Add(new Mention(d.Sentence, d.Start, d.End, d.Head, _scene.Span(d.Sentence, d.Start, d.End), d.Form, referent.Index));
        }
        return mentions.ToImmutable();
    }

    private Referent? Referent(List<Draft> all, int index)
    {
        var d = all[index];
        if (d.Form == MentionForm.Pronoun) return _back.Pronoun(d);
        if (d.Form == MentionForm.Nominal)
        {
            if (_back.Nominal(d) is { } known) return known;
            return d.Kind == EntityKind.Place ? null : _book.Join(d);
        }
        var referent = _book.Join(d);
        if (Abbreviation(d) is { } abbreviation) _book.Also(abbreviation, referent);
        return referent;
    }

    // "Government of National Accord (GNA)".
    private string? Abbreviation(Draft d)
    {
        var tree = _scene.Trees[d.Sentence];
        if (d.Kind is not (EntityKind.Actor or EntityKind.Outlet) || d.End - d.Start < 2 || d.End + 2 >= tree.Count + 0 || tree[d.End].Form != "(") return null;
        var form = tree[d.End + 1].Form;
        return tree[d.End + 2].Form == ")" && form.Length is >= 2 and <= 10 && form.Count(char.IsUpper) >= 2 ? form : null;
    }

    private IEnumerable<Draft> LookingBack(int sentence)
    {
        var tree = _scene.Trees[sentence];
        for (var i = 0; i < tree.Count; i++)
        {
            var form = tree[i].Form.ToLowerInvariant();
            if (form is "it" or "its" or "he" or "she" or "him" or "his" or "her" or "they" or "them" or "their" && tree[i].Upos is Upos.PRON or Upos.DET)
            {
                if (!Coreference.IsExpletive(tree, i)) yield return New(tree, sentence, i, i, i + 1, MentionForm.Pronoun, EntityKind.Other);
            }
            else if (tree[i].Upos == Upos.NOUN && tree[i].Lemma is "country" or "nation" or "capital" or "city" or "town" or "village" or "province" or "governorate" or "district"
                && !tree.Is(i, "compound"))
            {
                var (start, end) = NounPhrase.Core(tree, i);
                if (start <= i && i < end) yield return New(tree, sentence, i, start, end, MentionForm.Nominal, EntityKind.Place);
            }
        }
    }

    private Draft New(Tree tree, int sentence, int head, int start, int end, MentionForm form, EntityKind kind) => new()
    {
        Sentence = sentence, Start = start, End = end, NameEnd = end, Head = head, Form = form, Kind = kind,
        Name = _scene.Text(sentence, start, end), Definite = Words.IsDefinite(tree, head), Plural = Words.IsPlural(tree[head]) || tree[head].Form.ToLowerInvariant() is "they" or "them" or "their",
    };
}
