using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.SecondOpinion;

/// <summary>
/// Records with facts left out against every person whom they could describe, each answered by the second opinion: what the program
/// settles holds for all of them, and what it leaves open differs between two.
/// </summary>
public class PartialOpinionTests
{
    [Fact]
    public void A_settled_answer_holds_for_everybody_whom_the_record_could_describe() =>
        Expect.None(
            Difference.Kinds(Drawn(400 * Difference.Times).SelectMany(d => Contradictions(d.Record, d.Answer, d.Fillings, d.Names))),
            "A guess: somebody whom the record could describe has another answer:"
        );

    /// <summary>
    /// Where the adjustments or a career offender are not mentioned the program also tries what the recorded total would exclude: that is
    /// left aside here, and so is what unknown drugs may have been before November 1993, LSD on a carrier among them (App. C, 488).
    /// </summary>
    [Fact]
    public void An_open_answer_differs_between_two_whom_the_record_could_describe() =>
        Expect.None(
            Difference.Kinds(
                Drawn(400 * Difference.Times)
                    .Where(d => d.Answer.Outcome == Outcome.Undetermined && d.Answer.NotCovered.Count == 0)
                    .Where(d => d.Record.Offense.Adjustments is not null && d.Record.CareerOffender.Applied is not null)
                    .Where(d => d.Record.Offense.Drugs is not null || d.Record.Manual >= new DateOnly(1993, 11, 1))
                    .Where(d => d.Every && (d.Record.Statutory.Relief is not null || !(d.Valve || HasFloor(d.Record))))
                    .Where(d => d.All.Select(o => o.Outcome).Distinct().Count() == 1 && d.All.All(o => o.Amended?.Open != true))
                    .Select(d => Difference.Of($"all are {d.All[0].Outcome} without {d.Names}", d.Record, d.Answer))
            ),
            "Left open, and everybody whom the record could describe has the same answer:"
        );

    /// <summary>§5C1.2(b): nobody here is given the level of one whose minimum the safety valve would have lifted.</summary>
    private static bool HasFloor(SentencingRecord record) =>
        record.Statutory.Minimum?.Value >= 60 && record.Manual >= new DateOnly(2001, 11, 1);

    private sealed record Case(
        string Names,
        bool Valve,
        bool Every,
        SentencingRecord Record,
        Determination Answer,
        IReadOnlyList<Opinion> Fillings,
        IReadOnlyList<Opinion> All
    );

    private static IEnumerable<Case> Drawn(int count)
    {
        var dice = new Dice(Difference.Seed + 7);
        var people = new People(Difference.Seed + 11);
        for (var i = 0; i < count; i++)
        {
            var person = people.Next();
            var stated = i % 2 == 0 ? RangeOpinion.Of(person, new HashSet<string>()) : null;
            var record = AsRecord.Of(person, stated);
            var chosen = new List<Unknown>();
            foreach (var unknown in Enumerable.Range(0, dice.Of(1, 1, 1, 2, 3)).Select(_ => dice.Of(Unknown.All)).Distinct())
            {
                if (!chosen.Any(c => c.Name[..13] == unknown.Name[..13]) && unknown.Take(person, record) is { } without)
                {
                    record = without;
                    chosen.Add(unknown);
                }
            }

            if (chosen.Count == 0)
            {
                continue;
            }

            IEnumerable<Person> filled = [person];
            foreach (var unknown in chosen)
            {
                filled = filled.SelectMany(unknown.Fill);
            }

            var every = filled.Take(20000).ToList();
            var all = every.Where((_, n) => n % ((every.Count / 6000) + 1) == 0).Where(p => HasTheStatedLevels(p, record)).ToList();
            var possible = all.Where(p => Agrees(p, record) && Unknown.IsPossible(p)).ToList();
            if (possible.Count == 0)
            {
                continue;
            }

            yield return new(
                string.Join(" and ", chosen.Select(c => c.Name)),
                person.Valve,
                every.Count <= 6000,
                record,
                Difference.Determine(record),
                [.. possible.Select(ReductionOpinion.Of)],
                [.. all.Select(ReductionOpinion.Of)]
            );
        }
    }

    /// <summary>What the record still states of levels and category is what this person's court computed.</summary>
    private static bool HasTheStatedLevels(Person person, SentencingRecord record)
    {
        var side = RangeOpinion.Of(person, new HashSet<string>());
        return (record.Offense.DrugQuantityLevel ?? side.Quantity) == side.Quantity
            && (record.Offense.BaseOffenseLevel ?? side.Base) == side.Base
            && (record.Offense.TotalOffenseLevel ?? side.Total) == side.Total
            && (record.CriminalHistory.Category ?? side.Category) == side.Category;
    }

    /// <summary>And so are the adjustments and the range, from which the program draws no conclusion about other facts.</summary>
    private static bool Agrees(Person person, SentencingRecord record)
    {
        var side = RangeOpinion.Of(person, new HashSet<string>());
        return (
                record.Offense.Adjustments is not { } listed || Found(AsRecord.Of(person, null)).SetEquals(listed.Where(a => a.Levels != 0))
            )
            && (person.Acceptance != 3 || side.Compared >= 16)
            && (
                record.Groups is not [{ Units: { } units }, ..]
                || units * 2 == RangeOpinion.HalfUnits(person.Others[0], Math.Max(side.Group, person.Others.Max()))
            )
            && (record.GuidelineRange is not { } stated || Is(side.Range, stated) || Is(side.Table, stated));
    }

    /// <summary>What was added and subtracted; a paragraph that is only named adds nothing.</summary>
    private static HashSet<Adjustment> Found(SentencingRecord record) => [.. record.Offense.Adjustments!.Where(a => a.Levels != 0)];

    /// <summary>A court may have stated the range of the table, or the one after §5G1.1.</summary>
    private static bool Is(Term range, MonthRange stated) => range.Min == stated.Min.Value && range.Max == stated.Max.Value;

    private static IEnumerable<Differing> Contradictions(
        SentencingRecord record,
        Determination answer,
        IReadOnlyList<Opinion> opinions,
        string names
    ) =>
        answer.Outcome == Outcome.Undetermined
            ? []
            : opinions
                .Where(o => o.Amended?.Open != true)
                .SelectMany(o => Comparison.Asserted(o, answer))
                .Distinct(StringComparer.Ordinal)
                .Take(1)
                .Select(what => Difference.Of($"{what} without {names}", record, answer));
}
