using System.Globalization;

namespace SecondLook.Screening.Screen;

/// <summary>
/// A file that appears whole or not at all: it is written beside its target under another name and takes the target's place at the end.
/// A run that stops half way leaves the old file, or none.
/// </summary>
public sealed class ReplacedFile : IDisposable
{
    private readonly string target;
    private readonly string temporary;
    private bool kept;

    /// <summary>Opens the temporary file.</summary>
    /// <exception cref="IOException">The folder is not there, or nothing may be written in it.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing may be written in the folder.</exception>
    public ReplacedFile(string target)
    {
        this.target = Path.GetFullPath(target);
        temporary = Path.Combine(
            Path.GetDirectoryName(this.target)!,
            string.Create(CultureInfo.InvariantCulture, $".{Path.GetFileName(this.target)}.{Environment.ProcessId}.tmp")
        );
        Stream = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16);
    }

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    /// <summary>Puts the file in its target's place.</summary>
    public void Keep()
    {
        Stream.Dispose();
        File.Move(temporary, target, overwrite: true);
        kept = true;
    }

    /// <summary>Removes the temporary file unless it was kept.</summary>
    public void Dispose()
    {
        if (!kept)
        {
            Stream.Dispose();
            File.Delete(temporary);
        }
    }
}
