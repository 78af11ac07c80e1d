using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.SecondOpinion;

/// <summary>
/// §1B1.11(b)(2), "applied in its entirety": the range of the same person under another Manual, as the program finds it in the record that
/// the court made under its own, and as the second computation has it from the facts.
/// </summary>
public class OtherManualTests
{
    [Fact]
    public void Another_Manual_gives_the_range_that_the_second_computation_has_under_it() =>
        Expect.None(
            Difference.Kinds(Cases(1500 * Difference.Times).Select(c => Compare(c.Person, c.Other, c.Stated)).OfType<Differing>()),
            "Two computations under another Manual than the court's differ:"
        );

    private static IEnumerable<(Person Person, Person Other, bool Stated)> Cases(int count)
    {
        var dice = new Dice(Difference.Seed + 23);
        var people = new People(Difference.Seed + 29);
        for (var i = 0; i < count; i++)
        {
            var person = people.Next();
            if (Under(person, dice.Of(People.Manuals)) is { } other)
            {
                yield return (person, other, dice.Percent(50));
            }
        }
    }

    /// <summary>The same person before a court that uses another Manual; null where the record does not say all that it would ask.</summary>
    private static Person? Under(Person person, DateOnly manual)
    {
        var alone = person.Drugs.Count == 1;
        var valve = RangeOpinion.ValveOf(person);
        var from2023 = new DateOnly(2023, 11, 1);
        if (
            person.Way is not null
            || person.IsChemical
            || person.Charges.Count > 0
            // Under the note of 2000 there is no weapon beside a term under 18 U.S.C. 924(c).
            || person.Gun is not null
            // What the court weighed otherwise, and the record does not say.
            || person.Drugs.Any(d =>
                d.Doses is not null && person.Manual >= new DateOnly(1993, 11, 1) && manual < new DateOnly(1993, 11, 1)
            )
            || person.Drugs.Any(d =>
                d is { Substance: "oxycodone", Actual: null }
                && person.Manual >= new DateOnly(2003, 11, 1)
                && manual < new DateOnly(2003, 11, 1)
            )
            || !person.Drugs.All(d =>
                People.Weighed(d.Substance, manual, alone)
                && DrugLevel.Counted(d.Substance, manual) == DrugLevel.Counted(d.Substance, person.Manual)
                && (d.Substance != "lsd" || d.Doses is not null || manual >= new DateOnly(1993, 11, 1))
            )
            // Discharge of hazardous substances had a paragraph of its own before it became one with the manufacture of methamphetamine.
            || person.Characteristics.Any(c => c.IncreaseTo == 14)
            // Two levels for the safety valve that were not given because of the level are not in the record.
            || (person.Valve && (valve?.OnlyAt is not null || valve is null))
            // Whether one with fewer than seven points was under a criminal justice sentence is not in the points of 2023.
            || (person.Manual >= from2023 && person is { Status: 0, Career: null } && manual < from2023)
        )
        {
            return null;
        }

        var status =
            person.Status == 0 ? 0
            : manual < from2023 ? 2
            : person.OtherPoints >= 7 ? 1
            : 0;
        return person with
        {
            Manual = manual,
            Characteristics = [.. person.Characteristics.Select(c => Renumbered(c, manual)).OfType<Characteristic>()],
            Valve = person.Valve && manual >= new DateOnly(1995, 11, 1),
            Acceptance = manual < new DateOnly(1992, 11, 1) ? Math.Min(2, person.Acceptance) : person.Acceptance,
            Status = status,
            Recency = manual < new DateOnly(2010, 11, 1) ? person.Recency : 0,
        };
    }

    private static Characteristic? Renumbered(Characteristic characteristic, DateOnly manual) =>
        Keyed.Characteristics.FirstOrDefault(c =>
            c.Period.Holds(manual)
            && (c.Levels, c.IncreaseTo) == (characteristic.Levels, characteristic.IncreaseTo)
            && (c.IncreaseTo is not null || c.Paragraph == characteristic.Paragraph)
        );

    private static Differing? Compare(Person person, Person other, bool stated)
    {
        var mine = RangeOpinion.Of(other, new HashSet<string>());
        var record = AsRecord.Of(person, stated ? RangeOpinion.Of(person, new HashSet<string>()) : null);
        // A court that used another Manual than that of the day (§1B1.11(b)(1)): the Manual that is named counts.
        record = stated ? record with { SentencedOn = PartialDate.On(person.Manual.AddYears(2)) } : record;
        var edition = Elements.Library.EditionOn(other.Manual)!.Value;
        var answer = EveryManual.Under(record, edition, Elements.Library).Determination;
        var differences = string.Join("; ", Comparison.Of($"under {edition:yyyy-MM-dd}", mine, answer.Original));
        return differences.Length == 0 ? null : Difference.Of(differences, record, answer);
    }
}
