using OnRecord.Statements.Judging;

namespace OnRecord.Statements.Casting;

/// <summary>Scores one option among several by hashed features; shape: one weight a bucket.</summary>
internal sealed record RankModel(float[] Weights)
{
    /// <summary>The sum of the weights of what holds of the option.</summary>
    public float Score(Features features)
    {
        var score = 0f;
        foreach (var hash in features.Hashes) score += Weights[hash % (uint)Weights.Length];
        return score;
    }
}
