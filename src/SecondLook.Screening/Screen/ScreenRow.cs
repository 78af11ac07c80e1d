using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Screening.Screen;

/// <summary>One row of a table of determinations: what CSV, Parquet and Excel files hold, in the order of their columns.</summary>
public sealed record ScreenRow(
    string Id,
    string Amendments,
    string OrderDate,
    string Outcome,
    string? Reason,
    int? OriginalLevel,
    string? OriginalCategory,
    Months? OriginalMin,
    Months? OriginalMax,
    int? AmendedLevel,
    string? AmendedCategory,
    Months? AmendedMin,
    Months? AmendedMax,
    Months? LowestTerm,
    string? LowestTermBasis,
    string? Missing,
    string? Assumptions
)
{
    /// <summary>What stands for life where a column holds numbers only, as in the Commission's own files.</summary>
    public const int LifeAsNumber = 9996;

    /// <summary>The names of the columns.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "id",
        "amendments",
        "order_date",
        "outcome",
        "reason",
        "original_level",
        "original_category",
        "original_min",
        "original_max",
        "amended_level",
        "amended_category",
        "amended_min",
        "amended_max",
        "lowest_term",
        "lowest_term_basis",
        "missing",
        "assumptions",
    ];

    /// <summary>The row of a determination; several amendments, facts or assumptions are separated by <c>; </c>.</summary>
    public static ScreenRow Of(Determination determination) =>
        new(
            determination.Id,
            Joined(determination.Amendments) ?? "",
            determination.OrderDate.ToString(),
            DeterminationNames.Of(determination.Outcome),
            determination.Reason is { } reason ? DeterminationNames.Of(reason.Code) : null,
            determination.Original.TotalOffenseLevel,
            CategoryOf(determination.Original),
            determination.Original.Range?.Min,
            determination.Original.Range?.Max,
            determination.Amended?.TotalOffenseLevel,
            CategoryOf(determination.Amended),
            determination.Amended?.Range?.Min,
            determination.Amended?.Range?.Max,
            determination.LowestTerm?.Months,
            determination.LowestTerm is { } lowest ? DeterminationNames.Of(lowest.Basis) : null,
            Joined([.. determination.Missing.Select(missing => missing.Fact)]),
            Joined(determination.Assumptions)
        );

    /// <summary>A term as a number of months; life is <see cref="LifeAsNumber"/>.</summary>
    public static int? Number(Months? term) => term is { } known ? (known.IsLife ? LifeAsNumber : known.Value) : null;

    private static string? CategoryOf(Computation? computation) =>
        computation?.Category is { } category ? DeterminationNames.Category(category) : null;

    private static string? Joined(IReadOnlyList<string> items) => items.Count == 0 ? null : string.Join("; ", items);
}

/// <summary>Rows of a table, for outputs that take rows as they are.</summary>
internal sealed class RowsPage(Action<IReadOnlyList<ScreenRow>> append) : OutputPage
{
    private readonly List<ScreenRow> rows = [];

    public override void Add(Determination determination) => rows.Add(ScreenRow.Of(determination));

    public override void Append() => append(rows);
}
