namespace SecondLook.Screening.Import;

/// <summary>A file that cannot be read at all. The message names the file, says what is wrong and what to do.</summary>
/// <param name="message">The whole of it, for the person who gave the file.</param>
/// <param name="inner">What failed, where something did.</param>
public class ImportException(string message, Exception? inner = null) : Exception(message, inner);
