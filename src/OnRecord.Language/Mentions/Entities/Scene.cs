using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions.Actors;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Parses;

namespace OnRecord.Language.Mentions.Entities;

/// <summary>An article under reading: its trees and what is known to look names up in.</summary>
internal sealed class Scene
{
    public Scene(Article article, ImmutableArray<Parse> parses, ActorIndex actors, Gazetteer? gazetteer)
    {
        Article = article;
        Actors = actors;
        Gazetteer = gazetteer;
        Trees = [.. parses.Select(p => new Tree(Sound(p)))];
    }

    public Article Article { get; }

    public ActorIndex Actors { get; }

    public Gazetteer? Gazetteer { get; }

    public ImmutableArray<Tree> Trees { get; }

    /// <summary>The range of the text that words [start, end) of a sentence cover.</summary>
    public TextSpan Span(int sentence, int start, int end)
    {
        var tokens = Trees[sentence].Parse.Sentence.Tokens;
        return new TextSpan(tokens[start].Start, tokens[end - 1].End);
    }

    /// <summary>The text of words [start, end), white space made single.</summary>
    public string Text(int sentence, int start, int end) =>
        string.Join(' ', Span(sentence, start, end).Of(Trees[sentence].Parse.Sentence.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Whoever hands in a parse that is no tree gets a flat one read, not an exception.
    private static Parse Sound(Parse parse)
    {
        var n = Math.Min(parse.Words.Length, parse.Sentence.Tokens.Length);
        var reached = 0;
        if (n == parse.Words.Length && n > 0 && parse.Words.Count(w => w.Head < 0) == 1 && parse.Words.All(w => w.Head < n))
            for (var i = 0; i < n; i++)
            {
                var at = i;
                for (var steps = 0; at >= 0 && steps <= n; steps++) at = parse.Words[at].Head;
                if (at < 0) reached++;
            }
        var names = parse.Names.Any(x => x.Start < 0 || x.End > n || x.Start >= x.End) ? [] : parse.Names;
        if (reached == n && n == parse.Words.Length) return parse with { Names = names };
        return parse with { Names = names, Words = [.. parse.Words.Take(n).Select((w, i) => w with { Head = i == 0 ? -1 : 0, Relation = i == 0 ? "root" : "dep" })] };
    }
}
