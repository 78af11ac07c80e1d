using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>The computation of one reading at one stage of the law.</summary>
/// <param name="Stage">The stage: zero is the Manual used.</param>
/// <param name="Levels">The levels up to the total before §4C1.1.</param>
/// <param name="Total">The total as added up, §4C1.1 and what the court's total adds included.</param>
/// <param name="Category">The category, 1 to 6.</param>
/// <param name="Points">All points; null where they play no part.</param>
/// <param name="Table">The range of the sentencing table.</param>
/// <param name="Range">The range after §5G1.1.</param>
internal sealed record StageRange(int Stage, Levels Levels, int Total, int Category, int? Points, MonthRange Table, MonthRange Range)
{
    /// <summary>The computation of a reading at a stage, with §5G1.1 applied.</summary>
    public static StageRange Of(Reading reading, int stage)
    {
        var levels = reading.Level.Stages[stage];
        var history = reading.History.Stages[stage];
        var total = levels.Total.Value + reading.Level.Residual + history.ZeroPoint;
        var table = reading.Law.Manuals[stage].Get<SentencingTable>().Terms.Range(total, history.Category);
        var range = SingleCount.Restrict(table, reading.Limits.Binding, reading.Limits.Maximum);
        return new(stage, levels, total, history.Category, history.Points, table, range);
    }

    /// <summary>The range of the sentencing table of a reading at a stage.</summary>
    public static MonthRange TableOf(Reading reading, int stage)
    {
        var history = reading.History.Stages[stage];
        var total = reading.Level.Stages[stage].Total.Value + reading.Level.Residual + history.ZeroPoint;
        return reading.Law.Manuals[stage].Get<SentencingTable>().Terms.Range(total, history.Category);
    }

    /// <summary>True where an end falls and none rises.</summary>
    public static bool Falls(MonthRange before, MonthRange after) => after != before && after.Min <= before.Min && after.Max <= before.Max;

    /// <summary>
    /// §1B1.10(a)(2)(B): the range of the table falls, and of the applicable range the minimum falls or, where that stays, the maximum.
    /// Only without §5G1.1 can the maximum rise meanwhile (§1B1.10(c)); what the statute allows at most still bounds the term.
    /// </summary>
    /// <param name="before">The range last determined.</param>
    /// <param name="after">The amended computation.</param>
    /// <param name="applicable">The amended range that applies, with §5G1.1 or without it.</param>
    public static bool Lowered(StageRange before, StageRange after, MonthRange applicable) =>
        Falls(before.Table, after.Table)
        && (applicable.Min < before.Range.Min || (applicable.Min == before.Range.Min && applicable.Max < before.Range.Max));

    /// <summary>As a determination shows it.</summary>
    public Computation ToComputation() => ToComputation(Range);

    /// <summary>As a determination shows it, with the range that applies.</summary>
    public Computation ToComputation(MonthRange applicable) =>
        new()
        {
            DrugQuantityLevel = Levels.Quantity,
            BaseOffenseLevel = Levels.Base,
            TotalOffenseLevel = Total,
            Category = Category,
            TableRange = Table,
            Range = applicable,
        };
}
