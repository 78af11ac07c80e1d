using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Tests.Properties;

/// <summary>
/// Records, and ways to forget, for which the engine is known to guess. Each has its test in Reductions/ReadingTests.cs, with the smallest
/// record that shows it; whoever mends one takes it out here. What is left in the property is what holds today.
/// </summary>
internal static class OpenQuestions
{
    public static bool IsClear(SentencingRecord record) =>
        !PlantsMayMove(record) && !(record.Offense.TotalOffenseLevel > 43) && record.Statutory.Relief != MinimumRelief.Both;

    /// <summary>Leaves out the ways that lead to a known guess.</summary>
    public static Forgetting.Way[] Clear(SentencingRecord record, IEnumerable<Forgetting.Way> ways) =>
        [
            .. ways.Where(way =>
                way.Name switch
                {
                    "sentence.belowRange" => record.Statutory.Relief != MinimumRelief.SubstantialAssistance,
                    "offense.adjustments" => record.CareerOffender.Applied != true && !HasSafetyValveOfItsTime(record),
                    "offense.drugs" => IsOneLineOfTheTable(record),
                    "offense.drugs[0].substance" => false,
                    "offense.drugs[0].grams" or "offense.drugs[0].grams, the upper end" or "offense.drugs[0].grams, both ends" =>
                        !CombinesCocaineBase(record),
                    "offense.drugs[1].grams" or "offense.drugs[1].grams, both ends" => false,
                    "sentencedOn, the day" or "sentencedOn, the month" => false,
                    _ => true,
                }
            ),
        ];

    /// <summary>
    /// A level alone stands for the lines of the table that give it. What only several substances together can do, or one that the table
    /// does not name, is not among its readings.
    /// </summary>
    private static bool IsOneLineOfTheTable(SentencingRecord record) =>
        record.Offense.Drugs is [{ Substance: { } only }]
        && RandomRecords.Law.ManualOn(record.Manual!.Value).Get<DrugQuantityTable>().Terms.LinesOf(only) is not null;

    /// <summary>Amendment 715 compares the level with that of the other substances alone.</summary>
    public static bool CombinesCocaineBase(SentencingRecord record) =>
        record.Offense.Drugs!.Count > 1 && record.Offense.Drugs.Any(d => d.Substance == "cocaine-base");

    /// <summary>Amendment 516: a plant of fifty or more is a tenth of what it was.</summary>
    private static bool PlantsMayMove(SentencingRecord record) => record.Offense.Drugs!.Any(d => d.Substance == "marihuana-plants");

    /// <summary>§2D1.1(b)(4), later (b)(6) and (b)(7), 1995 to 2001: two levels only from level 26 on.</summary>
    private static bool HasSafetyValveOfItsTime(SentencingRecord record) =>
        record.Manual < new DateOnly(2001, 11, 1)
        && record.Offense.Adjustments!.Any(a => a.Rule.StartsWith("2D1.1", StringComparison.Ordinal) && a.Levels < 0);
}
