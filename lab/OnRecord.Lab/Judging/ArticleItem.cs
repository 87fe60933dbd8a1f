using OnRecord.Statements.Casting;

namespace OnRecord.Lab.Judging;

/// <summary>An annotated article as the judge's network learns it: its sentences, and whom and where its statements' words are to be linked to.</summary>
internal sealed record ArticleItem(SentenceItem[] Sentences, LinkItem[] Links, DocumentNumber Document)
{
    /// <summary>How many words.</summary>
    public int Count { get; } = Sentences.Sum(s => s.Count);
}

/// <summary>A statement's word and the options for one field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Sentence">The word's sentence.</param>
/// <param name="Word">The word.</param>
/// <param name="Type">The number of the statement's type among those of the signs.</param>
/// <param name="Options">Of each option where its words stand.</param>
/// <param name="Right">Which options are right.</param>
internal sealed record LinkItem(CastField Field, int Sentence, int Word, int Type, OptionWord[][] Options, bool[] Right);
