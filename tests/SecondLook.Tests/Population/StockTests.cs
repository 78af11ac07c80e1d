using SecondLook.Screening.Import;
using SecondLook.Screening.Population;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Population;

/// <summary>The synthetic stock: the same for the same seed, and what its model says of the people sentenced.</summary>
public class StockTests
{
    private const int Sample = 20_000;

    private static readonly StockModel Model = StockModel.Bundled();

    private static readonly Lazy<SentencingRecord[]> Sentenced = new(() =>
        [.. new SyntheticStock(Model, Editions.Law, 7).Sentenced().Take(Sample)]
    );

    [Fact]
    public void The_same_seed_gives_the_same_people_and_another_seed_others()
    {
        var first = Lines(3);

        Assert.Equal(first, Lines(3));
        Assert.NotEqual(first, Lines(4));
        Assert.Equal(first.Length, first.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Everybody_is_marked_synthetic_reads_back_as_written_and_is_in_prison_on_the_day()
    {
        var reader = new RecordJson(Elements.Substances(Editions.Law));
        foreach (var line in Lines(3))
        {
            Assert.True(
                reader.TryRead(System.Text.Encoding.UTF8.GetBytes(line), out var record, out var problems),
                string.Join('\n', problems)
            );
            Assert.True(record.Synthetic);
            Assert.Contains("synthetic, seed 3", record.Source, StringComparison.Ordinal);
            Assert.Equal(line, RecordJson.Write(record));
            var dates = SentenceComputation.Of(record, Model.Date, null, Editions.Law, keepFindings: false).Before!;
            Assert.True(record.SentencedOn!.Value.First <= Model.Date && !(dates.Release <= Model.Date));
        }
    }

    [Fact]
    public void The_people_sentenced_have_the_drugs_districts_and_institutions_that_the_model_gives()
    {
        Near(Model.Drugs.Weights, record => record.Offense.Drugs![0].Substance!);
        Near(Model.Districts.Weights, record => record.District!);
        Near(Model.Facilities.Weights, record => record.Custody!.Facility!);
    }

    [Fact]
    public void The_people_sentenced_have_the_categories_adjustments_and_citizenship_that_the_model_gives()
    {
        foreach (var (drug, categories) in Model.Categories.ByDrug)
        {
            Near(
                categories.ToDictionary(),
                record => record.CriminalHistory.Category!.Value,
                record => record.Offense.Drugs![0].Substance == drug
            );
        }

        Near(
            Model.Adjustments.Cases.GroupBy(c => c.Role).ToDictionary(g => g.Key, g => g.Sum(c => c.Cases)),
            record => record.Offense.Adjustments!.Where(a => a.Rule.StartsWith("3B1", StringComparison.Ordinal)).Sum(a => a.Levels)
        );
        Near(
            Model.Adjustments.Cases.GroupBy(c => c.Weapon > 0).ToDictionary(g => g.Key, g => g.Sum(c => c.Cases)),
            record => record.Offense.Adjustments!.Any(a => a.Rule == "2D1.1(b)(weapon)")
        );
        Share(Model.Citizenship.NotCitizens, record => record.Custody!.Citizenship == "other");
        Share(
            Model.History.CareerOffenders,
            record => record.CareerOffender.Applied == true,
            record => record.CriminalHistory.Category == 6
        );
    }

    [Fact]
    public void The_people_sentenced_have_the_levels_that_the_model_gives_by_drug()
    {
        var table = Editions.Law.ManualOn(Model.Levels.TableOf).Get<DrugQuantityTable>().Terms;
        foreach (var (drug, given) in Model.Levels.ByDrug)
        {
            var lines = table.LinesOf(drug)!;
            // A level that the table has no line for is drawn on the next line up, and the highest stands for all above it.
            var levels = lines.Lines.Select(line => line.Level).Order().ToList();
            Near(
                given
                    .GroupBy(g => levels.Find(l => l >= g.Key) is var level and > 0 ? level : levels[^1])
                    .ToDictionary(g => g.Key, g => g.Sum(l => l.Value)),
                record => DrugQuantityTable.LineOf(lines, record.Offense.Drugs![0].Grams!.Value.AtLeast).Level,
                record => record.Offense.Drugs![0].Substance == drug
            );
        }
    }

    [Fact]
    public void The_people_sentenced_have_the_detainers_points_and_relief_that_the_model_gives()
    {
        Share(Model.Citizenship.Detainer, record => record.Custody!.Detainer is not null, record => record.Custody!.Citizenship == "other");
        Share(Model.History.NoPoints, record => record.CriminalHistory.Points == 0, record => record.CriminalHistory.Category == 1);
        Share(
            Model.Relief.SubstantialAssistance,
            record => record.Statutory.Relief is MinimumRelief.SubstantialAssistance or MinimumRelief.Both,
            record => record.Statutory.Minimum!.Value.Value > 0
        );
        Share(
            Model.Relief.SafetyValve,
            record => record.Statutory.Relief is MinimumRelief.SafetyValve or MinimumRelief.Both,
            record =>
                record.Statutory.Minimum!.Value.Value > 0
                && record.CriminalHistory.Category == 1
                && !record.Offense.Adjustments!.Any(a => a.Rule is "2D1.1(b)(weapon)" or "3B1.1")
        );
        var days = Model.Custody.CreditDays;
        Near(
            Enumerable.Range(0, 4).ToDictionary(quarter => quarter, _ => 1),
            record => (record.Custody!.PriorCreditDays!.Value - days.From) * 4 / (days.To - days.From + 1)
        );
    }

    [Fact]
    public void The_people_sentenced_have_the_obstruction_and_acceptance_that_the_model_gives()
    {
        Near(
            Model.Adjustments.Cases.GroupBy(c => c.Obstruction > 0).ToDictionary(g => g.Key, g => g.Sum(c => c.Cases)),
            record => record.Offense.Adjustments!.Any(a => a.Rule == "3C1.1")
        );
        Near(
            Model.Adjustments.Cases.GroupBy(c => c.Acceptance < 0).ToDictionary(g => g.Key, g => g.Sum(c => c.Cases)),
            record => record.Offense.Adjustments!.Any(a => a.Rule == "3E1.1")
        );
    }

    /// <summary>Where a term lies, among people without a motion for assistance and without a minimum that could hold the term up.</summary>
    [Fact]
    public void The_terms_of_the_people_sentenced_lie_where_the_model_puts_them()
    {
        var since = Model.Terms.Since;
        bool Open(SentencingRecord record) =>
            record.SentencedOn!.Value.First >= Model.Terms.VariancesFrom && record.Statutory.Minimum!.Value.Value == 0;
        bool Assisted(SentencingRecord record) => record.Sentence.BelowRange!.Any(b => b.Basis == BelowRangeBasis.SubstantialAssistance);

        Share(Model.Terms.AssistanceWithoutMinimum, Assisted, Open);
        Near(
            new Dictionary<BelowRangeBasis, int> { [BelowRangeBasis.Variance] = since.Below, [BelowRangeBasis.Other] = since.Government },
            record => record.Sentence.BelowRange![0].Basis,
            record => Open(record) && !Assisted(record) && record.Sentence.BelowRange!.Count > 0
        );
    }

    [Fact]
    public void The_years_of_sentencing_have_the_weights_that_the_model_gives()
    {
        var given = Model.Sentenced.Years;

        Near(
            Enumerable.Range(given.First().Key, given.Last().Key - given.First().Key + 1).ToDictionary(year => year, Weight),
            record => record.SentencedOn!.Value.First.AddMonths(3).Year
        );

        int Weight(int year)
        {
            var before = given.Last(g => g.Key <= year);
            return year == before.Key ? before.Value : Between(before, given.First(g => g.Key > year), year);
        }

        static int Between(KeyValuePair<int, int> from, KeyValuePair<int, int> to, int year) =>
            from.Value + ((to.Value - from.Value) * (year - from.Key) / (to.Key - from.Key));
    }

    [Theory]
    [InlineData("date: 2014-11-01", "date: 2014-11-31", "line 5: `2014-11-31` is no day")]
    [InlineData("  safety-valve: 0.9", "  safety-valfe: 0.9", "safety-valfe")]
    [InlineData("title: People", "titel: People", "titel")]
    [InlineData("  value: 100114", "  value: many", "line ")]
    public void A_model_with_a_mistake_is_refused_with_the_line(string text, string planted, string message)
    {
        Assert.Contains(text, StockModel.BundledText(), StringComparison.Ordinal);
        var refused = Assert.Throws<ImportException>(() =>
            StockModel.Parse(StockModel.BundledText().Replace(text, planted, StringComparison.Ordinal), "my.yaml")
        );

        Assert.StartsWith("my.yaml, line ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private static string[] Lines(ulong seed) =>
        [.. new SyntheticStock(Model, Editions.Law, seed).People().Take(500).Select(RecordJson.Write)];

    private static void Share(decimal wanted, Func<SentencingRecord, bool> has, Func<SentencingRecord, bool>? among = null) =>
        Near(new Dictionary<bool, int> { [true] = (int)(wanted * 1000), [false] = 1000 - (int)(wanted * 1000) }, has, among);

    /// <summary>Every share lies within five standard errors of the one that the weights give.</summary>
    private static void Near<T>(
        IReadOnlyDictionary<T, int> weights,
        Func<SentencingRecord, T> of,
        Func<SentencingRecord, bool>? among = null
    )
        where T : notnull
    {
        var people = Sentenced.Value.Where(among ?? (_ => true)).ToList();
        var counts = people.GroupBy(of).ToDictionary(g => g.Key, g => g.Count());
        var total = weights.Values.Sum();
        Expect.None(counts.Keys.Where(key => !weights.ContainsKey(key)).Select(key => $"{key}"), "Not in the model:");
        Expect.None(
            from weight in weights
            let wanted = (double)weight.Value / total
            let got = (double)counts.GetValueOrDefault(weight.Key) / people.Count
            where Math.Abs(got - wanted) > 5 * Math.Sqrt(wanted * (1 - wanted) / people.Count) + 0.0005
            select $"{weight.Key}: want {wanted:0.0000}, got {got:0.0000}",
            "Another share:"
        );
    }
}
