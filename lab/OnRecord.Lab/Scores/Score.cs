namespace OnRecord.Lab.Scores;

/// <summary>How many there are in the gold standard and in the system's answer, and how many of these agree.</summary>
internal readonly record struct Score(string Name, int Gold, int System, int Correct)
{
    public double Precision => System == 0 ? 0 : 100.0 * Correct / System;
    public double Recall => Gold == 0 ? 0 : 100.0 * Correct / Gold;
    public double F1 => Gold + System == 0 ? 0 : 200.0 * Correct / (Gold + System);
}
