namespace SecondLook.Tests.Screening;

/// <summary>A folder of one test, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("secondlook-").FullName;

    public string File(string name) => Path.Combine(path, name);

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    /// <summary>Copies a folder's files into this one.</summary>
    public void CopyFrom(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = File(Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }
    }

    /// <summary>The names of the files, those that begin with a dot included.</summary>
    public IEnumerable<string> Names =>
        Directory
            .EnumerateFiles(path, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None })
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)!;

    public void Dispose() => Directory.Delete(path, recursive: true);
}
