using System.Globalization;
using SecondLook.Screening.Population;
using SecondLook.Screening.Release;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Agreement;

/// <summary>
/// The synthetic stock beside what was published and not used to build it. The page says how far apart they are; this test only keeps the
/// page true, it does not ask for agreement.
/// </summary>
public class StockValidationTests
{
    private const string Page = "docs/validation.md";

    private static readonly DateOnly Effective = new(2015, 11, 1);

    [Fact]
    public void The_page_on_validation_says_what_the_stock_of_seed_1_gives()
    {
        var figures = Figures();
        var header = Array.Empty<string>();

        Golden.Matches($"../../{Page}", $"{string.Join('\n', Repository.Lines(Page).Select(Filled))}\n");

        string Filled(string line)
        {
            string[] cells = [.. line.Split('|').Select(cell => cell.Trim())];
            header = cells.Contains("figure") ? cells : header;
            var at = Array.IndexOf(header, "stock");
            return line.StartsWith('|') && figures.TryGetValue(cells[1], out var ours)
                ? string.Join('|', line.Split('|').Select((cell, i) => i == at ? $" {ours} " : cell))
                : line;
        }
    }

    /// <summary>By the rules alone, in a whole stock: nobody without a detainer on the weekend, people on both sides of it, and all others on their date.</summary>
    [Fact]
    public void Nobody_without_a_detainer_leaves_on_the_weekend_on_which_the_orders_take_effect()
    {
        var days = Granted.Value.ToLookup(g => (g.Dates.After!.Leaves!.Value, Detained: g.Record.Custody!.Detainer is not null));

        Assert.Equal(DayOfWeek.Sunday, Effective.DayOfWeek);
        Assert.Empty(days[(Effective.AddDays(-1), false)]);
        Assert.Empty(days[(Effective, false)]);
        Assert.NotEmpty(days[(Effective.AddDays(-2), false)]);
        Assert.NotEmpty(days[(Effective.AddDays(1), false)]);
        Assert.NotEmpty(days[(Effective, true)]);
        Assert.All(
            Granted.Value.Where(g => g.Record.Custody!.Detainer is not null),
            g => Assert.Equal(g.Dates.After!.Release, g.Dates.After.Leaves)
        );
    }

    private static readonly Lazy<List<(SentencingRecord Record, ReductionOrder Order, ReleaseComputation Dates)>> Granted = new(() =>
        [
            .. new SyntheticStock(StockModel.Bundled(), Editions.Law, 1)
                .People()
                .AsParallel()
                .AsOrdered()
                .Select(record => (Record: record, Order: AssumedOrders.For(record, Effective, Editions.Law)))
                .Where(pair => pair.Order is not null)
                .Select(pair =>
                    (
                        pair.Record,
                        Order: pair.Order!,
                        Dates: SentenceComputation.Of(pair.Record, Effective, pair.Order, Editions.Law, keepFindings: false)
                    )
                ),
        ]
    );

    private static Dictionary<string, string> Figures()
    {
        var granted = Granted.Value;
        var terms = granted.Where(g => !g.Record.Sentence.Months!.Value.IsLife).ToList();
        var (imposed, reduced) = (terms.Average(g => g.Record.Sentence.Months!.Value.Value), terms.Average(g => g.Order.Months.Value));
        var days = granted.Sum(g => g.Dates.Before!.Release is { } old ? old.DayNumber - g.Dates.After!.Release!.Value.DayNumber : 0);
        var first = granted.Where(g => g.Dates.After!.Leaves <= Effective.AddDays(1)).ToList();
        var free = first.Where(g => g.Record.Custody!.Detainer is null).ToList();
        var after = granted.Count(g => g.Dates.After!.Leaves > Effective.AddDays(1) && g.Dates.After!.Leaves <= Effective.AddYears(1));
        var figures = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["qualify and still there on November 1, 2015"] = Count(granted.Count),
            ["average term, months"] = $"{One(imposed)} to {One(reduced)}",
            ["average cut"] = $"{One(100 * (1 - (reduced / imposed)))}%",
            ["bed-years"] = Count((int)(days / 365.25)),
            ["first wave, to November 2, 2015"] = Count(first.Count),
            ["of it, without those with a detainer"] = Count(free.Count),
            ["of those, with a halfway house open to them by the old date"] =
                $"{One(100.0 * free.Count(g => g.Dates.Before!.HalfwayHouseFrom <= Effective) / free.Count)}%",
            ["first wave, average term imposed, years"] = One(
                first.Where(g => !g.Record.Sentence.Months!.Value.IsLife).Average(g => g.Record.Sentence.Months!.Value.Value) / 12
            ),
            ["first wave, average time served, years"] = One(
                first.Average(g =>
                    (g.Dates.After!.Leaves!.Value.DayNumber - g.Record.Custody!.SentenceBegan!.Value.First.DayNumber)
                    + g.Record.Custody.PriorCreditDays!.Value
                ) / 365.25
            ),
            ["first wave, average months early"] = One(
                first
                    .Where(g => g.Dates.Before!.Leaves is not null)
                    .Average(g => g.Dates.Before!.Leaves!.Value.DayNumber - g.Dates.After!.Leaves!.Value.DayNumber)
                    / 365.25
                    * 12
            ),
            ["first wave, cocaine of either kind or methamphetamine"] =
                $"{One(100.0 * first.Count(g => g.Record.Offense.Drugs![0].Substance!.StartsWith("coca", StringComparison.Ordinal) || g.Record.Offense.Drugs[0].Substance!.StartsWith("meth", StringComparison.Ordinal)) / first.Count)}%",
            ["in the year after"] = Count(after),
            ["orders"] = Count(granted.Count),
            ["first wave at 13,187 orders"] = Count((int)((long)first.Count * OrdersOfJuly2015 / granted.Count)),
            ["first wave and the year after"] = Count(first.Count + after),
            ["both at 26,850 orders"] = Count((int)((long)(first.Count + after) * OrdersOfMarch2016 / granted.Count)),
            ["criminal history category I"] = $"{One(100.0 * granted.Count(g => g.Record.CriminalHistory.Category == 1) / granted.Count)}%",
            ["sentenced in the last ten years"] =
                $"{One(100.0 * granted.Count(g => g.Record.SentencedOn!.Value.First >= new DateOnly(2004, 11, 1)) / granted.Count)}%",
        };
        foreach (var state in CaseTable.Of(Page, "figure", "code", "published", "stock"))
        {
            figures[state["figure"]] = Count(free.Count(g => StateOf(g.Record.District!) == state["code"]));
        }

        figures["all"] = Count(free.Count);
        return figures;
    }

    private const int OrdersOfJuly2015 = 13_187; // granted by July 24, 2015, as the Commission's data report of August 2015 says
    private const int OrdersOfMarch2016 = 26_850; // granted by March 25, 2016, as that of April 2016 says

    /// <summary>The code of a district begins with that of its State; the Northern Mariana Islands have three letters.</summary>
    private static string StateOf(string district) => district == "NMI" ? district : district[..2];

    private static string Count(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string One(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
}
