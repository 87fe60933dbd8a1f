using OnRecord.Statements.Judging;

namespace OnRecord.Lab.Judging;

/// <summary>How the shipped judge is trained.</summary>
internal static class JudgeRecipe
{
    /// <summary>How often who acts in a gold document is learned for each time that it is of a further annotation.</summary>
    public const int GoldWeight = 3;

    /// <summary>How fast gold documents move weights of their own in the choice of places, in which the further annotations go their own ways.</summary>
    public const float OwnPlaces = 0.02f;

    public static JudgeTrainer Triggers(WordVectors vectors, int runs) => new(vectors, new JudgeOptions(Buckets: 1 << 18, Rate: 0.03f, Passes: 20, Dropout: 0.5f, States: true, Runs: runs, Least: 3));

    public static JudgeTrainer Modes(WordVectors vectors, int runs) => new(vectors, new JudgeOptions(Buckets: 1 << 16, Units: 16, Passes: 20, States: true, Runs: runs));

    public static RankTrainer Ranks(WordVectors vectors, int runs) => new(vectors, new RankOptions(Buckets: 1 << 20, Least: 2, Runs: runs));
}
