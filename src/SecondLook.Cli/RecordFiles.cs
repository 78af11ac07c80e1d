using System.CommandLine;
using SecondLook.Screening.Import;
using SecondLook.Screening.Import.Crosswalks;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Law;

namespace SecondLook.Cli;

/// <summary>The files that a command reads, one after the other.</summary>
internal sealed class RecordFiles(IReadOnlyList<string> paths, ImportOptions options, Surroundings surroundings)
{
    private readonly List<string> notes = [];

    /// <summary>What the files are, and what is to be said of them as a whole; complete once all rows were read.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>The argument of a verb that reads several files.</summary>
    public static Argument<string[]> Several() =>
        Checked(
            new Argument<string[]>("FILE")
            {
                Description =
                    "Files or folders of records: .json, .jsonl, .csv, .xlsx, .parquet, the Commission's zip; - is standard input.",
                Arity = ArgumentArity.OneOrMore,
            }
        );

    /// <summary>The argument of a verb that reads one file.</summary>
    public static Argument<string> One() =>
        Checked(new Argument<string>("FILE") { Description = "The file or folder that holds the records; - is standard input." });

    /// <summary>How the records of a law are read.</summary>
    /// <param name="law">The law, for the names of the substances.</param>
    /// <param name="map">The file that says which column is which fact; null for the Commission's own columns.</param>
    /// <param name="blockSize">Bytes that are read, determined and written as one piece, see <see cref="ImportOptions.BlockSize"/>.</param>
    public static ImportOptions Options(LawLibrary law, string? map = null, int blockSize = 1 << 19) =>
        new()
        {
            Substances = Elements.Substances(law),
            Map = map is null ? null : Crosswalk.Load(map),
            BlockSize = blockSize,
        };

    /// <summary>The option for tables that are not the Commission's.</summary>
    public static Option<string?> MapOption() =>
        new("--map")
        {
            Description = "For tables that are not the Commission's: a YAML file that says which column is which fact.",
            HelpName = "FILE",
        };

    /// <summary>All rows in batches, in the order of the files.</summary>
    public IEnumerable<Func<IReadOnlyList<ImportedRow>>> Batches()
    {
        foreach (var path in paths)
        {
            using var importer = Importer.Open(path, options, surroundings.Input);
            foreach (var batch in importer.Batches())
            {
                yield return batch.Read;
            }

            notes.AddRange(importer.Notes.Select(note => $"{path}: {note}"));
        }
    }

    /// <summary>All rows, in order.</summary>
    public IEnumerable<ImportedRow> Rows() => Batches().SelectMany(read => read());

    /// <summary>An option that nobody knows would otherwise pass for the name of a file.</summary>
    private static TArgument Checked<TArgument>(TArgument argument)
        where TArgument : Argument
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)))
            {
                result.AddError($"`{token.Value}` is no option of this command.");
            }
        });
        return argument;
    }
}
