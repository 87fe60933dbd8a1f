using System.Collections.Immutable;
using OnRecord.Language.Sentences;

namespace OnRecord.Language.Parses;

/// <summary>Makes trees from sentences; safe to call from many threads, and the same sentences give the same parses.</summary>
public interface IParser
{
    /// <summary>Parses the sentences, in order, one parse each, and with <paramref name="keepStates"/> keeps what the encoder made of each word in <see cref="Parses.Parse.States"/>.</summary>
    ImmutableArray<Parse> Parse(IReadOnlyList<Sentence> sentences, bool keepStates = false);
}
