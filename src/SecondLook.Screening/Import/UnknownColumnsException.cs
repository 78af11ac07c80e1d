namespace SecondLook.Screening.Import;

/// <summary>A table whose columns nobody has said the meaning of.</summary>
/// <param name="message">The whole of it, for the person who gave the file.</param>
/// <param name="columns">The names of its columns.</param>
public sealed class UnknownColumnsException(string message, IReadOnlyList<string> columns) : ImportException(message)
{
    /// <summary>The names of its columns.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;
}
