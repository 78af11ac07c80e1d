using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.SecondOpinion;

/// <summary>
/// What the answer says of each step on the way, and what each amendment did, against the second computation: an answer may be right and the
/// account of it wrong.
/// </summary>
public class StepOpinionTests
{
    private static readonly HashSet<string> Nothing = [];

    [Fact]
    public void Each_step_has_the_figure_and_the_paragraph_of_a_second_computation() =>
        Expect.None(
            Difference.Kinds(Drawn(1500, Difference.Seed + 53).SelectMany(Compare)),
            "Two computations differ in a step on the way:"
        );

    /// <summary>Otherwise the comparison would agree on what it never sees.</summary>
    [Fact]
    public void Every_amendment_moves_somebody_and_every_unknown_fact_is_taken_from_somebody()
    {
        var people = Drawn(20_000, 1).ToList();
        Expect.None(
            Keyed
                .Amendments.Select(a => a.Number)
                .Where(a => !people.Exists(p => Moves(a, p)))
                .Concat(
                    Unknown.All.Where(u => !people.Exists(p => u.Take(p, AsRecord.Of(p, Original(p))) is not null)).Select(u => u.Name)
                ),
            "No drawn person is one whom it concerns:"
        );
    }

    private static bool Moves(string amendment, Person person) =>
        Keyed.Amendments.Any(a => a.Number == amendment && a.TookEffect > person.Manual)
            && RangeOpinion.Of(person, new HashSet<string> { amendment }).Total != Original(person).Total
        || (amendment == "821A" && RangeOpinion.Of(person, new HashSet<string> { amendment }).Category != Original(person).Category);

    private static Side Original(Person person) => RangeOpinion.Of(person, Nothing);

    private static IEnumerable<Person> Drawn(int count, ulong seed)
    {
        var people = new People(seed);
        return Enumerable.Range(0, count).Select(_ => people.Next());
    }

    private static IEnumerable<Differing> Compare(Person person)
    {
        var opinion = ReductionOpinion.Of(person);
        var record = AsRecord.Of(person, null);
        var answer = SentenceReduction.Determine(record, new(null, record.Motion!.DecidedOn!.Value, KeepFindings: true), Elements.Library);
        var wrong = Steps("original", person, opinion.Original, FlatFindings.Of(answer.OriginalFindings), is782: false);
        if (opinion.Amended is { Open: false } amended && opinion.Current?.Open != true)
        {
            var is782 = person.Order >= new DateOnly(2014, 11, 1) && person.Manual < new DateOnly(2014, 11, 1);
            wrong = wrong
                .Concat(Steps("amended", person, amended, FlatFindings.Of(answer.AmendedFindings), is782))
                .Concat(Effects(opinion.Original, amended, answer.Effects))
                .Concat(Reduction(opinion, FlatFindings.Of(answer.ReductionFindings)));
        }

        var text = string.Join("; ", wrong);
        return text.Length == 0 ? [] : [Difference.Of(text, record, answer)];
    }

    private static IEnumerable<string> Steps(string name, Person person, Side side, IEnumerable<Finding> all, bool is782)
    {
        var found = all.GroupBy(f => f.Step).ToDictionary(g => g.Key, g => g.Last());
        var wrong = new List<string>();
        Number(Step.ChapterThreeAdjustment, side.Group, person.Role != 0 || person.Obstruction != 0);
        Number(Step.CombinedOffenseLevel, side.Adjusted, person.Others.Count > 0);
        Number(Step.CareerOffenderLevel, person.Career ?? 0, person.Career > side.Adjusted);
        Number(Step.ZeroPointOffender, side.Total, side.Total != side.Accepted);
        Number(Step.TotalOffenseLevel, side.Total, true);
        Number(Step.CriminalHistoryPoints, side.Points, person.Career is null);
        Number(Step.CriminalHistoryCategory, side.Category, true);
        Range(Step.TableRange, side.Table, true);
        // §1B1.10(c) takes out §5G1.1 only where there was something to take out.
        Range(found.ContainsKey(Step.UnrestrictedRange) ? Step.UnrestrictedRange : Step.GuidelineRange, side.Range, true);
        Number(
            Step.SafetyValveFloor,
            17,
            side.Accepted == 17 && person is { Valve: true, Minimum: >= 60 } && found.ContainsKey(Step.SafetyValveFloor)
        );
        if (found.TryGetValue(Step.DrugQuantityLevel, out var level))
        {
            var paragraph = $"USSG §2D1.1(c)({Paragraph((int)level.Value.Number, person.Manual, name == "amended", is782)})";
            Text("cites", paragraph, level.Citation);
            if (!found.ContainsKey(Step.MinimumQuantityLevel) && !found.ContainsKey(Step.CrackCombination))
            {
                Number(Step.DrugQuantityLevel, side.Quantity, true);
            }
        }
        else
        {
            Number(Step.ChemicalQuantityLevel, side.Quantity, true);
        }

        return wrong;

        void Number(Step step, int mine, bool expected)
        {
            if (expected || step != Step.SafetyValveFloor)
            {
                var theirs = found.TryGetValue(step, out var finding) ? $"{finding.Value.Number:0}" : "nothing";
                Text($"{step}", expected ? $"{mine}" : "nothing", theirs);
            }
        }

        void Range(Step step, Term mine, bool expected) =>
            Text(
                $"{step}",
                expected ? $"{mine}" : "nothing",
                found.TryGetValue(step, out var theirs) ? $"{theirs.Value.Range}" : "nothing"
            );

        void Text(string what, string mine, string theirs)
        {
            if (mine != theirs)
            {
                wrong.Add($"{name} {what} {mine}, not {theirs}");
            }
        }
    }

    /// <summary>
    /// The paragraphs go down from the top by two levels: level 42 was (1) until November 1994, and 38 since (App. C, 505); with 505
    /// substituted, and 782, which numbers the paragraphs anew, it is 38 too.
    /// </summary>
    private static int Paragraph(int level, DateOnly manual, bool amended, bool is782) =>
        (((manual < new DateOnly(1994, 11, 1) && !amended && !is782 ? 42 : 38) - level) / 2) + 1;

    /// <summary>What each amendment did to a level, one after the other, leads from the one computation to the other.</summary>
    private static IEnumerable<string> Effects(Side from, Side to, IReadOnlyList<Effect> effects)
    {
        foreach (
            var (what, old, now) in new[]
            {
                ("drugQuantityLevel", from.Quantity, to.Quantity),
                ("criminalHistoryPoints", from.Points, to.Points),
            }
        )
        {
            var chain = effects.Where(e => e.What == what).ToList();
            var ends = chain.Count == 0 ? (old, now) : (int.Parse(chain[0].From!), int.Parse(chain[^1].To!));
            if (ends != (old, now) || (chain.Count == 0 && old != now) || chain.Zip(chain.Skip(1)).Any(p => p.First.To != p.Second.From))
            {
                yield return $"effects on {what} {old} to {now}, not {string.Join(", ", chain)}";
            }
        }
    }

    /// <summary>(b)(2)(A), or the exception of (B), or (C); before Amendment 712 these were not there.</summary>
    private static IEnumerable<string> Reduction(Opinion opinion, IEnumerable<Finding> all)
    {
        var found = all.ToLookup(f => f.Step);
        if (found[Step.RangeLowered].FirstOrDefault() is { } lowered && opinion.Outcome == Outcome.Eligible && lowered.Value.Number != 1)
        {
            yield return "the range is lowered, and the finding says that it is not";
        }

        if (opinion.Lowest is { } lowest && found[Step.LowestTerm].LastOrDefault() is { } term && term.Value.Range.Min.Value != lowest)
        {
            yield return $"finding of the lowest term {lowest}, not {term.Value.Range.Min}";
        }
    }
}
