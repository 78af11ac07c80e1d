using System.Reflection;

namespace SecondLook.Sentencing.Law;

/// <summary>
/// The files of a law folder by their paths, such as <c>law/amendments/782.yaml</c>. Whoever has a folder on disk passes its files in; the
/// folder of this release is embedded in the assembly.
/// </summary>
/// <param name="files">A path and, when it is needed, the text.</param>
/// <param name="checkedAlready">
/// True where every file passed the checks before; terms are then read when they are first needed, which makes a short start.
/// </param>
public sealed class LawFiles(IReadOnlyDictionary<string, Func<string>> files, bool checkedAlready = false)
{
    private const string Root = "law/";

    /// <summary>True where every file passed the checks before.</summary>
    public bool CheckedAlready => checkedAlready;

    /// <summary>The paths, in ordinal order.</summary>
    public IReadOnlyList<string> Paths { get; } = [.. files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The files that are embedded in this assembly. The tests of a release check them.</summary>
    public static LawFiles Embedded()
    {
        var assembly = typeof(LawFiles).Assembly;
        var files = new Dictionary<string, Func<string>>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.StartsWith(Root, StringComparison.Ordinal))
            {
                files[name] = () => Text(assembly, name);
            }
        }

        return new(files, checkedAlready: true);
    }

    /// <summary>The text of one file.</summary>
    /// <exception cref="LawException">There is no such file.</exception>
    public string Read(string path) =>
        files.TryGetValue(path, out var read) ? read() : throw new LawException("the law folder has no such file.", path);

    /// <summary>True where the folder has the file.</summary>
    public bool Has(string path) => files.ContainsKey(path);

    /// <summary>The path of a file that another one names, beside it in the same folder.</summary>
    internal static string Beside(string path, string name) => path[..(path.LastIndexOf('/') + 1)] + name;

    private static string Text(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
