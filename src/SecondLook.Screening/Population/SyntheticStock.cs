using System.Globalization;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter3;
using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Screening.Population;

/// <summary>
/// People who do not exist, drawn from a <see cref="StockModel"/>: sentenced under the Manual of their day, and in prison on the day of the
/// model. The same seed gives the same people. Ranges and dates come from the same rules as everybody's.
/// </summary>
public sealed class SyntheticStock
{
    private readonly StockModel model;
    private readonly LawLibrary law;
    private readonly ulong seed;
    private readonly SeededDraws draws;
    private readonly DrawnTerms terms;
    private readonly Weighted<int> years;
    private readonly Weighted<string> drugs;
    private readonly Dictionary<string, Weighted<int>> levels;
    private readonly Dictionary<string, Weighted<int>> categories;
    private readonly Weighted<AdjustmentCase> adjustments;
    private readonly Dictionary<int, Weighted<string>> minimums;
    private readonly Weighted<string> districts;
    private readonly Weighted<string> facilities;

    /// <summary>A stock of a model.</summary>
    public SyntheticStock(StockModel model, LawLibrary law, ulong seed)
    {
        (this.model, this.law, this.seed) = (model, law, seed);
        draws = new(seed);
        terms = new(model.Terms, draws);
        years = new(Years(model.Sentenced.Years));
        drugs = new(model.Drugs.Weights.Select(w => (w.Key, w.Value)));
        levels = model.Levels.ByDrug.ToDictionary(d => d.Key, d => new Weighted<int>(d.Value.Select(w => (w.Key, w.Value))));
        categories = model.Categories.ByDrug.ToDictionary(d => d.Key, d => new Weighted<int>(d.Value.Select(w => (w.Key, w.Value))));
        adjustments = new(model.Adjustments.Cases.Select(c => (c, c.Cases)));
        minimums = model.Minimums.ByLevel.ToDictionary(
            m => m.Key,
            m => new Weighted<string>([("", m.Value.None), ("B", m.Value.Five), ("A", m.Value.Ten)])
        );
        districts = new(model.Districts.Weights.Select(w => (w.Key, w.Value)));
        facilities = new(model.Facilities.Weights.Select(w => (w.Key, w.Value)));
    }

    /// <summary>How many were drawn, those included who had left before the day of the model.</summary>
    public int Drawn { get; private set; }

    /// <summary>Everybody in the stock: those of the people sentenced who are in prison on the day of the model.</summary>
    public IEnumerable<SentencingRecord> People() => Sentenced().Where(StillThere).Take(model.Size.Value).Select(Numbered);

    /// <summary>People sentenced up to the day of the model, without an end, as the weights of the model say.</summary>
    public IEnumerable<SentencingRecord> Sentenced()
    {
        while (true)
        {
            Drawn++;
            if (Person() is { } record)
            {
                yield return record;
            }
        }
    }

    private SentencingRecord Numbered(SentencingRecord record, int index) =>
        record with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"synthetic-{seed}-{index + 1:000000}"),
        };

    /// <summary>Weights of all years between the first and the last; those that are not given lie on a straight line.</summary>
    private static IEnumerable<(int Year, int Weight)> Years(SortedDictionary<int, int> given)
    {
        foreach (var (from, to) in given.Zip(given.Skip(1)))
        {
            for (var year = from.Key; year < to.Key; year++)
            {
                yield return (year, from.Value + ((to.Value - from.Value) * (year - from.Key) / (to.Key - from.Key)));
            }
        }

        yield return (given.Last().Key, given.Last().Value);
    }

    private SentencingRecord? Person()
    {
        var sentenced = DayOfSentencing();
        var manual = law.ManualOn(sentenced);
        var drug = drugs.Draw(draws);
        var level = levels[drug].Draw(draws);
        var grams = Grams(drug, level);
        var history = History(drug);
        var adjusted = adjustments.Draw(draws);
        var tier = Tier(drug, grams, level, sentenced);
        var minimum = new Months(tier?.Minimum ?? 0);
        var relief = Relief(minimum, history, adjusted);
        var maximum =
            tier is null ? MaximumOf("C", sentenced)
            : tier.Maximum is { } most ? new Months(most)
            : Months.Life;
        if (manual.Get<DrugQuantityTable>().Terms.LinesOf(drug) is not { } lines)
        {
            return null; // the Manual of that day does not name the drug
        }

        var record = new SentencingRecord
        {
            Id = "synthetic",
            Synthetic = true,
            Source = string.Create(CultureInfo.InvariantCulture, $"synthetic, seed {seed}: {model.Title}"),
            District = districts.Draw(draws),
            SentencedOn = PartialDate.On(sentenced),
            Manual = manual.Edition,
            Offense = new()
            {
                Guideline = "2D1.1",
                Drugs = [new(drug, Quantity.Exactly(grams), null)],
                BaseOffenseLevelFrom = BaseLevelSource.DrugQuantity,
                Adjustments = Adjustments(adjusted, relief, DrugQuantityTable.LineOf(lines, grams).Level, manual),
            },
            CriminalHistory = history,
            CareerOffender = CareerOffender(history.Category!.Value, maximum, manual),
            Statutory = new()
            {
                Minimum = minimum,
                Maximum = maximum,
                Relief = relief,
            },
        };
        var range = SentenceReduction.Determine(record, new(null, PartialDate.On(model.Date), KeepFindings: false), law).Original.Range;
        return range is null ? null : InCustody(record with { Sentence = terms.Of(range.Value, record.Statutory, sentenced) }, sentenced);
    }

    /// <summary>A working day of a fiscal year, not after the day of the model.</summary>
    private DateOnly DayOfSentencing()
    {
        while (true)
        {
            var first = new DateOnly(years.Draw(draws) - 1, 10, 1);
            var day = first.AddDays(draws.Below(first.AddYears(1).DayNumber - first.DayNumber));
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && day <= model.Date)
            {
                return day;
            }
        }
    }

    private decimal Grams(string drug, int level)
    {
        var lines = law.ManualOn(model.Levels.TableOf).Get<DrugQuantityTable>().Terms.LinesOf(drug)!.Lines;
        var line = lines.Where(l => l.Level >= level).MinBy(l => l.Level);
        line = line == default ? lines.MaxBy(l => l.Level) : line;
        var upTo = line.LessThan ?? line.AtLeast * model.Levels.TopMultiple;
        var grams = decimal.Round(line.AtLeast + ((upTo - line.AtLeast) * draws.Fraction()), 2, MidpointRounding.ToZero);
        return Math.Max(grams, 0.01m);
    }

    private CriminalHistory History(string drug)
    {
        var category = categories[drug].Draw(draws);
        var from = law.ManualOn(model.Date).Get<CriminalHistoryCategories>().Terms.FromPoints;
        var points =
            category == 1
                ? (draws.Share(model.History.NoPoints) ? 0 : 1)
                : draws.Between(from[category - 1], category < from.Count ? from[category] - 1 : model.History.HighestPoints);
        var status = law.ManualOn(model.Date).Get<StatusPoints>().Terms.Points;
        return new()
        {
            Points = points,
            StatusPoints = category > 1 && points > status && draws.Share(model.History.StatusPoints) ? status : 0,
            RecencyPoints = 0,
            Category = category,
        };
    }

    /// <summary>The tier of the minimum that was charged; null for none. A minimum that the quantity does not reach on the day is not.</summary>
    private PenaltyTier? Tier(string drug, decimal grams, int level, DateOnly sentenced)
    {
        var charged = (minimums.GetValueOrDefault(level) ?? minimums[minimums.Keys.Max()]).Draw(draws);
        if (charged.Length == 0 || law.On<DrugThresholds>(sentenced)?.Terms.Substances.GetValueOrDefault(drug) is not { } threshold)
        {
            return null;
        }

        var reached =
            charged == "A" && grams >= threshold.A ? "A"
            : grams >= threshold.B ? "B"
            : null;
        return law.On<DrugPenalties>(sentenced)!.Terms.Tiers.FirstOrDefault(tier => tier.Tier == reached);
    }

    private Months MaximumOf(string tier, DateOnly day) =>
        law.On<DrugPenalties>(day)!.Terms.Tiers.First(t => t.Tier == tier).Maximum is { } months ? new Months(months) : Months.Life;

    private MinimumRelief Relief(Months minimum, CriminalHistory history, AdjustmentCase adjusted)
    {
        if (minimum.Value == 0)
        {
            return MinimumRelief.None;
        }

        var open = history.Category == 1 && adjusted is { Weapon: 0, Role: <= 0 };
        var valve = open && draws.Share(model.Relief.SafetyValve);
        var assistance = draws.Share(model.Relief.SubstantialAssistance);
        return (valve, assistance) switch
        {
            (true, true) => MinimumRelief.Both,
            (true, false) => MinimumRelief.SafetyValve,
            (false, true) => MinimumRelief.SubstantialAssistance,
            _ => MinimumRelief.None,
        };
    }

    private static List<Adjustment> Adjustments(AdjustmentCase drawn, MinimumRelief relief, int tableLevel, Manual manual)
    {
        var list = new List<Adjustment>();
        var level = manual.Find<MitigatingRoleCap>()?.Terms.Apply(tableLevel, Math.Min(drawn.Role, 0)) ?? tableLevel;
        void Add(string rule, int levels)
        {
            if (levels != 0)
            {
                list.Add(new(rule, levels));
                level += levels;
            }
        }

        Add("2D1.1(b)(weapon)", drawn.Weapon);
        var valve = manual.Get<SpecificOffenseCharacteristics>().Terms.Items.FirstOrDefault(i => i.Key == "safety-valve");
        if (relief is MinimumRelief.SafetyValve or MinimumRelief.Both && valve is not null && level >= (valve.OnlyFromLevel ?? 0))
        {
            Add("2D1.1(b)(safety-valve)", valve.Levels[0]);
        }

        Add(drawn.Role > 0 ? "3B1.1" : "3B1.2", drawn.Role);
        Add("3C1.1", drawn.Obstruction);
        var acceptance = manual.Get<AcceptanceOfResponsibility>().Terms;
        var further = drawn.Acceptance < acceptance.Levels && level >= acceptance.AdditionalFromLevel ? acceptance.Additional : 0;
        Add("3E1.1", drawn.Acceptance == 0 ? 0 : acceptance.Levels + further);
        return list;
    }

    private CareerOffender CareerOffender(int category, Months maximum, Manual manual)
    {
        var career = manual.Get<CareerOffenderLevels>().Terms;
        return category == career.Category && draws.Share(model.History.CareerOffenders)
            ? new()
            {
                Applied = true,
                OffenseLevel = career.Rows.First(row => row.MaximumAtLeast is { } least ? maximum.Value >= least : maximum.IsLife).Level,
            }
            : new() { Applied = false };
    }

    private SentencingRecord InCustody(SentencingRecord record, DateOnly sentenced)
    {
        var alien = draws.Share(model.Citizenship.NotCitizens);
        return record with
        {
            Custody = new()
            {
                SentenceBegan = PartialDate.On(sentenced),
                PriorCreditDays = draws.Between(model.Custody.CreditDays.From, model.Custody.CreditDays.To),
                GoodTimeLostDays = 0,
                Facility = facilities.Draw(draws),
                Destination = record.District,
                Citizenship = alien ? "other" : "us",
                Detainer = alien && draws.Share(model.Citizenship.Detainer) ? "ICE" : null,
            },
        };
    }

    private bool StillThere(SentencingRecord record)
    {
        var dates = SentenceComputation.WithoutOrder(record, model.Date, law)!;
        return dates.Release is not { } release || release > model.Date;
    }
}
