namespace SecondLook.Screening.Import.Commission;

/// <summary>Where a field stands in a line of a fixed-width file.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Start">The first byte, from zero.</param>
/// <param name="Length">How many bytes it takes.</param>
/// <param name="Decimals">How many of its digits stand behind a decimal point that is not written; zero for most.</param>
internal readonly record struct DataField(string Name, int Start, int Length, int Decimals);

/// <summary>What a SAS or SPSS program says about the file of data it reads.</summary>
/// <param name="Name">The name of the program.</param>
/// <param name="DataFile">The name of the data file in it, without directories; null where it gives none.</param>
/// <param name="RecordLength">The length of a line in bytes.</param>
/// <param name="Fields">The fields in the order of the program.</param>
internal sealed record DataProgram(string Name, string? DataFile, int RecordLength, IReadOnlyList<DataField> Fields)
{
    /// <summary>Reads a program, told by the ending of its name.</summary>
    /// <exception cref="ImportException">It does not describe a file of fixed width; the message says what is missing.</exception>
    public static DataProgram Read(string name, string text)
    {
        var program = name.EndsWith(".sps", StringComparison.OrdinalIgnoreCase)
            ? SpssProgram.Read(name, text)
            : SasProgram.Read(name, text);
        if (program.Fields.Count == 0)
        {
            throw new ImportException($"{name} names no fields. Give the program that came with the data.");
        }

        foreach (var field in program.Fields)
        {
            if (field.Start < 0 || field.Length < 1 || field.Start + field.Length > program.RecordLength)
            {
                throw new ImportException(
                    $"{name}: {field.Name} stands in columns {field.Start + 1} to {field.Start + field.Length}, outside the record length of {program.RecordLength}. "
                        + "Give the program that came with the data."
                );
            }
        }

        return program;
    }

    /// <summary>The last part of a path as Windows or Unix writes it.</summary>
    public static string FileNameOf(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
