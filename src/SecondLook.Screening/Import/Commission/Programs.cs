namespace SecondLook.Screening.Import.Commission;

/// <summary>The programs that lie beside data files, and which of them describes which file.</summary>
internal sealed class Programs(IReadOnlyList<(string Name, Func<string> Read)> found)
{
    /// <summary>True for the names of programs that describe data.</summary>
    public static bool IsProgram(string name) =>
        name.EndsWith(".sas", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".sps", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the names of data that a program describes.</summary>
    public static bool IsData(string name) => name.EndsWith(".dat", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The program for a data file: the one that names it, or has its name, or the only one there is; SAS before SPSS. Where one cannot
    /// be read the next is tried.
    /// </summary>
    /// <exception cref="ImportException">None describes it; the message says why each does not.</exception>
    public DataProgram For(string dataFile, int dataFiles)
    {
        var problems = new List<string>();
        var fits = new List<(int Rank, DataProgram Program)>();
        foreach (var (name, read) in found.OrderBy(program => program.Name, StringComparer.OrdinalIgnoreCase))
        {
            try
            {
                var program = DataProgram.Read(name, read());
                fits.Add((Rank(program, dataFile), program));
            }
            catch (ImportException problem)
            {
                problems.Add(problem.Message);
            }
        }

        var named = fits.Where(fit => fit.Rank > 0).OrderByDescending(fit => fit.Rank).Select(fit => fit.Program).FirstOrDefault();
        if (named is not null)
        {
            return named;
        }

        if (dataFiles == 1 && fits.Count > 0)
        {
            return fits[0].Program;
        }

        throw new ImportException(
            problems.Count > 0
                ? $"{dataFile} cannot be read: {string.Join(' ', problems)}"
                : $"{dataFile} comes without the SAS or SPSS program that says where its fields stand. Put the .sas or .sps file of the same year beside it."
        );
    }

    private static int Rank(DataProgram program, string dataFile) =>
        string.Equals(program.DataFile, dataFile, StringComparison.OrdinalIgnoreCase) ? 2
        : string.Equals(Stem(program.Name), Stem(dataFile), StringComparison.OrdinalIgnoreCase) ? 1
        : 0;

    private static string Stem(string name) => Path.GetFileNameWithoutExtension(name);
}
