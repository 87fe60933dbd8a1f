namespace OnRecord.Cli;

/// <summary>What the command hands back to the shell; docs/reference/exit-codes.md explains each.</summary>
internal static class ExitCodes
{
    /// <summary>Done; what was skipped on the way has been said.</summary>
    public const int Done = 0;

    /// <summary>Nothing could be done with what was given.</summary>
    public const int Nothing = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>OnRecord's own data or models are missing or faulty.</summary>
    public const int Data = 3;

    /// <summary>The record cannot be opened, read or written.</summary>
    public const int Record = 4;

    /// <summary>A mistake in OnRecord itself.</summary>
    public const int Internal = 5;

    /// <summary>Stopped by Ctrl-C; what was recorded before stays.</summary>
    public const int Stopped = 130;
}
