using System.Collections.Immutable;
using OnRecord.Language.Sentences;

namespace OnRecord.Language.Parses;

/// <summary>Universal part-of-speech tags (universaldependencies.org/u/pos).</summary>
public enum Upos : byte
{
#pragma warning disable CS1591 // the names are the standard's own
    ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X,
#pragma warning restore CS1591
}

/// <summary>One word of a parse: its lemma, tags, and its place in the tree.</summary>
/// <param name="Form">The characters as they stand in the text.</param>
/// <param name="Lemma">The dictionary form.</param>
/// <param name="Upos">The universal part of speech.</param>
/// <param name="Xpos">The English (Penn Treebank) tag.</param>
/// <param name="Feats">Features in CoNLL-U form ("Number=Plur"), "_" where there are none.</param>
/// <param name="Head">The index of the head word in the sentence, -1 for the root.</param>
/// <param name="Relation">The relation to the head, with its subtype ("nsubj:pass").</param>
public readonly record struct Word(string Form, string Lemma, Upos Upos, string Xpos, string Feats, int Head, string Relation);

/// <summary>The kinds of names that the language core tells apart.</summary>
public enum NameKind : byte
{
    /// <summary>A person.</summary>
    Person,
    /// <summary>An organisation, armed group, institution or outlet.</summary>
    Organisation,
    /// <summary>A place, geopolitical entity or facility.</summary>
    Location,
    /// <summary>A nationality or other name that is none of the others.</summary>
    Other,
}

/// <summary>A name as a half-open range of words.</summary>
public readonly record struct Name(int Start, int End, NameKind Kind);

/// <summary>A sentence with its dependency tree (Universal Dependencies) and names.</summary>
public sealed record Parse
{
    /// <summary>The sentence parsed.</summary>
    public required Sentence Sentence { get; init; }

    /// <summary>One entry for each of the sentence's tokens, in order; the heads form one tree with one root.</summary>
    public required ImmutableArray<Word> Words { get; init; }

    /// <summary>Names in order, without overlap.</summary>
    public required ImmutableArray<Name> Names { get; init; }

    /// <summary>The encoder's states of the words, where the parser was asked to keep them.</summary>
    public WordStates? States { get; init; }
}
