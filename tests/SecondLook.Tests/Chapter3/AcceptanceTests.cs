using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Tests.Chapter3;

/// <summary>§3E1.1: the cases stand in Acceptance.cases.md.</summary>
public class AcceptanceTests
{
    [Fact]
    public void The_third_level_asks_for_level_16_before_acceptance() =>
        CaseTable.Check(
            CaseTable.Of("Chapter3/Acceptance.cases.md", "edition", "level", "acceptance", "total"),
            row => row.Whole("total"),
            row =>
            {
                var manual = Editions.Manual(row.Day("edition"));
                Adjustment[] acceptance = row.Whole("acceptance") == 0 ? [] : [new("3E1.1", row.Whole("acceptance"))];
                return LevelCalculation
                    .Add(new Found<int>(row.Whole("level"), null), false, CourtAdjustments.Of(acceptance, manual), null, 0, manual)
                    .Total.Value;
            }
        );
}
