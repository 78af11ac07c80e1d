using CsCheck;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Procedure;

namespace SecondLook.Tests.Procedure;

public class DeadlineTests
{
    private const string Cases = "Procedure/Deadlines.cases.md";

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 6000].Select(new DateOnly(2009, 12, 1).AddDays);

    [Fact]
    public void A_period_ends_where_Rule_45_says() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "event", "days", "service", "last day"),
            row => row.Day("last day"),
            row => Deadlines.After(row.Day("event"), row.Whole("days"), ServiceOf(row["service"]), "the court", Editions.Law).Due
        );

    [Fact]
    public void The_time_to_appeal_runs_from_the_later_of_the_order_and_the_other_sides_notice() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "who", "entered", "other side's notice"),
            row => row.Day("last day"),
            row =>
                Deadlines
                    .ToAppeal(
                        row["who"] == "government" ? Actor.Government : Actor.Defendant,
                        row.Day("entered"),
                        row.Has("other side's notice") ? row.Day("other side's notice") : null,
                        Editions.Law
                    )
                    .Due
        );

    [Fact]
    public void A_holiday_of_the_state_or_one_declared_for_the_occasion_moves_the_last_day()
    {
        var eve = new DateOnly(2018, 12, 24); // a Monday that the President gave to the executive branch
        var due = Deadlines.After(new DateOnly(2018, 12, 10), 14, ServedBy.InPerson, "the court", Editions.Law, eve);

        Assert.Equal(new DateOnly(2018, 12, 26), due.Due);
    }

    [Fact]
    public void A_last_day_is_a_day_on_which_the_court_is_open_and_never_before_the_period_is_over() =>
        Gen.Select(Days, Gen.Int[1, 90], Gen.Enum<ServedBy>())
            .Sample(
                (trigger, days, service) =>
                {
                    var last = Deadlines.After(trigger, days, service, "the court", Editions.Law).Due;
                    Assert.True(last.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
                    Assert.InRange(last.DayNumber - trigger.DayNumber, days, days + 3 + 8);
                }
            );

    [Fact]
    public void A_day_more_never_ends_a_period_earlier() =>
        Gen.Select(Days, Gen.Int[1, 90], Gen.Enum<ServedBy>())
            .Sample(
                (trigger, days, service) =>
                    Assert.True(
                        Deadlines.After(trigger, days, service, "", Editions.Law).Due
                            <= Deadlines.After(trigger, days + 1, service, "", Editions.Law).Due
                    )
            );

    [Fact]
    public void A_deadline_under_the_rules_before_December_2009_is_refused_with_the_reason()
    {
        var failure = Assert.Throws<LawException>(() => Deadlines.ToAppeal(Actor.Defendant, new DateOnly(2008, 3, 3), null, Editions.Law));

        Assert.Contains("10 days", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void South_Dakota_has_its_clerk_docket_letters_and_a_district_without_a_keyed_order_leaves_it_to_the_court()
    {
        var orders = Editions.Law.On<GeneralOrders>(new DateOnly(2024, 2, 1))!.Terms;

        Assert.True(orders.Of("SD", ["821A"])!.ClerkDocketsLetters);
        Assert.Null(orders.Of("SD", ["782"]));
        Assert.Null(orders.Of("TNE", ["821A"]));
    }

    private static ServedBy ServiceOf(string name) =>
        Enum.Parse<ServedBy>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
