using OnRecord.Statements;

namespace OnRecord.Views;

/// <summary>How a mode is put into words.</summary>
internal static class Modes
{
    /// <summary>"aims", "aim", "is asked": what stands between who and what.</summary>
    public static string Verb(Mode mode, bool plural) => (mode, plural) switch
    {
        (Mode.Planned, false) => "plans",
        (Mode.Planned, true) => "plan",
        (Mode.Aim, false) => "aims",
        (Mode.Aim, true) => "aim",
        (Mode.Threat, false) => "threatens",
        (Mode.Threat, true) => "threaten",
        (Mode.Pledge, false) => "promises",
        (Mode.Pledge, true) => "promise",
        (Mode.Demand, false) => "is told",
        (Mode.Demand, true) => "are told",
        (Mode.Appeal, false) => "is asked",
        (Mode.Appeal, true) => "are asked",
        (_, false) => "is expected",
        (_, true) => "are expected",
    };

    /// <summary>"Plan", "Promise": for a line that gives the report's words.</summary>
    public static string Noun(Mode mode) => mode switch
    {
        Mode.Planned => "Plan",
        Mode.Aim => "Aim",
        Mode.Threat => "Threat",
        Mode.Pledge => "Promise",
        Mode.Demand => "Demand",
        Mode.Appeal => "Appeal",
        _ => "Forecast",
    };
}
