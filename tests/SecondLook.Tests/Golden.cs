using SecondLook.Tests.Architecture;

namespace SecondLook.Tests;

/// <summary>
/// Compares text with a file kept beside the tests. Where they differ, what was received is written next to it, so that the two can be
/// read side by side; with <c>SECONDLOOK_GOLDEN=accept</c> in the environment it is taken over instead.
/// </summary>
internal static class Golden
{
    public static void Matches(string path, string text)
    {
        var kept = Path.Combine(Repository.Root, "tests/SecondLook.Tests", path);
        var received = Path.ChangeExtension(kept, $".received{Path.GetExtension(kept)}");
        if (Environment.GetEnvironmentVariable("SECONDLOOK_GOLDEN") == "accept")
        {
            File.WriteAllText(kept, text);
        }

        var expected = File.Exists(kept) ? File.ReadAllText(kept) : "";
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{path} and {Path.GetFileName(received)} beside it differ. Read both; to take it over, set SECONDLOOK_GOLDEN=accept.");
    }
}
