namespace SecondLook.Tests.Architecture;

internal static class Expect
{
    /// <summary>Fails with every line that was found, in full, under a sentence that says what to do about them.</summary>
    public static void None(IEnumerable<string> found, string whatToDo)
    {
        string[] lines = [.. found.Distinct(StringComparer.Ordinal)];
        Assert.True(lines.Length == 0, $"{whatToDo}\n  {string.Join("\n  ", lines)}");
    }
}
