using System.Collections.Immutable;
using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// §4B1.1: whether career offender status was applied, and at which level. The category of a career offender "in every case ... shall be
/// Category VI" (§4B1.1(b)): where nobody mentions it, a category from I to V that the court found excludes it, and it is tried at VI and where
/// the category is not recorded, whatever the points, unless these are too few for two convictions. Where it was applied, its level is that of
/// the statutory maximum; without one it is presumed to control.
/// </summary>
internal static class CareerReadings
{
    private const string Fact = "careerOffender.applied";

    private static readonly (bool Applied, int? Level, Choice[] Choices)[] NotApplied = [(false, null, [])];

    /// <summary>Status, level (null where it is not known and presumed to control), and the choice each reading stands for.</summary>
    public static (bool Applied, int? Level, Choice[] Choices)[] Of(SentencingRecord record, LawStages stages, bool adjustmentsKnown)
    {
        var career = record.CareerOffender;
        if (career.OffenseLevel is { } level)
        {
            return [(true, level, [])];
        }

        if (career.Applied is { } applied)
        {
            return !applied ? NotApplied
                : record.Statutory.Maximum is null ? [(true, null, [])]
                : [.. PossibleLevels(record, stages, adjustmentsKnown).Select(l => (true, l, Array.Empty<Choice>()))];
        }

        var terms = stages.Original.Get<CareerOffenderLevels>().Terms;
        if (
            record.CriminalHistory.Category is { } category
                ? category != terms.Category
                : record.CriminalHistory.Points < FewestPoints(stages.Original)
        )
        {
            return NotApplied;
        }

        return
        [
            (false, null, [new(Fact, "no")]),
            .. PossibleLevels(record, stages, adjustmentsKnown).Select(l => (true, l, new Choice[] { new(Fact, "yes") })),
        ];
    }

    /// <summary>§4B1.2(c): the fewest points of two prior convictions whose sentences are "counted separately" under §4A1.1(a), (b) or (c).</summary>
    public static int FewestPoints(Manual manual) =>
        manual.Get<CareerOffenderLevels>().Terms.PriorConvictions * manual.Get<PriorSentencePoints>().Terms.Other;

    /// <summary>
    /// The totals where the career offender level is known and the adjustments are not: it controls where it gives the total, and where it
    /// does not control it is a level below which the amended one cannot fall (§4B1.1(b)).
    /// </summary>
    public static IReadOnlyList<(ImmutableArray<int> Totals, string? What)> WithLevel(
        IEnumerable<(ImmutableArray<int> Totals, string? What)> otherwise,
        int total,
        int careerLevel,
        LawStages stages
    )
    {
        var terms = stages.Original.Get<Chapter3.AcceptanceOfResponsibility>().Terms;
        var lumped = otherwise.ToList();
        var found = new List<(ImmutableArray<int> Totals, string? What)>();
        foreach (var acceptance in new[] { 0, terms.Levels, terms.Levels + terms.Additional }.Distinct())
        {
            if (total == careerLevel + acceptance)
            {
                Add([.. stages.Manuals.Select(_ => total)], "the career offender level controls");
            }

            if (total - acceptance >= careerLevel)
            {
                foreach (var (totals, what) in lumped)
                {
                    Add(
                        [.. totals.Select(t => Math.Max(t, careerLevel + acceptance))],
                        $"acceptance of {acceptance}; {what ?? "nothing else takes up the change"}"
                    );
                }
            }
        }

        return found.Count switch
        {
            0 => [([.. stages.Manuals.Select(_ => total)], null)],
            1 => [(found[0].Totals, null)],
            _ => found,
        };

        void Add(ImmutableArray<int> totals, string what)
        {
            if (!found.Exists(f => f.Totals.SequenceEqual(totals)))
            {
                found.Add((totals, what));
            }
        }
    }

    /// <summary>The level of the offense statutory maximum; every row where it is not known.</summary>
    private static IEnumerable<int?> PossibleLevels(SentencingRecord record, LawStages stages, bool adjustmentsKnown)
    {
        if (!adjustmentsKnown)
        {
            return [null];
        }

        var rows = stages.Original.Get<CareerOffenderLevels>().Terms.Rows;
        return record.Statutory.Maximum is not { } maximum
            ? rows.Select(r => (int?)r.Level)
            : rows.Where(r => Reaches(r, maximum)).Take(1).Select(r => (int?)r.Level);
    }

    /// <summary>The level of an offense statutory maximum; null where no row has it.</summary>
    public static int? LevelOf(IReadOnlyList<CareerOffenderRow> rows, Months maximum) =>
        rows.FirstOrDefault(r => Reaches(r, maximum))?.Level;

    private static bool Reaches(CareerOffenderRow row, Months maximum) =>
        row.MaximumAtLeast is not { } least ? maximum.IsLife
        : row.Exceeding ? maximum.Value > least
        : maximum.Value >= least;
}
