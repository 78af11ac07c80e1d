using System.Reflection;

namespace SecondLook.Tests.Architecture;

public class EmbeddedLawTests
{
    [Fact]
    public void Every_file_of_the_law_is_embedded_under_its_path_in_the_repository()
    {
        var folder = Path.Combine(Repository.Root, "law");
        string[] files = Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Where(path => path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".csv", StringComparison.Ordinal))
                    .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

        string[] resources = [.. Assembly.Load("SecondLook.Sentencing").GetManifestResourceNames().Order(StringComparer.Ordinal)];

        Expect.None(files.Except(resources, StringComparer.Ordinal), "In the folder but not in the assembly (build again):");
        Expect.None(resources.Except(files, StringComparer.Ordinal), "In the assembly but not in the folder (build again):");
    }
}
