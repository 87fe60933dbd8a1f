using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Statements;

namespace OnRecord;

/// <summary>Finds the statements of an article; safe to call from many threads, and the same article gives the same statements.</summary>
public interface IReader
{
    /// <summary>The statements in text order.</summary>
    ImmutableArray<Statement> Read(Article article);
}
