using SecondLook.Sentencing;
using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Chapter4;

/// <summary>Chapter Four: the cases stand in CriminalHistory.cases.md.</summary>
public class CriminalHistoryTests
{
    private const string Cases = "Chapter4/CriminalHistory.cases.md";

    [Fact]
    public void Points_have_the_category_that_the_sentencing_table_prints_over_its_columns() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "points", "category"),
            row => row.Whole("category"),
            row => Editions.Manual(new(2016, 11, 1)).Get<CriminalHistoryCategories>().Terms.Of(row.Whole("points"))
        );

    [Fact]
    public void Amendment_821_leaves_one_status_point_from_seven_other_points_on_and_none_below() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "edition", "points", "status", "recency", "amended"),
            row => (CategoryOf(row.Whole("amended")), row.Whole("points") == row.Whole("amended") ? "" : row["amended"]),
            row =>
            {
                var determination = Determine(
                    Record(row.Day("edition")) with
                    {
                        CriminalHistory = new()
                        {
                            Points = row.Whole("points"),
                            StatusPoints = row.Whole("status"),
                            RecencyPoints = row.Whole("recency"),
                            Category = CategoryOf(row.Whole("points")),
                            ZeroPointExclusions = [],
                        },
                    }
                );
                var effect = determination.Effects.SingleOrDefault(e => e.Amendment == "821A");
                return (determination.Amended!.Category!.Value, effect?.To ?? "");
            }
        );

    [Theory]
    [InlineData(0, false, -2)]
    [InlineData(0, true, 0)]
    [InlineData(1, false, 0)]
    public void A_person_without_points_and_without_an_exclusion_is_two_levels_lower(int points, bool excluded, int levels)
    {
        var determination = Determine(
            Record(new(2018, 11, 1)) with
            {
                CriminalHistory = new()
                {
                    Points = points,
                    StatusPoints = 0,
                    Category = 1,
                    ZeroPointExclusions = excluded ? ["(7)"] : [],
                },
            }
        );

        Assert.Equal(levels, determination.Amended!.TotalOffenseLevel - determination.Original.TotalOffenseLevel);
    }

    [Fact]
    public void All_points_from_status_points_are_none_under_821_and_reach_4C1_1()
    {
        var determination = Determine(
            Record(new(2018, 11, 1)) with
            {
                CriminalHistory = new()
                {
                    Points = 2,
                    StatusPoints = 2,
                    Category = 2,
                    ZeroPointExclusions = [],
                },
            }
        );

        Assert.Equal((1, 28), (determination.Amended!.Category, determination.Amended.TotalOffenseLevel));
    }

    [Fact]
    public void The_career_offender_level_follows_the_statutory_maximum() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "maximum", "level"),
            row => row.Whole("level"),
            row =>
            {
                var maximum = row.Term("maximum");
                return Editions
                    .Manual(new(2016, 11, 1))
                    .Get<CareerOffenderLevels>()
                    .Terms.Rows.First(r =>
                        r.MaximumAtLeast is not { } least ? maximum.IsLife
                        : r.Exceeding ? maximum.Value > least
                        : maximum.Value >= least
                    )
                    .Level;
            }
        );

    /// <summary>§4B1.1(b): it "shall apply" only where it "is greater than the offense level otherwise applicable", before acceptance.</summary>
    [Theory]
    [InlineData(30, 34, 31)]
    [InlineData(34, 34, 31)]
    [InlineData(36, 34, 33)]
    public void The_career_offender_level_controls_only_where_it_is_greater(int level, int career, int total)
    {
        var manual = Editions.Manual(new(2013, 11, 1));
        var court = CourtAdjustments.Of([new Adjustment("3E1.1", -3)], manual);

        Assert.Equal(total, LevelCalculation.Add(new Found<int>(level, null), true, court, career, 0, manual).Total.Value);
    }

    /// <summary>§4B1.1(b): "in every case under this subsection shall be Category VI", so that 821, Part A, never helps there.</summary>
    [Fact]
    public void A_career_offender_stays_in_category_VI_whatever_becomes_of_the_status_points()
    {
        var determination = Determine(
            Record(new(2018, 11, 1)) with
            {
                CriminalHistory = new()
                {
                    Points = 4,
                    StatusPoints = 2,
                    Category = 6,
                    ZeroPointExclusions = [],
                },
                CareerOffender = new() { Applied = true, OffenseLevel = 34 },
            }
        );

        Assert.Equal((6, Outcome.Ineligible), (determination.Amended!.Category, determination.Outcome));
    }

    private static int CategoryOf(int points) =>
        CaseTable.Of(Cases, "points", "category").Where(row => row.Whole("points") <= points).Max(row => row.Whole("category"));

    /// <summary>A record of a fraud, so that nothing but the criminal history can move.</summary>
    private static SentencingRecord Record(DateOnly edition) =>
        new()
        {
            Id = "history",
            Manual = edition,
            Offense = new()
            {
                Guideline = "2B1.1",
                BaseOffenseLevelFrom = BaseLevelSource.OtherGuideline,
                BaseOffenseLevel = 30,
                TotalOffenseLevel = 30,
                Adjustments = [],
            },
            CareerOffender = new() { Applied = false },
            Statutory = new()
            {
                Minimum = default(Months),
                Maximum = Months.Life,
                Relief = MinimumRelief.None,
            },
        };

    private static Determination Determine(SentencingRecord record) =>
        SentenceReduction.Determine(record, new(null, PartialDate.On(new(2024, 6, 1)), KeepFindings: false), Editions.Law);
}
