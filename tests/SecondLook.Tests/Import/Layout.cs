using System.Globalization;
using System.Text.RegularExpressions;

namespace SecondLook.Tests.Import;

/// <summary>The fields of a SAS program, found in another way than the importer finds them.</summary>
internal static partial class Layout
{
    public static List<(string Name, int First, int Last)> Fields(string program)
    {
        var begin = program.IndexOf("INPUT", StringComparison.Ordinal);
        var input = program[(begin + "INPUT".Length)..program.IndexOf(';', begin)];
        return
        [
            .. Field()
                .Matches(input)
                .Select(match =>
                    (
                        match.Groups["name"].Value,
                        Number(match.Groups["first"]),
                        Number(match.Groups["last"].Success ? match.Groups["last"] : match.Groups["first"])
                    )
                ),
        ];
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<name>[A-Z_][A-Z0-9_]*)\s+(\$\s+)?(?<first>\d+)(-(?<last>\d+))?(?=\s|$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Field();
}
