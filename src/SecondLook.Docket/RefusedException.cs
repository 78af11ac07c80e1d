namespace SecondLook.Docket;

/// <summary>A rule of the house forbids the act; nothing was stored. The message says what, why, and what to do.</summary>
public sealed class RefusedException(string message) : Exception(message)
{
    /// <summary>True where the act is done once the question that the message asks is answered, as for a term that the computation does not reach.</summary>
    public bool AsksForAnswer { get; init; }
}

/// <summary>Somebody else acted on the case first; nothing was stored. The message says what to do.</summary>
public sealed class OvertakenException(string message, Exception? cause = null) : Exception(message, cause);

internal static class Refuse
{
    /// <summary>Refuses unless a condition holds.</summary>
    public static void Unless(bool holds, string message)
    {
        if (!holds)
        {
            throw new RefusedException(message);
        }
    }

    /// <summary>Refuses where a text that people must give is missing.</summary>
    public static void Blank(string? text, string message) => Unless(!string.IsNullOrWhiteSpace(text), message);
}
