using System.Globalization;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Law;

namespace SecondLook.Tests.Law;

/// <summary>Copies of the embedded law folder in which a test plants a mistake.</summary>
internal static class Folder
{
    public static LawLibrary Law => Elements.Library;

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The line, from 1, on which a text of an embedded file stands.</summary>
    public static int LineOf(string path, string text)
    {
        var file = LawFiles.Embedded().Read(path);
        return file[..file.IndexOf(text, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
    }

    /// <summary>A copy in which one text of one file, which must be there, is another.</summary>
    public static LawFiles With(string path, string text, string planted)
    {
        var files = Copy();
        Assert.Contains(text, files[path], StringComparison.Ordinal);
        var at = files[path].IndexOf(text, StringComparison.Ordinal);
        files[path] = files[path][..at] + planted + files[path][(at + text.Length)..];
        return Files(files);
    }

    /// <summary>A copy with one more file, or with another text for a file.</summary>
    public static LawFiles WithFile(string path, string text)
    {
        var files = Copy();
        files[path] = text;
        return Files(files);
    }

    /// <summary>A copy without one file.</summary>
    public static LawFiles Without(string path)
    {
        var files = Copy();
        Assert.True(files.Remove(path));
        return Files(files);
    }

    private static Dictionary<string, string> Copy()
    {
        var embedded = LawFiles.Embedded();
        return embedded.Paths.ToDictionary(path => path, embedded.Read, StringComparer.Ordinal);
    }

    private static LawFiles Files(Dictionary<string, string> files) =>
        new(files.ToDictionary(f => f.Key, f => new Func<string>(() => f.Value), StringComparer.Ordinal));
}
