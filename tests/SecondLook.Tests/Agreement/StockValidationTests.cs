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

    private static Dictionary<string, string> Figures()
    {
        var granted = new SyntheticStock(StockModel.Bundled(), Editions.Law, 1)
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
            )
            .ToList();
        var terms = granted.Where(g => !g.Record.Sentence.Months!.Value.IsLife).ToList();
        var (before, after) = (terms.Average(g => g.Record.Sentence.Months!.Value.Value), terms.Average(g => g.Order.Months.Value));
        var days = granted.Sum(g => g.Dates.Before!.Release is { } old ? old.DayNumber - g.Dates.After!.Release!.Value.DayNumber : 0);
        var first = granted.Where(g => g.Dates.After!.Leaves <= Effective.AddDays(1)).ToList();
        var figures = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["qualify and still there on November 1, 2015"] = Count(granted.Count),
            ["average term, months"] = $"{One(before)} to {One(after)}",
            ["average cut"] = $"{One(100 * (1 - (after / before)))}%",
            ["bed-years"] = Count((int)(days / 365.25)),
            ["first wave, to November 2, 2015"] = Count(first.Count),
            ["of it, without those with a detainer"] = Count(first.Count(g => g.Record.Custody!.Detainer is null)),
            ["in the year after"] = Count(
                granted.Count(g => g.Dates.After!.Leaves > Effective.AddDays(1) && g.Dates.After!.Leaves <= Effective.AddYears(1))
            ),
            ["criminal history category I"] = $"{One(100.0 * granted.Count(g => g.Record.CriminalHistory.Category == 1) / granted.Count)}%",
            ["sentenced in the last ten years"] =
                $"{One(100.0 * granted.Count(g => g.Record.SentencedOn!.Value.First >= new DateOnly(2004, 11, 1)) / granted.Count)}%",
        };
        foreach (var state in CaseTable.Of(Page, "figure", "code", "published", "stock"))
        {
            figures[state["figure"]] = Count(first.Count(g => StateOf(g.Record.District!) == state["code"]));
        }

        return figures;
    }

    /// <summary>The code of a district begins with that of its State; the Northern Mariana Islands have three letters.</summary>
    private static string StateOf(string district) => district == "NMI" ? district : district[..2];

    private static string Count(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string One(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
}
