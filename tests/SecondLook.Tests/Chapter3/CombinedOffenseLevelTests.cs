using System.Globalization;
using SecondLook.Sentencing.Chapter3;

namespace SecondLook.Tests.Chapter3;

/// <summary>§3D1.4: the cases stand in CombinedOffenseLevel.cases.md.</summary>
public class CombinedOffenseLevelTests
{
    [Fact]
    public void Groups_count_by_their_distance_from_the_highest_and_units_add_levels() =>
        CaseTable.Check(
            CaseTable.Of("Chapter3/CombinedOffenseLevel.cases.md", "edition", "group", "others", "units", "combined"),
            row => (row.Number("units"), row.Whole("combined")),
            row =>
            {
                var rule = Editions.Manual(row.Day("edition")).Get<CombinedOffenseLevel>().Terms;
                int[] others = [.. row.Words("others").Select(o => int.Parse(o, CultureInfo.InvariantCulture))];
                var highest = others.Append(row.Whole("group")).Max();
                return (others.Append(row.Whole("group")).Sum(l => rule.UnitsOf(l, highest)), rule.Of(row.Whole("group"), others));
            }
        );
}
