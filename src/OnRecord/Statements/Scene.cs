using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Parses;
using OnRecord.Statements.Casting;
using OnRecord.Statements.Clauses;
using OnRecord.Statements.Coding;
using OnRecord.Statements.Roles;

namespace OnRecord.Statements;

/// <summary>An article as the rules look at it: its trees and its mentions, found by sentence and word.</summary>
internal sealed class Scene
{
    private readonly Dictionary<(int, int), Mention> _mentions = [];
    private readonly Dictionary<(int, int), QuantityMention> _counts = [];
    private readonly Dictionary<(int, int), float[]> _states = [];
    private readonly Dictionary<(int, int, int), (string Path, int Steps)> _ways = [];

    private Claimants? _claimants;
    private EntityTable? _entities;

    private Standings? _standings;
    private Stations? _stations, _provinces;

    public Scene(Article article, ImmutableArray<Parse> parses, ArticleMentions mentions, Codebook codebook, ActorIndex? actors)
    {
        parses = [.. parses.Select(p => TreeRepair.Mend(p, codebook))];
        (Article, Parses, Mentions, Codebook, Actors) = (article, parses, mentions, codebook, actors);
        Trees = [.. parses.Select(p => new Tree(p))];
        Paragraphs = [.. Breaks(article, parses)];
        foreach (var mention in mentions.Mentions) _mentions.TryAdd((mention.Sentence, mention.Head), mention);
        foreach (var quantity in mentions.Quantities)
        {
            if (quantity.Counted >= 0) _counts.TryAdd((quantity.Sentence, quantity.Counted), quantity);
            _counts.TryAdd((quantity.Sentence, quantity.Head), quantity);
        }
    }

    public Article Article { get; }

    public ImmutableArray<Parse> Parses { get; }

    public ImmutableArray<Tree> Trees { get; }

    /// <summary>The paragraph in which each sentence stands, counted from 0.</summary>
    public ImmutableArray<int> Paragraphs { get; }

    public ArticleMentions Mentions { get; }

    public Codebook Codebook { get; }

    public ActorIndex? Actors { get; }

    private static IEnumerable<int> Breaks(Article article, ImmutableArray<Parse> parses)
    {
        var paragraph = 0;
        for (var i = 0; i < parses.Length; i++)
        {
            if (i > 0 && article.Text.AsSpan(parses[i - 1].Sentence.Span.Start, parses[i].Sentence.Span.Start - parses[i - 1].Sentence.Span.Start).Contains('\n')) paragraph++;
            yield return paragraph;
        }
    }

    public Mention? MentionAt(int sentence, int word) => _mentions.GetValueOrDefault((sentence, word));

    public Entity? EntityAt(int sentence, int word) => MentionAt(sentence, word) is { } m ? Mentions.Entities[m.Entity] : null;

    /// <summary>What the rankers made of words, kept while the article is read.</summary>
    public Dictionary<(RankModel, float[]), float[]> Seen { get; } = [];

    /// <summary>The links that the judge's network gave the words of sentences, word by word.</summary>
    public Dictionary<int, float[]> Links { get; } = [];

    /// <summary>What the judge's network makes of each word of the sentences read, nothing of words that are not proposed.</summary>
    public Dictionary<int, float[][]> Scores { get; } = [];

    /// <summary>What the judge's network makes of a word, if anything.</summary>
    public float[] ScoresOf(int sentence, int word) => Scores.TryGetValue(sentence, out var read) ? read[word] : [];

    /// <summary>The article's entities as features ask for them.</summary>
    public EntityTable Entities => _entities ??= new EntityTable(Mentions);

    /// <summary>Who claims acts or is blamed for them.</summary>
    public Claimants Claimants => _claimants ??= new Claimants(this);

    /// <summary>The towns, villages and spots through which the report goes.</summary>
    public Stations Stations => _stations ??= new Stations(this, provinces: false);

    /// <summary>The provinces through which it goes.</summary>
    public Stations Provinces => _provinces ??= new Stations(this, provinces: true);

    /// <summary>How the names of places stand in their sentences.</summary>
    public Standings Standings => _standings ??= new Standings(this);

    /// <summary>The way between two words of a sentence, as <see cref="Paths"/> writes it.</summary>
    public (string Path, int Steps) Way(int sentence, int from, int to)
    {
        if (!_ways.TryGetValue((sentence, from, to), out var way)) way = _ways[(sentence, from, to)] = Paths.Between(Trees[sentence], from, to);
        return way;
    }

    /// <summary>What the encoder made of the word; empty where that was not kept.</summary>
    public float[] StateOf(int sentence, int word)
    {
        if (Parses[sentence].States is not { } states) return [];
        if (!_states.TryGetValue((sentence, word), out var state)) states.Read(word, state = _states[(sentence, word)] = new float[states.Width]);
        return state;
    }

    /// <summary>The number that counts the word, or that the word itself is.</summary>
    public QuantityMention? CountOf(int sentence, int word) => _counts.GetValueOrDefault((sentence, word));

    /// <summary>True where the word heads a time expression.</summary>
    public bool IsTime(int sentence, int word)
    {
        foreach (var time in Mentions.Times)
            if (time.Sentence == sentence && time.Start <= word && word < time.End) return true;
        return false;
    }

    /// <summary>The range of the text that words <paramref name="start"/> to <paramref name="end"/> (exclusive) cover.</summary>
    public TextSpan SpanOf(int sentence, int start, int end)
    {
        var tokens = Parses[sentence].Sentence.Tokens;
        return new TextSpan(tokens[start].Start, tokens[end - 1].End);
    }

    /// <summary>The place that the word names, if it names one.</summary>
    public Place? PlaceAt(int sentence, int word) => EntityAt(sentence, word)?.Place;

    // "the whole of Afghanistan", "most of the city": what is meant is what it is a part of.
    private int Whole(int sentence, int word)
    {
        var tree = Trees[sentence];
        if (!Codebook.InList("part", tree[word].Lemma.ToLowerInvariant())) return word;
        foreach (var child in tree.Children(word))
            if (tree.Is(child, "nmod") && ClauseReader.Preposition(tree, child) == "of") return child;
        return word;
    }

    /// <summary>True where the word can be of one of the classes; pronouns without a known referent can be of any.</summary>
    public bool IsOf(int sentence, int word, ImmutableArray<string> classes)
    {
        if (classes.IsEmpty) return true;
        word = Whole(sentence, word);
        var token = Trees[sentence][word];
        var entity = EntityAt(sentence, word);
        if (entity is not null)
        {
            if (classes.Contains("place") && (entity.Place is not null || entity.Kind == EntityKind.Place)) return true;
            if (classes.Contains("person") && entity.Kind == EntityKind.Person) return true;
            if (classes.Contains("actor") && (entity.Actor is not null || entity.Kind is EntityKind.Actor or EntityKind.Person)) return true;
        }
        else if (token.Upos == Upos.PRON)
        {
            var lemma = token.Lemma.ToLowerInvariant();
            // "We attacked": no aircraft speaks.
            return lemma is "it" or "they" or "this" or "that" or "which" or "all" or "both" || classes.Contains("person") || classes.Contains("actor") || classes.Contains("force") || lemma == "we" && (classes.Contains("office") || classes.Contains("body"));
        }
        if (token.Upos is Upos.NUM or Upos.ADJ or Upos.DET) return classes.Contains("person") && CountOf(sentence, word) is { Unit: "" or "people" };
        foreach (var of in Codebook.Classes.TryGetValue(token.Lemma.ToLowerInvariant(), out var found) ? found : [])
            if (classes.Contains(of) || of == "force" && classes.Contains("actor")) return true;
        return entity is null && token.Upos == Upos.PROPN && (classes.Contains("actor") || classes.Contains("person") || classes.Contains("place"));
    }
}
