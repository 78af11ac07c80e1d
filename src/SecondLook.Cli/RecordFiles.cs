using SecondLook.Screening.Import;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Law;

namespace SecondLook.Cli;

/// <summary>The files that a command reads, one after the other.</summary>
internal sealed class RecordFiles(IReadOnlyList<string> paths, ImportOptions options, Surroundings surroundings)
{
    private readonly List<string> notes = [];

    /// <summary>What the files are, and what is to be said of them as a whole; complete once all rows were read.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>How the records of a law are read.</summary>
    public static ImportOptions Options(LawLibrary law) => new() { Substances = Elements.Substances(law) };

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
}
