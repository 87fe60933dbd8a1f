namespace OnRecord.Language.Sentences;

/// <summary>What the white space before a word is.</summary>
internal enum Gap : byte
{
    /// <summary>None: the word stands close to the one before.</summary>
    None,
    /// <summary>Space within a line, or a line break that only wraps.</summary>
    Space,
    /// <summary>A line break that its author set.</summary>
    Line,
}

/// <summary>How a word that ends in its own full stop abbreviates.</summary>
internal enum Abbreviation : byte
{
    None,
    /// <summary>What must be followed by more: a title ("Gen."), a number ("No.").</summary>
    Title,
    /// <summary>One capital ("J.").</summary>
    Initial,
    /// <summary>Letters with a stop each ("U.S.", "a.m.").</summary>
    Dotted,
    /// <summary>What may as well end a sentence ("Inc.", "etc.", "Aug.").</summary>
    Other,
}

/// <summary>A word as it was cut, before sentences are known.</summary>
internal readonly record struct Piece(int Start, int End, bool Continues, Gap Gap, Abbreviation Abbreviation)
{
    public int Length => End - Start;
}
