using SecondLook.Screening.Import;
using SecondLook.Screening.Import.Crosswalks;
using SecondLook.Sentencing.Law;

namespace SecondLook.Web.Imports;

/// <summary>What a file is taken for, and its first rows.</summary>
/// <param name="Description">What it is taken for; null where nobody has said what its columns mean.</param>
/// <param name="Columns">The columns of a table whose meaning has to be said; empty otherwise.</param>
/// <param name="Chosen">What each column is taken for.</param>
/// <param name="Rows">The first rows.</param>
/// <param name="Problem">Why it cannot be read; null where it can.</param>
public sealed record ImportPreview(
    string? Description,
    IReadOnlyList<string> Columns,
    IReadOnlyDictionary<string, string> Chosen,
    IReadOnlyList<ImportedRow> Rows,
    string? Problem
)
{
    private const int Shown = 10;

    /// <summary>True where somebody says that the columns name every adjustment that the court applied.</summary>
    public bool EveryAdjustment { get; init; }

    /// <summary>True where a column is taken for an adjustment.</summary>
    public bool HasAdjustments => Chosen.Values.Any(path => path.StartsWith("offense.adjustments[", StringComparison.Ordinal));

    /// <summary>The crosswalk; null where the file needs none.</summary>
    public string? Map => Columns.Count == 0 ? null : CrosswalkGuess.Yaml(Chosen, EveryAdjustment);

    /// <summary>Looks at the start of a file.</summary>
    /// <param name="open">Opens the file anew.</param>
    /// <param name="name">Its name.</param>
    /// <param name="chosen">What the columns mean; null to guess.</param>
    /// <param name="everyAdjustment">True where the columns name every adjustment that the court applied.</param>
    /// <param name="law">The law.</param>
    public static ImportPreview Of(
        Func<Stream> open,
        string name,
        IReadOnlyDictionary<string, string>? chosen,
        bool everyAdjustment,
        LawLibrary law
    )
    {
        try
        {
            return Read(open, name, null, [], everyAdjustment, law);
        }
        catch (UnknownColumnsException unknown)
        {
            var columns = unknown.Columns;
            var map = chosen is null
                ? CrosswalkGuess.Of(columns)
                : chosen
                    .Where(c => columns.Contains(c.Key, StringComparer.Ordinal) && c.Value.Length > 0)
                    .ToDictionary(StringComparer.Ordinal);
            if (map.Count == 0)
            {
                return new(null, columns, map, [], null);
            }

            try
            {
                return Read(open, name, map, columns, everyAdjustment, law);
            }
            catch (ImportException problem)
            {
                return new(null, columns, map, [], problem.Message);
            }
        }
        catch (ImportException problem)
        {
            return new(null, [], new Dictionary<string, string>(StringComparer.Ordinal), [], problem.Message);
        }
    }

    private static ImportPreview Read(
        Func<Stream> open,
        string name,
        IReadOnlyDictionary<string, string>? map,
        IReadOnlyList<string> columns,
        bool everyAdjustment,
        LawLibrary law
    )
    {
        using var importer = Importer.Open(
            open(),
            name,
            RunImports.Reading(law, map is null ? null : CrosswalkGuess.Yaml(map, everyAdjustment))
        );
        var rows = importer.Rows().Take(Shown).ToList();
        return new(importer.Description, columns, map ?? new Dictionary<string, string>(StringComparer.Ordinal), rows, null)
        {
            EveryAdjustment = everyAdjustment,
        };
    }
}
