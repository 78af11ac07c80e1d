using System.Globalization;
using System.Text.RegularExpressions;

namespace SecondLook.Screening.Import.Commission;

/// <summary>
/// The part of SAS in which the Commission describes its datafiles: <c>INFILE name LRECL=n;</c> and
/// <c>INPUT NAME $ 1-5 NAME 6-9 .2 @10 NAME MMDDYY8. ... ;</c>, with comments of both kinds anywhere.
/// </summary>
internal static partial class SasProgram
{
    public static DataProgram Read(string name, string text)
    {
        var code = StatementComment().Replace(BlockComment().Replace(text, " "), ";");
        var length = RecordLength().Match(code);
        if (!length.Success)
        {
            throw new ImportException(
                $"{name} gives no LRECL in its INFILE statement, so the length of a line is not known. Write LRECL=, with the length, before its semicolon."
            );
        }

        var input = Input().Match(code);
        if (!input.Success)
        {
            throw new ImportException(
                $"{name} has no INPUT statement that ends with a semicolon, so the places of the fields are not known. Give the program that came with the data."
            );
        }

        var file = FileName().Match(code);
        return new(
            name,
            file.Success ? DataProgram.FileNameOf(file.Groups["path"].Value) : null,
            int.Parse(length.Groups["length"].ValueSpan, CultureInfo.InvariantCulture),
            new InputStatement(name, input.Groups["fields"].Value).Read()
        );
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex BlockComment();

    [GeneratedRegex(@"(?<=^|;)\s*\*[^;]*;", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex StatementComment();

    [GeneratedRegex(@"\bLRECL\s*=\s*(?<length>[0-9]{1,7})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RecordLength();

    [GeneratedRegex(@"\bINPUT\b(?<fields>[^;]*);", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Input();

    [GeneratedRegex(
        @"\b(FILENAME\s+\w+|INFILE)\s+['""](?<path>[^'""]+)['""]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex FileName();
}

/// <summary>The fields of an INPUT statement, word by word.</summary>
internal sealed partial class InputStatement(string program, string text)
{
    private readonly List<DataField> fields = [];
    private readonly string[] words = Words(text);
    private int at;
    private int pointer;

    public List<DataField> Read()
    {
        while (at < words.Length)
        {
            var word = words[at++];
            if (word[0] is '@' or '+' && int.TryParse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            {
                pointer = word[0] == '@' ? place - 1 : pointer + place;
            }
            else if (FieldName().IsMatch(word))
            {
                ReadField(word);
            }
            else
            {
                throw new ImportException(
                    $"{program}: `{word}` in the INPUT statement, after {(fields.Count == 0 ? "its beginning" : fields[^1].Name)}, is not a field, a column or a format. Only fields in fixed columns of one line are read."
                );
            }
        }

        return fields;
    }

    private void ReadField(string name)
    {
        if (at < words.Length && words[at] == "$")
        {
            at++;
        }

        if (at < words.Length && Columns().Match(words[at]) is { Success: true } columns)
        {
            at++;
            var first = Number(columns.Groups["first"]);
            var last = columns.Groups["last"].Success ? Number(columns.Groups["last"]) : first;
            Add(name, first - 1, last - first + 1, Decimals());
        }
        else if (at < words.Length && Format().Match(words[at]) is { Success: true } format)
        {
            at++;
            Add(
                name,
                pointer,
                Number(format.Groups["width"]),
                format.Groups["decimals"] is { Success: true, Length: > 0 } decimals ? Number(decimals) : 0
            );
        }
        else
        {
            throw new ImportException(
                $"{program}: the INPUT statement does not say in which columns {name} stands. Only fields in fixed columns are read."
            );
        }
    }

    private void Add(string name, int start, int length, int decimals)
    {
        fields.Add(new(name, start, length, decimals));
        pointer = start + length;
    }

    /// <summary>Decimals after columns: <c>.2</c>.</summary>
    private int Decimals() =>
        at < words.Length
        && words[at].Length > 1
        && words[at][0] == '.'
        && int.TryParse(words[at].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var decimals)
            ? Skip(decimals)
            : 0;

    private int Skip(int value)
    {
        at++;
        return value;
    }

    private int Number(Group digits) =>
        int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ImportException($"{program}: {digits.Value} is too large for a column. Give the program that came with the data.");

    /// <summary>The words, with <c>1 - 5</c> and <c>@ 10</c> put together.</summary>
    private static string[] Words(string text) =>
        [
            .. Blanks()
                .Split(Apart().Replace(text, "${dash}"))
                .Where(word => word.Length > 0)
                .SelectMany(word =>
                    word.Length > 1 && word[0] == '$' && char.IsAsciiDigit(word[1]) && !word.Contains('.')
                        ? ["$", word[1..]]
                        : new[] { word }
                ),
        ];

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex FieldName();

    [GeneratedRegex(@"^(?<first>[0-9]+)(-(?<last>[0-9]+))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Columns();

    [GeneratedRegex(@"^\$?[A-Za-z_]*(?<width>[0-9]+)\.(?<decimals>[0-9]*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Format();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*(?<dash>-)\s*|(?<=@)\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Apart();
}
