namespace SecondLook.Cli;

/// <summary>What the shell is told.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, and some rows had no answer.</summary>
    public const int DoneWithRejected = 1;

    /// <summary>Could not run.</summary>
    public const int CouldNotRun = 2;
}
