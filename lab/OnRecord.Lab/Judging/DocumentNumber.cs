namespace OnRecord.Lab.Judging;

/// <summary>Which document an example comes from; only those of the gold files are ever held out to measure on, further annotations always train.</summary>
internal readonly record struct DocumentNumber(int Number, bool Gold)
{
    /// <summary>False for examples that are learned besides those of the document itself, and never measured on.</summary>
    public bool Measured { get; init; } = true;

    /// <summary>True where part <paramref name="fold"/> of <paramref name="folds"/> is measured on it.</summary>
    public bool HeldOut(int fold, int folds) => Gold && Number % folds == fold;
}
