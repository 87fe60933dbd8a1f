namespace OnRecord.Statements;

/// <summary>The words under which modes, polarities and stances are written in files and on screen.</summary>
public static class Labels
{
    /// <summary>"actual", "planned" …</summary>
    public static string Label(this Mode mode) => mode switch
    {
        Mode.Actual => "actual",
        Mode.Planned => "planned",
        Mode.Aim => "aim",
        Mode.Threat => "threat",
        Mode.Pledge => "pledge",
        Mode.Demand => "demand",
        Mode.Appeal => "appeal",
        Mode.Forecast => "forecast",
        Mode.Possible => "possible",
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    /// <summary>"positive" or "negative".</summary>
    public static string Label(this Polarity polarity) => polarity == Polarity.Negative ? "negative" : "positive";

    /// <summary>"said", "claimed" …; "" where the report speaks in its own voice.</summary>
    public static string Label(this Stance stance) => stance switch
    {
        Stance.None => "",
        Stance.Said => "said",
        Stance.Claimed => "claimed",
        Stance.Reported => "reported",
        Stance.Confirmed => "confirmed",
        Stance.Denied => "denied",
        Stance.Doubted => "doubted",
        _ => throw new ArgumentOutOfRangeException(nameof(stance)),
    };
}
