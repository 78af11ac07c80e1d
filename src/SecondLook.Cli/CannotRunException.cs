namespace SecondLook.Cli;

/// <summary>The command could not run. The message says what, where, and what to do.</summary>
public sealed class CannotRunException(string message) : Exception(message);
