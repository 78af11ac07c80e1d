using System.Diagnostics;
using System.Globalization;

namespace SecondLook.Tests.Architecture;

/// <summary>The repository these tests were built from, found by walking up to SecondLook.slnx.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The hand-written C# files under one folder, as paths from the root with forward slashes.</summary>
    public static IReadOnlyList<string> CSharpFiles(string folder)
    {
        var full = Path.Combine(Root, folder);
        return Directory.Exists(full)
            ? [.. Directory.EnumerateFiles(full, "*.cs", SearchOption.AllDirectories).Select(Relative).Where(IsOurs)]
            : [];
    }

    /// <summary>Every file git tracks, or would track if it were added; every file outside build folders where there is no git.</summary>
    public static IReadOnlyList<string> TrackedFiles()
    {
        if (!Path.Exists(Path.Combine(Root, ".git")))
        {
            return [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(Relative).Where(IsOurs)];
        }

        var start = new ProcessStartInfo("git", ["-C", Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"git ls-files ended with exit code {git.ExitCode}."));
        return
        [
            .. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct().Where(path => File.Exists(Path.Combine(Root, path))),
        ];
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static bool IsOurs(string path) => !path.Split('/').Any(part => part is "bin" or "obj" or ".git" or "node_modules");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SecondLook.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException(
            $"No folder above {AppContext.BaseDirectory} holds SecondLook.slnx. Run the tests from a checkout of the repository."
        );
    }
}
