using System.ComponentModel;
using System.Diagnostics;

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

    /// <summary>Every file git tracks, or would track if it were added; every file outside build folders where git does not answer.</summary>
    public static IReadOnlyList<string> TrackedFiles() =>
        FilesKnownToGit() ?? [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(Relative).Where(IsOurs)];

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    private static string[]? FilesKnownToGit()
    {
        var start = new ProcessStartInfo("git", ["-C", Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            RedirectStandardOutput = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            var paths = output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
            return git.ExitCode == 0
                ? [.. paths.Distinct(StringComparer.Ordinal).Where(path => File.Exists(Path.Combine(Root, path)))]
                : null;
        }
        catch (Win32Exception)
        {
            return null; // git is not installed
        }
    }

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
