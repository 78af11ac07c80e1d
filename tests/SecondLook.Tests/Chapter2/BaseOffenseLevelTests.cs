using System.Globalization;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Tests.Chapter2;

/// <summary>§2D1.1(a)(5) and (b): the cases stand in BaseOffenseLevels.cases.md.</summary>
public class BaseOffenseLevelTests
{
    private const string Cases = "Chapter2/BaseOffenseLevels.cases.md";

    [Fact]
    public void A_mitigating_role_caps_the_level_of_the_table_and_is_taken_off_besides() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "edition", "table level", "role", "base"),
            row => (row.Whole("base"), row.Whole("base") + row.Whole("role")),
            row =>
            {
                Adjustment[] role = row.Whole("role") == 0 ? [] : [new(row.Whole("role") < 0 ? "3B1.2" : "3B1.1", row.Whole("role"))];
                var levels = Add(row.Day("edition"), row.Whole("table level"), role);
                return (levels.Base!.Value, levels.Total.Value);
            }
        );

    [Fact]
    public void A_floor_raises_the_level_that_the_characteristics_before_it_gave() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "edition", "base", "adjustments", "level"),
            row => row.Whole("level"),
            row =>
                Add(
                    row.Day("edition"),
                    row.Whole("base"),
                    [
                        .. row.Words("adjustments")
                            .Select(a => a.Split(':'))
                            .Select(a => new Adjustment(
                                a[0],
                                int.Parse(a[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
                            )),
                    ]
                ).Adjusted!.Value
        );

    private static Levels Add(DateOnly edition, int level, IReadOnlyList<Adjustment> adjustments)
    {
        var manual = Editions.Manual(edition);
        return LevelCalculation.Add(new Found<int>(level, null), true, CourtAdjustments.Of(adjustments, manual), null, 0, manual);
    }
}
