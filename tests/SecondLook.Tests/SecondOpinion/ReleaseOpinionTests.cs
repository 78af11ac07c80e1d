using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.SecondOpinion;

/// <summary>The day on which a person leaves, computed twice: before and after an order, and by every other reading that would change it.</summary>
public class ReleaseOpinionTests
{
    private static readonly string[] Readings =
    [
        "last_portion=minus",
        "last_portion=flat365",
        "lost=subtract",
        "eom=last-day",
        "eom=overflow",
        "new_rate=.148",
        "anchor=credited",
        "observed=False",
    ];

    [Fact]
    public void The_program_dates_a_release_as_a_second_computation_does()
    {
        var dice = new Dice(Difference.Seed + 41);
        Expect.None(
            Enumerable.Range(0, 1500 * Difference.Times).SelectMany(_ => Compare(dice)),
            "Two computations of the same release differ:"
        );
    }

    private static IEnumerable<string> Compare(Dice dice)
    {
        var person = Drawn(dice);
        var asOf = new DateOnly(2012, 1, 1).AddDays(dice.Below(5200));
        var order = person.Terms.Count == 1 && dice.Percent(60) ? Order(dice, person) : null;
        var afterwards = order?.Signed ?? order?.Effective ?? asOf;
        // 18 U.S.C. 3632(d)(4) is of December 21, 2018.
        if (asOf < new DateOnly(2018, 12, 21) || afterwards < new DateOnly(2018, 12, 21))
        {
            person = person with { EarnedDays = 0 };
        }

        var computed = SentenceComputation.Of(Record(person), asOf, order, Editions.Law, keepFindings: false);
        var disputed = new List<string>();
        foreach (
            var (now, theirs, on, by) in new[] { (person, computed.Before, asOf, (ReductionOrder?)null) }.Concat(
                order is null ? [] : [(Reduced(person, order), computed.After, afterwards, order)]
            )
        )
        {
            (DateOnly?, DateOnly)? when = by is null ? null : (by.Signed, by.Effective);
            var mine = ReleaseOpinion.Of(now, on, when, "");
            if (theirs is null || Of(theirs) != mine)
            {
                yield return $"{now} {Terms(now)} as of {on:O}, {by}:\n    {mine}\n    {(theirs is null ? "none" : Of(theirs))}";
                yield break;
            }

            disputed.AddRange(
                Readings
                    .Select(reading => (reading, Dates: ReleaseOpinion.Of(now, on, when, reading)))
                    .Where(other => other.Dates != mine)
                    .Select(other => $"{other.reading} {by is not null} {other.Dates}")
            );
        }

        var shown = computed.Disputed.Select(d => $"{d.Option} {d.After} {Of(d.Dates)}").ToList();
        if (!shown.SequenceEqual(disputed))
        {
            yield return $"{person} {Terms(person)} as of {asOf:O}, {order}, disputed:\n    {string.Join("\n    ", disputed)}\n  not\n    {string.Join("\n    ", shown)}";
        }
    }

    private static Served Drawn(Dice dice)
    {
        var first = dice.Of(6, 11, 12, 12, 13, 30, 31, 36, 37, 60, 120, 240) + dice.Below(3);
        var terms = new List<(int, int, bool)> { (first, dice.Of(0, 0, 0, 1, 14), false) };
        if (dice.Percent(25))
        {
            terms.Add((dice.Of(3, 24, 60, 120), dice.Of(0, 0, 5), dice.Percent(50)));
        }

        return new()
        {
            Began = new DateOnly(2001, 1, 1).AddDays(dice.Below(8700)),
            Terms = terms,
            Credit = dice.Of(0, 0, 30, 200, 400),
            Lost = dice.Of(0, 0, 0, 27, 60),
            Schooling = dice.Percent(80),
            ProgramMonths = dice.Of(0, 0, 0, 6, 9, 12),
            EarnedDays = dice.Of(0, 0, 0, 100, 365, 500),
            SupervisedMonths = dice.Of<int?>(null, 36, 60),
        };
    }

    private static ReductionOrder Order(Dice dice, Served person)
    {
        var signed = person.Began.AddDays(dice.Below(3000));
        signed = signed < new DateOnly(2012, 1, 1) ? signed.AddYears(12) : signed;
        var months = Math.Max(1, person.Terms[0].Months * dice.Of(50, 80, 90) / 100);
        return new("nobody", new(months), dice.Of(0, 0, 10), dice.Percent(70) ? signed : null, signed.AddDays(dice.Of(0, 0, 30, 300)));
    }

    private static Served Reduced(Served person, ReductionOrder order) => person with { Terms = [(order.Months.Value, order.Days, false)] };

    private static SentencingRecord Record(Served person) =>
        new()
        {
            Id = "nobody",
            OffenseEndedOn = PartialDate.On(new(2000, 5, 1)),
            Sentence = new()
            {
                Months = person.Terms.Count == 1 ? new(person.Terms[0].Months) : null,
                Days = person.Terms.Count == 1 ? person.Terms[0].Days : null,
                Terms =
                    person.Terms.Count == 1
                        ? null
                        :
                        [
                            .. person.Terms.Select(t => new ImposedTerm(
                                new(t.Months),
                                t.Days,
                                t.Follows ? "consecutive" : "concurrent",
                                null
                            )),
                        ],
                SupervisedReleaseMonths = person.SupervisedMonths is { } months ? new(months) : null,
            },
            Custody = new()
            {
                SentenceBegan = PartialDate.On(person.Began),
                PriorCreditDays = person.Credit,
                GoodTimeLostDays = person.Lost,
                Schooling = person.Schooling,
                RdapMonths = person.ProgramMonths,
                EarnedCreditDays = person.EarnedDays,
            },
        };

    private static Leaving Of(ReleaseDates dates) =>
        new(
            dates.FullTerm!.Value,
            dates.GoodTimeDays,
            dates.StatutoryRelease!.Value,
            dates.Projected!.Value,
            dates.Release!.Value,
            dates.Leaves!.Value,
            dates.HalfwayHouseFrom!.Value,
            dates.HomeConfinementFrom!.Value,
            dates.SupervisedReleaseTo,
            dates.OverservedDays
        );

    private static string Terms(Served person) => string.Join(" + ", person.Terms);
}
