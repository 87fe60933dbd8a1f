using System.Collections.Immutable;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>Goes through an article's mentions in text order and joins each to its entity.</summary>
internal sealed class Joiner
{
    private readonly Scene _scene;
    private readonly EntityBook _book;
    private readonly Coreference _back;
    private readonly string? _country;
    private readonly Dictionary<(int, int), Draft> _drafts = [];

    public Joiner(Scene scene, EntityBook book, string? country) => (_scene, _book, _country, _back) = (scene, book, country, new Coreference(scene, book, country));

    public ImmutableArray<Mention> Join(List<Draft> drafts)
    {
        var all = new List<Draft>(drafts);
        for (var s = 0; s < _scene.Trees.Length; s++) all.AddRange(LookingBack(s));
        all.Sort((a, b) => (a.Sentence, a.Start, -a.End, a.Head).CompareTo((b.Sentence, b.Start, -b.End, b.Head)));
        foreach (var d in all) _drafts.TryAdd((d.Sentence, d.Head), d);
        var same = Apposed(all);
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        var taken = new HashSet<(int, int)>();
        for (var i = 0; i < all.Count; i++)
        {
            var d = all[i];
            if (taken.Contains((d.Sentence, d.Head)) || (same.TryGetValue(d, out var other) ? Referent(other) : Referent(d)) is not { } referent || !taken.Add((d.Sentence, d.Head))) continue;
            _book.Note(d, referent);
            mentions.Add(new Mention(d.Sentence, d.Start, d.End, d.Head, _scene.Span(d.Sentence, d.Start, d.End), d.Form, referent.Index));
        }
        return mentions.ToImmutable();
    }

    // "the peacekeeping mission, MONUSCO" and "MONUSCO, the peacekeeping mission" are one.
    private Dictionary<Draft, Draft> Apposed(List<Draft> all)
    {
        var same = new Dictionary<Draft, Draft>();
        foreach (var d in all)
        {
            var tree = _scene.Trees[d.Sentence];
            // "the separatist group Red Front"
            if (d is { Kind: EntityKind.Actor or EntityKind.Other, Form: MentionForm.Name, Match: null or { Role: null } } && d.Start > 0 && Words.PartyNouns.Contains(ActorKey.Singular(tree[d.Start - 1].Form.ToLowerInvariant()))
                && _drafts.TryGetValue((d.Sentence, d.Start - 1), out var group) && group.End == d.Start && group is { Kind: EntityKind.Actor, Known: null } && Words.Adjacent(tree, group.Head, d.Head)) same[group] = d;
            if (Beside(tree, d) is { } known) same[d] = known;
            if (!tree.Is(d.Head, "appos") || !_drafts.TryGetValue((d.Sentence, tree[d.Head].Head), out var outer) || d.Kind != EntityKind.Actor || outer.Kind != EntityKind.Actor || d.Plural != outer.Plural) continue;
            var (name, noun) = d.Known is not null || (d is { Form: MentionForm.Name, Match: null or { Role: null } } && outer.Match is { Role: not null } && tree[outer.Head].Upos == Upos.NOUN) ? (d, outer) : (outer, d);
            if (name.Form == MentionForm.Name && noun.Known is null && name.Kind == EntityKind.Actor && noun.Match is { Role: not null }) same[noun] = name;
        }
        return same;
    }

    // "UNMISS, the UN mission, which": between commas after a listed name, whatever the parser makes of it.
    private Draft? Beside(Tree tree, Draft d)
    {
        var start = d.Start - 1;
        if (start < 2 || d.End >= tree.Count || tree[start].Form != "the" || tree[start - 1].Form != "," || tree[d.End].Form is not ("," or ".") || d is not { Kind: EntityKind.Actor, Known: null, Plural: false } || d.Match?.Role is null) return null;
        var known = _drafts.Values.FirstOrDefault(o => o.Sentence == d.Sentence && o.End == start - 1 && o.Known is { Entry.Kind: ActorKind.Body or ActorKind.Group or ActorKind.Institution });
        return known is null || known.Start > 0 && tree[known.Start - 1].Form == "," ? null : known;
    }

    private Referent? Referent(Draft d)
    {
        if (d.Form == MentionForm.Pronoun) return d.Name.ToLowerInvariant() is "former" or "latter" ? _back.OfTwo(d, d.Name.Equals("former", StringComparison.OrdinalIgnoreCase)) : _back.Pronoun(d);
        if (d.Form == MentionForm.Name && _back.Described(d) is { } same)
        {
            d.Form = MentionForm.Nominal;
            return same;
        }
        if (d.Form == MentionForm.Nominal)
        {
            if (_back.Nominal(d) is { } known) return known;
            if (d.Kind == EntityKind.Place) return null;
            if (Owner(d) is { } owner)
            {
                if (OfState(d, owner) is { } own) return own;
                // "its fighters seized": it did; "its spokesman": the owner's.
                if (d.Match?.Role is { Default: true } && d.Plural && Acts(d) && owner.Kind is EntityKind.Actor or EntityKind.Place && owner.Actor is not null) return owner;
                if (d.Plural && d.End == d.Start + 1 && ActorKey.Singular(ActorKey.Of(d.Name)) is "man" or "men" or "fighter" or "force" or "forces" or "militant" or "gunman" or "gunmen" or "rebel" or "guerrilla" or "insurgent" or "member" && _back.Following(owner) is { } followed) return followed;
                if (d.Match?.Title is not null && owner.Named | owner.Office) d.Name = owner.Kind == EntityKind.Person ? $"{owner.Name}'s {d.Name}" : $"{owner.Name} {d.Name}";
                if (d.Match is { Title: not null, Actor: null } match && owner.Actor is not null) d.Match = match with { Actor = owner.Actor, Entry = owner.Entry, Reason = null };
            }
            else if (d.Match?.Title is not null) NameWhose(d);
            else if (d.Definite && d.Name == "government" && _country is not null && _scene.Actors.Entry(_country) is { } home) d.Name = $"government of {_book.Find($"country:{_country}")?.Name ?? home.Name}";
            return _book.Join(d);
        }
        var referent = _book.Join(d);
        if (Abbreviation(d) is { } abbreviation) _book.Also(abbreviation, referent);
        return referent;
    }

    // "The Russian ministry said its forces": they are Russian forces.
    private Referent? OfState(Draft d, Referent owner)
    {
        if (d.End != d.Start + 1 || owner.Actor is not { Length: >= 2 } whose || (whose.Length > 2 && whose[2] != '/') || _scene.Actors.Entry(whose[..2]) is not { Kind: ActorKind.Country } country) return null;
        if (ActorKey.Singular(ActorKey.Of(d.Name)) is not ("force" or "forces" or "troop" or "soldier" or "army" or "military" or "navy" or "warplane" or "serviceman" or "paratrooper")) return null;
        var people = country.Id == "US" ? "US" : country.Demonyms.FirstOrDefault(n => char.IsUpper(n[0]));
        if (people is null) return null;
        d.Name = $"{people} {d.Name}";
        d.Match = _scene.Actors.Identify(d.Name);
        return _book.Join(d);
    }

    // "the head of the mission": with the mission's name, where it has been named.
    private void NameWhose(Draft d)
    {
        var tree = _scene.Trees[d.Sentence];
        foreach (var child in tree.Children(d.Head))
        {
            if (child < d.Start || child >= d.End || !tree.Is(child, "nmod") || !_drafts.TryGetValue((d.Sentence, child), out var inner) || inner.Form != MentionForm.Nominal || tree[inner.Head].Lemma is "region" or "area") continue;   // "lawmakers from the region" are of no one province
            if (inner.Start < d.Start || inner.End > d.End || _back.Nominal(inner) is not { Named: true } whose) continue;
            var own = tree.Yield(child).End;
            if (child < d.Head && own > d.Head) continue;
            d.Name = child < d.Head ? $"{whose.Name} {_scene.Text(d.Sentence, own, d.End)}"
                : _scene.Text(d.Sentence, d.Start, inner.Start).Replace(" the", "", StringComparison.Ordinal) + " " + whose.Name;
            if (d.Match is { Actor: null } match) d.Match = match with { Actor = whose.Actor, Entry = whose.Entry, Reason = null };
            return;
        }
    }

    private bool Acts(Draft d)
    {
        var tree = _scene.Trees[d.Sentence];
        return tree[d.Head].Relation == "nsubj" || tree[d.Head].Relation == "obl:agent";
    }

    // "its spokesman" speaks for what "its" refers to.
    private Referent? Owner(Draft d)
    {
        var tree = _scene.Trees[d.Sentence];
        foreach (var child in tree.Children(d.Head))
            if (tree.Is(child, "nmod") && tree[child].Upos == Upos.PRON)
                for (var i = _book.Seen.Count - 1; i >= 0 && _book.Seen[i].Sentence == d.Sentence; i--)
                    if (_book.Seen[i].Head == child) return _book.Seen[i].Referent;
        return null;
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
            else if (form is "former" or "latter" && Words.IsDefinite(tree, i) && !tree.Is(i, "amod") && !tree.Is(i, "compound")) yield return New(tree, sentence, i, i, i + 1, MentionForm.Pronoun, EntityKind.Other);
            else if (tree[i].Upos == Upos.NOUN && tree[i].Lemma is "country" or "nation" or "kingdom" or "capital" or "city" or "town" or "village" or "province" or "governorate" or "district" or "state" or "county" or "oblast" or "region" or "area"
                && !tree.Is(i, "compound"))
            {
                var (start, end) = NounPhrase.Core(tree, i);
                if (start <= i && i < end) yield return New(tree, sentence, i, start, end, MentionForm.Nominal, EntityKind.Place);
            }
        }
    }

    private Draft New(Tree tree, int sentence, int head, int start, int end, MentionForm form, EntityKind kind) => new()
    {
        Sentence = sentence,
        Start = start,
        End = end,
        NameEnd = end,
        Head = head,
        Form = form,
        Kind = kind,
        Name = _scene.Text(sentence, start, end),
        Definite = Words.IsDefinite(tree, head),
        Plural = Words.IsPlural(tree[head]) || tree[head].Form.ToLowerInvariant() is "they" or "them" or "their",
    };
}
