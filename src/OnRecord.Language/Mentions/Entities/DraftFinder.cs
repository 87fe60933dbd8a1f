using System.Collections.Immutable;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>Makes mentions of names and of nouns that say a role, each with its kind, not yet joined to entities.</summary>
internal sealed class DraftFinder
{
    private readonly Scene _scene;
    private readonly string? _country;
    private readonly List<Draft> _drafts = [];

    private DraftFinder(Scene scene, string? country) => (_scene, _country) = (scene, country);

    /// <summary>The mentions of an article in text order; <paramref name="country"/> settles names that several actors bear.</summary>
    public static List<Draft> Find(Scene scene, ImmutableArray<List<NameSpan>> names, string? country)
    {
        var finder = new DraftFinder(scene, country);
        for (var s = 0; s < scene.Trees.Length; s++) finder.Read(s, names[s]);
        finder._drafts.Sort((a, b) => (a.Sentence, a.Start, -a.End, a.Head).CompareTo((b.Sentence, b.Start, -b.End, b.Head)));
        return finder._drafts;
    }

    private void Read(int sentence, List<NameSpan> spans)
    {
        var tree = _scene.Trees[sentence];
        var first = _drafts.Count;
        foreach (var span in spans) AddName(sentence, tree, span);
        var persons = _drafts.Skip(first).Where(d => d.Kind == EntityKind.Person).ToList();
        foreach (var person in persons)
        {
            PersonRoles.Read(_scene, tree, person);
            // "Front for the Liberation of X leader": the office takes the whole name in.
            if (person.RoleStart < 0 || _drafts.Find(d => d.Sentence == sentence && d.Known is not null && d.Start < person.RoleStart && person.RoleStart < d.End) is not { } whose) continue;
            person.RoleStart = whose.Start;
            person.Role = _scene.Text(sentence, whose.Start, person.Start);
            person.RoleMatch = _scene.Actors.Identify(person.Role);
        }
        for (var i = 0; i < tree.Count; i++)
            if (tree[i].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ) AddPhrase(sentence, tree, i, first, spans);
        foreach (var person in persons.Where(p => p.Role is null)) TakeNeighbour(tree, person, first);
    }

    // "the speaker of the house, Name," and "Name, the speaker of the house," where the tree does not join the two.
    private void TakeNeighbour(Tree tree, Draft person, int first)
    {
        for (var i = first; i < _drafts.Count; i++)
        {
            var office = _drafts[i];
            if (office.Kind != EntityKind.Person || office.Match?.Title is null || ReferenceEquals(office, person)) continue;
            var before = office.End + 1 == person.Start && tree[office.End].Form == ",";
            var after = office.Start > person.End && office.Start - person.End <= 2 && tree[person.End].Form == "," && (office.Start == person.End + 1 || tree[person.End + 1].Upos == Upos.DET)
                && office.End < tree.Count && tree[office.End].Form is "," or "." or ")";
            if (!before && !after) continue;
            (person.Role, person.RoleMatch) = (office.Name, office.Match);
            person.Head = NameFinder.HeadOf(tree, Math.Min(office.Start, person.Start), person.End);
            _drafts.RemoveAt(i);
            return;
        }
    }

    private void AddName(int sentence, Tree tree, NameSpan span)
    {
        var head = NameFinder.HeadOf(tree, span.Start, span.End);
        var draft = new Draft
        {
            Sentence = sentence,
            Start = span.Start,
            End = span.End,
            Head = head,
            Form = MentionForm.Name,
            Kind = EntityKind.Other,
            NameEnd = span.End,
            Name = _scene.Text(sentence, span.Start, span.End),
            Plural = Words.IsPlural(tree[span.End - 1]),
        };
        if (span.Bearers.Count > 0) Known(tree, draft, span);
        else Unlisted(tree, draft, span);
        if (draft.Kind == EntityKind.Place) TakeTypeWord(tree, draft);
        if (draft.Known?.Use != NameUse.Demonym) _drafts.Add(draft);
    }

    private void Known(Tree tree, Draft draft, NameSpan span)
    {
        var chosen = _scene.Actors.Choose(span.Bearers, _country);
        draft.Known = chosen;
        draft.Match = _scene.Actors.Identify(draft.Name, _country);
        if (chosen is null) { draft.Kind = EntityKind.Actor; return; }
        draft.Kind = chosen.Entry.Kind switch
        {
            ActorKind.Outlet => chosen.Entry.Type == "network" ? EntityKind.Other : EntityKind.Outlet,
            ActorKind.Country => chosen.Use switch
            {
                NameUse.Name => EntityKind.Place,
                NameUse.Capital when !Words.ActsAsGovernment(tree, draft.Head) => EntityKind.Place,
                _ => EntityKind.Actor,
            },
            _ => EntityKind.Actor,
        };
        if (chosen.Use == NameUse.Capital && draft.Kind == EntityKind.Place) draft.Match = null;
        // Outside the list's own conflict such a name may be a person's: the parser says so where it stands alone.
        if (span.Kind == NameKind.Person && chosen.Entry.Kind is ActorKind.Country or ActorKind.Outlet && span.End - span.Start == 1 && chosen.Use == NameUse.Name && !Words.IsDefinite(tree, draft.Head)
            && NounPhrase.Case(tree, draft.Head).Length == 0 && TitleBefore(tree, span.Start)) (draft.Kind, draft.Match, draft.Known) = (EntityKind.Person, null, null);
    }

    private void Unlisted(Tree tree, Draft draft, NameSpan span)
    {
        var last = tree[span.End - 1].Form;
        var match = _scene.Actors.Identify(draft.Name, _country);
        draft.Kind = span.Kind switch
        {
            NameKind.Person => EntityKind.Person,
            NameKind.Location => EntityKind.Place,
            NameKind.Organisation => Words.Outlets.Contains(last) ? EntityKind.Outlet : EntityKind.Actor,
            _ => EntityKind.Other,
        };
        if (draft.Kind != EntityKind.Person && match.Title is not null && match.Actor is null && span.End - span.Start <= 3 && span.Kind != NameKind.Organisation) draft.Kind = EntityKind.Other;
        if (draft.Kind is not EntityKind.Actor and not EntityKind.Outlet && span.End - span.Start > 1)
        {
            if (Words.Bodies.Contains(last) && draft.Kind != EntityKind.Place) draft.Kind = EntityKind.Actor;
            else if (match.Role is { Collective: true } && match.Actor is not null && draft.Kind != EntityKind.Place) draft.Kind = EntityKind.Actor;
        }
        if (draft.Kind == EntityKind.Actor && TitleBefore(tree, span.Start) && span.End - span.Start <= 3 && !Words.Bodies.Contains(last)
            && match.Actor is null && tree[span.Start - 1].Head == draft.Head) draft.Kind = EntityKind.Person;
        if (draft.Kind is EntityKind.Actor or EntityKind.Outlet) draft.Match = match;
    }

    private bool TitleBefore(Tree tree, int start) => start > 0 && _scene.Actors.Title(tree[start - 1].Form) is not null;

    // "Kunduz province" is one mention, headed by the type word, of the place Kunduz.
    private static void TakeTypeWord(Tree tree, Draft draft)
    {
        if (draft.End - draft.Start > 1 && char.IsLower(tree[draft.End - 1].Form[0]) && Words.PlaceTypes.Contains(tree[draft.End - 1].Form)) draft.NameEnd = draft.End - 1;
        if (draft.End >= tree.Count || !Words.PlaceTypes.Contains(tree[draft.End].Form) || tree[draft.Head].Head != draft.End) return;
        if (tree[draft.End].Form.ToLowerInvariant() is "airport" or "airfield" or "base" or "camp" or "dam" or "border" or "crossing" or "port" or "river" or "lake" or "corridor") return;
        draft.Head = draft.End++;
    }

    private void AddPhrase(int sentence, Tree tree, int head, int first, List<NameSpan> spans)
    {
        var word = tree[head];
        if (tree.Is(head, "compound") || tree.Is(head, "flat") || tree.Is(head, "amod") || tree.Is(head, "fixed") || tree.Is(head, "goeswith") || tree[head].Relation == "nmod:desc") return;
        if (NounPhrase.Counts(tree, head)) return;
        var demonym = spans.Find(s => s.Start <= head && head < s.End && s.Bearers.Count > 0 && s.Bearers[0].Use == NameUse.Demonym);
        if (word.Upos == Upos.ADJ && demonym is null) return;
        var (start, end) = NounPhrase.Core(tree, head);
        if (start >= end || start > head || head >= end) return;
        if (spans.Find(s => s.Start < end && end < s.End) is { } cut && cut.Start > start) end = cut.End;
        // "M23 rebels", where the tree does not join the two.
        if (start == head && spans.Find(s => s.End == start && s.Bearers.Count > 0 && s.Bearers[0].Entry.Kind is ActorKind.Group or ActorKind.Country or ActorKind.Body && s.Bearers[0].Use is NameUse.Name or NameUse.Demonym) is { } before
            && (before.Bearers[0].Entry.Kind != ActorKind.Country || before.Bearers[0].Use == NameUse.Demonym) && _scene.Actors.Role(word.Form) is { Default: true } && Words.Adjacent(tree, before.End - 1, head))
        {
            start = before.Start;
            _drafts.RemoveAll(d => d.Sentence == sentence && d.Start == before.Start && d.End == before.End && d.Form == MentionForm.Name && tree[d.Head].Head != head);
            head = NameFinder.HeadOf(tree, start, end);
        }
        for (var i = first; i < _drafts.Count; i++)
        {
            var d = _drafts[i];
            if (d.Form != MentionForm.Name || d.Head != head && !(d.Start <= head && head < d.End)) continue;
            if (d.Kind is EntityKind.Person or EntityKind.Place or EntityKind.Outlet || (d.Start <= start && end <= d.End) || d.Known is not null) return;
        }
        if (PersonInside(first, start, end, head)) return;
        var name = _scene.Text(sentence, start, end);
        if (start == 0 && tree[0].Upos != Upos.PROPN && name.Length > 1 && char.IsLower(name[1]) && !spans.Exists(s => s.Start == 0)) name = char.ToLowerInvariant(name[0]) + name[1..];
        var match = _scene.Actors.Identify(name);
        if (match.Actor is null && match.Role is null && match.Title is null)
        {
            match = match with { Role = _scene.Actors.Role(word.Form), Title = _scene.Actors.Role(word.Form) is null ? _scene.Actors.Title(word.Form) : null };
            if (match.Role is null && match.Title is null) return;
        }
        if (match.Title is { Courtesy: true }) return;
        var named = spans.Exists(s => s.Start >= start && s.End <= end);
        if (!named && Words.NotAlone.Contains(ActorKey.Singular(word.Form.ToLowerInvariant())) && word.Upos != Upos.PROPN) return;
        _drafts.RemoveAll(d => d.Sentence == sentence && d.Form == MentionForm.Name && d.Kind is EntityKind.Actor or EntityKind.Other && d.Head == head && d.Known is null && d.Start >= start && d.End <= end);
        _drafts.Add(new Draft
        {
            Sentence = sentence,
            Start = start,
            End = end,
            NameEnd = end,
            Head = head,
            Name = name,
            Match = match,
            Form = named ? MentionForm.Name : MentionForm.Nominal,
            Definite = Words.IsDefinite(tree, head),
            Plural = Words.IsPlural(word),
            Kind = match.Title is not null && !Words.IsPlural(word) ? EntityKind.Person : EntityKind.Actor,
        });
    }

    // "President X": the name carries the office.
    private bool PersonInside(int first, int start, int end, int head)
    {
        for (var i = first; i < _drafts.Count; i++)
            if (_drafts[i].Kind == EntityKind.Person && _drafts[i].Form == MentionForm.Name && (_drafts[i].Head == head || (_drafts[i].RoleStart >= 0 && _drafts[i].RoleStart <= head && head < _drafts[i].End) || (start <= _drafts[i].Start && _drafts[i].End <= end && _drafts[i].Role is not null))) return true;
        return false;
    }
}
