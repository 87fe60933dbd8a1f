using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Quantities;
using OnRecord.Language.Mentions.Times;
using OnRecord.Language.Parses;
using OnRecord.Statements;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Roles;
using OnRecord.Statements.Triggers;
using OnRecord.Statements.Voices;
using Scene = OnRecord.Statements.Scene;
using TimeReader = OnRecord.Statements.Roles.TimeReader;

namespace OnRecord.Tests.Statements;

/// <summary>
/// An article whose sentences are parsed by hand (see <see cref="ParseText"/>), so that one step of the reader can be looked at alone, by the rules and without weights.
/// Published on Friday 13 August 2021.
/// </summary>
internal sealed class Stage
{
    private static readonly Lazy<ActorIndex> Known = new(() => ActorIndex.Load(Path.Combine(AppContext.BaseDirectory, "data", "actors")).Value!);
    private static readonly Lazy<Codebook> Shipped = new(() => CodebookReader.Read(Path.Combine(AppContext.BaseDirectory, "data", "codebook")).Value!);
    private readonly ImmutableArray<Parse> _parses;
    private Article _article;
    private readonly List<Entity> _entities = [];
    private readonly List<Mention> _mentions = [];
    private ActorIndex? _actors;

    private Stage(Article article, ImmutableArray<Parse> parses) => (_article, _parses) = (article, parses);

    /// <summary>The codebook that ships.</summary>
    public static Codebook Codebook => Shipped.Value;

    public static Stage Of(params string[] sentences)
    {
        var parses = sentences.Select(s => ParseText.Of(s)).ToList();
        var text = string.Join(' ', parses.Select(p => p.Sentence.Text));
        var placed = ImmutableArray.CreateBuilder<Parse>();
        var at = 0;
        foreach (var parse in parses)
        {
            var start = at;
            var tokens = parse.Sentence.Tokens.Select(t => t with { Start = t.Start + start, End = t.End + start }).ToImmutableArray();
            placed.Add(parse with { Sentence = parse.Sentence with { Text = text, Span = new TextSpan(start, start + parse.Sentence.Text.Length), Tokens = tokens } });
            at += parse.Sentence.Text.Length + 1;
        }
        var article = new Article { Id = "stage", Text = text, Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))], Published = new DateOnly(2021, 8, 13) };
        return new Stage(article, placed.ToImmutable());
    }

    /// <summary>Says what the first word of this form names.</summary>
    public Stage Named(string form, EntityKind kind, string? name = null, string? actor = null, string? role = null)
    {
        var (sentence, word) = Find(form);
        _mentions.Add(new Mention(sentence, word, word + 1, word, _parses[sentence].Sentence.Tokens[word].Span, MentionForm.Name, _entities.Count));
        _entities.Add(new Entity { Index = _entities.Count, Kind = kind, Name = name ?? form, Actor = actor, Role = role });
        return this;
    }

    /// <summary>Says that the first pronoun of this form refers to what the other word names.</summary>
    public Stage Referring(string form, string named)
    {
        var (sentence, word) = Find(form);
        var (there, head) = Find(named);
        var entity = _mentions.Find(m => m.Sentence == there && m.Head == head)!.Entity;
        _mentions.Add(new Mention(sentence, word, word + 1, word, _parses[sentence].Sentence.Tokens[word].Span, MentionForm.Pronoun, entity));
        return this;
    }

    /// <summary>Says that a word of a sentence names what the first word of a form names.</summary>
    public Stage AlsoIn(int sentence, int word, string named)
    {
        var (there, head) = Find(named);
        _mentions.Add(new Mention(sentence, word, word + 1, word, _parses[sentence].Sentence.Tokens[word].Span, MentionForm.Name, _mentions.Find(m => m.Sentence == there && m.Head == head)!.Entity));
        return this;
    }

    /// <summary>Under a title.</summary>
    public Stage Titled(string title)
    {
        _article = _article with { Title = title };
        return this;
    }

    /// <summary>With the actor list that ships, and so with its ranks and titles.</summary>
    public Stage WithActors()
    {
        _actors = Known.Value;
        return this;
    }

    /// <summary>The clause of the verb (or adjective) of this form, its words spelt out: "Taliban &gt; Kunduz, in March".</summary>
    public string Verb(string form) => Show(form, (clauses, tree, word) => clauses.OfVerb(tree, word));

    /// <summary>The clause of the event noun of this form.</summary>
    public string Noun(string form) => Show(form, (clauses, tree, word) => clauses.OfNoun(tree, word));

    /// <summary>The verb that carries the event noun of this form.</summary>
    public string Carrier(string form)
    {
        var (sentence, word) = Find(form);
        var tree = Scene().Trees[sentence];
        return tree[new ClauseReader(Codebook).OfNoun(tree, word).Carrier].Form;
    }

    /// <summary>The chain and stance of the trigger of this form: "spokesman &lt; Reuters: Said"; with "not" where it is denied.</summary>
    public string Voice(string form)
    {
        var scene = Scene();
        var voice = new VoiceReader(scene).Of(Candidate(scene, form));
        return $"{string.Join(" < ", voice.Sources.Select(s => s.Role is null ? s.Name : $"{s.Name} ({s.Role})"))}: {voice.Stance}{(voice.Denied ? ", not" : "")}";
    }

    /// <summary>Mode and polarity of the trigger of this form: "Planned", "Actual not".</summary>
    public string Manner(string form)
    {
        var scene = Scene();
        var candidate = Candidate(scene, form);
        var manner = new ModeReader(Codebook).Read(scene, candidate, new VoiceReader(scene).Of(candidate));
        foreach (var cue in manner.Cues) cue.Span.Of(_article.Text).ShouldBe(cue.Why);
        return manner.Mode + (manner.Negative ? " not" : "");
    }

    /// <summary>Whom the word of this form names as participants: "Armenian soldiers; Azerbaijani soldiers".</summary>
    public string Participants(string form)
    {
        var (sentence, word) = Find(form);
        return string.Join("; ", ParticipantReader.Read(Scene(), sentence, word).Select(p => p.Name));
    }

    /// <summary>The side of the fight or the talks of this form that the rest of its sentence gives, where the words themselves give <paramref name="other"/>.</summary>
    public string UnsaidSide(string form, string? other)
    {
        var scene = Scene();
        var candidate = Candidate(scene, form);
        return string.Join("; ", Sides.Unsaid(scene, candidate, other is null ? [] : [.. ParticipantReader.Read(scene, candidate.Sentence, Find(other).Word)]).Select(p => p.Name));
    }

    /// <summary>The quantity of the trigger of this form, counting the words that head its agent and patient: "16..16".</summary>
    public string Amount(string form, string? agent, string? patient)
    {
        var scene = Scene();
        var quantity = AmountReader.Read(scene, Candidate(scene, form), agent is null ? -1 : Find(agent).Word, patient is null ? -1 : Find(patient).Word);
        return quantity is null ? "" : FormattableString.Invariant($"{quantity.Low}..{quantity.High}");
    }

    /// <summary>Time and deadline of the trigger of this form: "2021-08-13..2021-08-13", "by 2021-08-20".</summary>
    public string Time(string form, Mode mode)
    {
        var scene = Scene();
        var (time, deadline) = TimeReader.Read(scene, Candidate(scene, form), mode);
        return (time is null ? "" : $"{time.From:yyyy-MM-dd}..{time.To:yyyy-MM-dd}") + (deadline is null ? "" : $"by {deadline.Day:yyyy-MM-dd}");
    }

    /// <summary>True where the trigger of this form is a cumulative count.</summary>
    public bool Tally(string form, string? patient)
    {
        var scene = Scene();
        var candidate = Candidate(scene, form);
        var voice = new VoiceReader(scene).Of(candidate);
        var manner = new ModeReader(Codebook).Read(scene, candidate, voice);
        var quantity = AmountReader.Read(scene, candidate, -1, patient is null ? -1 : Find(patient).Word);
        return TallyReader.IsTally(scene, candidate, manner, quantity, TimeReader.Read(scene, candidate, manner.Mode).Time, judged: false);
    }

    /// <summary>What the codebook says of the word of this form: "attack, weak clash; taken", or "nothing".</summary>
    public string Proposal(string form)
    {
        var (sentence, word) = Find(form);
        if (new TriggerFinder(Codebook, null, NoVectors).Propose(Scene(), sentence, word) is not { } proposal) return "nothing";
        return $"{string.Join(", ", proposal.Matches.Select(m => (m.Trigger.Weak ? "weak " : "") + m.Trigger.Type).Distinct())}; {(proposal.ByRule ? "taken" : "left")}";
    }

    /// <summary>The type that the weapon of its clause gives the trigger of this form, with the weapon: "shelling by rockets"; "" where none decides.</summary>
    public string ByMeans(string form)
    {
        var scene = Scene();
        var candidate = Candidate(scene, form);
        return Means.Of(scene, candidate) is var (type, weapon) ? $"{type} by {scene.Trees[candidate.Sentence][weapon].Form}" : "";
    }

    /// <summary>The type of the act that the trigger of this form means, where one of type <paramref name="told"/> was told in the first sentence; "" where it means none.</summary>
    public string PointingTo(string form, string told)
    {
        var scene = Scene();
        return PointsBack.To(scene, Candidate(scene, form), [(0, told)]) ?? "";
    }

    /// <summary>The article as the rules look at it.</summary>
    public Scene Scene() => new(_article, _parses, new ArticleMentions
    {
        Entities = [.. _entities],
        Mentions = [.. _mentions.OrderBy(m => m.Span.Start)],
        Times = TimeFinder.Find(_article, _parses),
        Quantities = QuantityFinder.Find(_parses),
    }, Codebook, _actors);

    // What the codebook makes of the word.
    private Candidate Candidate(Scene scene, string form)
    {
        var (sentence, word) = Find(form);
        var proposal = new TriggerFinder(Codebook, null, NoVectors).Propose(scene, sentence, word).ShouldNotBeNull();
        var (trigger, span) = proposal.Matches.Count > 0 ? proposal.Matches[0] : throw new InvalidOperationException($"'{form}' is no trigger here");
        return new Candidate(sentence, word, trigger, Codebook.Types[trigger.Type], proposal.Clause, span, false);
    }

    private static bool NoVectors(string word, Span<float> vector) => false;

    private (int Sentence, int Word) Find(string form)
    {
        for (var s = 0; s < _parses.Length; s++)
            for (var w = 0; w < _parses[s].Words.Length; w++)
                if (_parses[s].Words[w].Form == form) return (s, w);
        throw new ArgumentException($"no word '{form}'");
    }

    private string Show(string form, Func<ClauseReader, Tree, int, Clause> read)
    {
        var (sentence, word) = Find(form);
        var tree = Scene().Trees[sentence];
        var clause = read(new ClauseReader(Codebook), tree, word);
        string Word(int i) => i < 0 ? "?" : tree[i].Form;
        return string.Join(", ", [$"{Word(clause.Subject)} > {Word(clause.Object)}", .. clause.Obliques.Select(o => $"{o.Preposition} {Word(o.Head)}")]);
    }
}
