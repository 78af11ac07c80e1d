using System.Globalization;
using System.Text.RegularExpressions;

namespace SecondLook.Screening.Import.Commission;

/// <summary>
/// The part of SPSS in which the Commission describes its datafiles: <c>FILE HANDLE DATA / NAME="..." LRECL=n .</c> and
/// <c>DATA LIST FILE=DATA/ NAME 1-5 (A) NAME 6-9 (2) ... .</c>, with lines of comment.
/// </summary>
internal static partial class SpssProgram
{
    public static DataProgram Read(string name, string text)
    {
        var code = Comment().Replace(text, "");
        var length = RecordLength().Match(code);
        if (!length.Success)
        {
            throw new ImportException(
                $"{name} gives no LRECL in its FILE HANDLE command, so the length of a line is not known. Write LRECL=, with the length, before its period."
            );
        }

        var list = DataList().Match(code);
        if (!list.Success)
        {
            throw new ImportException(
                $"{name} has no DATA LIST command that ends with a period, so the places of the fields are not known. Give the program that came with the data."
            );
        }

        var file = FileName().Match(code);
        return new(
            name,
            file.Success ? DataProgram.FileNameOf(file.Groups["path"].Value) : null,
            int.Parse(length.Groups["length"].ValueSpan, CultureInfo.InvariantCulture),
            Fields(name, list.Groups["fields"].Value)
        );
    }

    private static List<DataField> Fields(string program, string text)
    {
        var fields = new List<DataField>();
        var at = 0;
        while (Blanks().Match(text, at) is { Success: true } blanks && (at = blanks.Index + blanks.Length) < text.Length)
        {
            var field = Field().Match(text, at);
            if (!field.Success)
            {
                throw new ImportException(
                    $"{program}: `{text.AsSpan(at, Math.Min(30, text.Length - at)).ToString().ReplaceLineEndings(" ")}` in the DATA LIST command is not a field in fixed columns of one line."
                );
            }

            var first = int.Parse(field.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
            var last = field.Groups["last"].Success ? int.Parse(field.Groups["last"].ValueSpan, CultureInfo.InvariantCulture) : first;
            var decimals = field.Groups["decimals"].Success
                ? int.Parse(field.Groups["decimals"].ValueSpan, CultureInfo.InvariantCulture)
                : 0;
            fields.Add(new(field.Groups["name"].Value, first - 1, last - first + 1, decimals));
            at = field.Index + field.Length;
        }

        return fields;
    }

    [GeneratedRegex(
        @"(?<=^|\n)[ \t]*(/\*[^\n]*|\*[^\n]*?\.[ \t\r]*(?=\n|$))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bLRECL\s*=\s*(?<length>[0-9]{1,7})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RecordLength();

    [GeneratedRegex(
        @"\bDATA\s+LIST\b[^/]*/[ \t]*([0-9]+\s)?(?<fields>.*?)\.[ \t\r]*(\n|$)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DataList();

    [GeneratedRegex(
        @"\bNAME\s*=\s*['""](?<path>[^'""]+)['""]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex FileName();

    [GeneratedRegex(
        @"\G(?<name>[A-Za-z_@#$][A-Za-z0-9_@#$]*)\s+(?<first>[0-9]{1,7})(\s*-\s*(?<last>[0-9]{1,7}))?(\s*\(\s*([A-Za-z]+[0-9.]*(\s*,\s*[0-9]+)?|(?<decimals>[0-9]{1,2}))\s*\))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Field();

    [GeneratedRegex(@"\G\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
