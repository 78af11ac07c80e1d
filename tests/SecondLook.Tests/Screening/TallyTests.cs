using SecondLook.Screening.Screen;
using SecondLook.Sentencing.Findings;
using SecondLook.Tests.Findings;

namespace SecondLook.Tests.Screening;

public class TallyTests
{
    [Fact]
    public void Every_record_counts_under_one_outcome()
    {
        var tally = new Tally();
        foreach (
            var determination in (Determination[])
                [Specimens.Eligible(), Specimens.Ineligible(), Specimens.Undetermined(), Specimens.Ineligible()]
        )
        {
            tally.Count(determination);
        }

        tally.CountRejected();

        Assert.Equal(4, tally.Determined);
        Assert.Equal([1, 2, 1], Enum.GetValues<Outcome>().Select(tally.Of));
        Assert.Equal([(ReasonCode.CareerOffender, 2L)], tally.Reasons);
        Assert.Equal([("offense.drugs[].grams", 1L)], tally.Missing);
        Assert.Equal(1, tally.Rejected);
    }

    [Fact]
    public void Tallies_add_up()
    {
        var (one, other) = (new Tally(), new Tally());
        one.Count(Specimens.Eligible());
        other.Count(Specimens.Undetermined());
        other.Count(Specimens.Ineligible());
        other.CountRejected();

        one.Add(other);

        Assert.Equal((3, 1), (one.Determined, one.Rejected));
        Assert.Equal([1, 1, 1], Enum.GetValues<Outcome>().Select(one.Of));
        Assert.Single(one.Missing);
    }
}
