using System.Globalization;
using SecondLook.Screening.Import;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Architecture;
using SecondLook.Tests.Import;
using SecondLook.Tests.Properties;
using Sylvan.Data.Csv;

namespace SecondLook.Tests.Agreement;

/// <summary>
/// 99 people sentenced in January 2002, as the Commission coded them: what a court found beside what it computed. The table and the rules
/// must give what the court found, for every one of them.
/// </summary>
public class CasesOfJanuary2002Tests
{
    private static readonly ReductionQuestion Question = new(null, PartialDate.On(new(2024, 6, 1)), KeepFindings: false);

    private static readonly Lazy<IReadOnlyDictionary<string, Row>> Rows = new(ReadRows);

    private static readonly Lazy<IReadOnlyDictionary<string, SentencingRecord>> Records = new(() =>
    {
        var options = new ImportOptions { Substances = Elements.Substances(Editions.Law) };
        using var importer = Importer.Open(Imported.Sample("ussc-fy2002-january.csv"), options);
        return importer.Rows().Select(row => row.Record!).ToDictionary(record => record.Id);
    });

    /// <summary>XMINSOR and XMAXSOR: the range before any statute, by XFOLSOR and XCRHISSR.</summary>
    [Fact]
    public void The_sentencing_table_gives_the_range_that_the_court_read_in_99_of_99_cases()
    {
        Assert.Equal(99, Rows.Value.Count);
        Expect.None(
            Rows.Value.Values.Where(row => TableRange(row) != new MonthRange(row.Term("XMINSOR"), row.Term("XMAXSOR")))
                .Select(row => $"{row["USSCIDN"]}: {TableRange(row)}"),
            "The court read another range:"
        );
    }

    /// <summary>
    /// GLMIN and GLMAX: the range after §5G1.1. The safety valve (SAFE) lifts the minimum. Where a count under 18 U.S.C. 924(c) adds a
    /// consecutive minimum (GUNMIN1), only the minimums of the other counts (DRUGMIN, GUNMIN2) restrict the range, and the consecutive one is
    /// added to both ends.
    /// </summary>
    [Fact]
    public void The_statutes_restrict_the_range_as_the_Commission_coded_it_in_99_of_99_cases() =>
        Expect.None(
            Rows.Value.Values.Where(row => Restricted(row) != new MonthRange(row.Term("GLMIN"), row.Term("GLMAX")))
                .Select(row => $"{row["USSCIDN"]}: {Restricted(row)}"),
            "The Commission coded another range:"
        );

    /// <summary>The same through the importer and the whole determination; a range that the file leaves open must be among the readings.</summary>
    [Fact]
    public void A_determination_shows_the_ranges_that_the_court_found_in_99_of_99_cases() =>
        Expect.None(
            from pair in Rows.Value
            let original = Determine(pair.Key).Original
            let consecutive = pair.Value.Whole("GUNMIN1")
            let coded = new MonthRange(pair.Value.Term("GLMIN"), pair.Value.Term("GLMAX"))
            let shown = original.Range is { } range ? [range] : original.Readings
            where original.TableRange != TableRange(pair.Value) || !shown.Any(range => Plus(range, consecutive) == coded)
            select $"{pair.Key}: {original.TableRange}, {string.Join(" or ", shown)}",
            "The court found another range:"
        );

    /// <summary>ADJOFLHI: the level after Chapters Two and Three, before acceptance.</summary>
    [Fact]
    public void The_recorded_parts_give_the_adjusted_level_in_53_of_53_drug_cases()
    {
        Assert.Equal(53, DrugCases.Count());
        Expect.None(
            DrugCases
                .Where(record => Levels(record).Adjusted != Rows.Value[record.Id].Whole("ADJOFLHI"))
                .Select(record => $"{record.Id}: {Levels(record).Adjusted}"),
            "The court added up to another level:"
        );
    }

    /// <summary>XFOLSOR, where §4B1.1 was not applied.</summary>
    [Fact]
    public void The_recorded_parts_give_the_total_in_48_of_48_drug_cases_without_career_offender_status()
    {
        var cases = DrugCases.Where(record => record.CareerOffender.Applied == false).ToArray();

        Assert.Equal(48, cases.Length);
        Expect.None(
            cases
                .Where(record => Levels(record).Total.Value != Rows.Value[record.Id].Whole("XFOLSOR"))
                .Select(record => $"{record.Id}: {Levels(record).Total.Value}"),
            "The court found another total:"
        );
    }

    [Fact]
    public void Every_drug_case_gets_a_determination_and_an_undetermined_one_names_a_fact_that_the_file_lacks() =>
        Expect.None(
            DrugCases
                .Select(record => (record, answer: Determine(record.Id)))
                .Where(c => c.answer.Outcome == Outcome.Undetermined && c.answer.NotCovered.Count == 0)
                .SelectMany(c => c.answer.Missing.Select(m => m.Fact).DefaultIfEmpty("nothing").Select(fact => (c.record, fact)))
                .Where(c => !Lacks.Fact(c.record, c.fact))
                .Select(c => $"{c.record.Id} has {c.fact}"),
            "What is named as missing is there:"
        );

    private static IEnumerable<SentencingRecord> DrugCases => Records.Value.Values.Where(record => record.Offense.Guideline == "2D1.1");

    private static Determination Determine(string id) => SentenceReduction.Determine(Records.Value[id], Question, Editions.Law);

    private static Levels Levels(SentencingRecord record)
    {
        var manual = Editions.Law.ManualOn(record.Manual!.Value);
        var safetyValve = record.Statutory.Relief == MinimumRelief.SafetyValve ? record.Statutory.Minimum!.Value.Value : 0;
        return LevelCalculation.Add(
            new Found<int>(record.Offense.BaseOffenseLevel!.Value, null),
            false,
            CourtAdjustments.Of(record.Offense.Adjustments!, manual),
            null,
            safetyValve,
            manual
        );
    }

    private static MonthRange TableRange(Row row) =>
        Editions.Manual(new(2001, 11, 1)).Get<SentencingTable>().Terms.Range(row.Whole("XFOLSOR"), row.Whole("XCRHISSR"));

    private static MonthRange Restricted(Row row)
    {
        var consecutive = row.Whole("GUNMIN1");
        var minimum =
            row.Whole("SAFE") > 0 ? default
            : consecutive > 0 ? Months.Max(row.Term("DRUGMIN"), row.Term("GUNMIN2"))
            : row.Term("STATMIN");
        var maximum = row.Has("STATMAX") ? row.Term("STATMAX") : Months.Life;
        return Plus(SingleCount.Restrict(TableRange(row), minimum, maximum), consecutive);
    }

    private static MonthRange Plus(MonthRange range, int months) =>
        new(range.Min.IsLife ? Months.Life : new(range.Min.Value + months), range.Max.IsLife ? Months.Life : new(range.Max.Value + months));

    private static Dictionary<string, Row> ReadRows()
    {
        using var csv = CsvDataReader.Create(Imported.Sample("ussc-fy2002-january.csv"));
        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var row = new Row(
                Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, csv.GetString, StringComparer.OrdinalIgnoreCase)
            );
            rows.Add(row["USSCIDN"], row);
        }

        return rows;
    }

    /// <summary>One row as it stands in the file. Life is 9996, or 470 in the older columns; a blank number is none.</summary>
    private sealed record Row(IReadOnlyDictionary<string, string> Cells)
    {
        public string this[string column] => Cells[column];

        public bool Has(string column) => Cells[column].Length > 0;

        public int Whole(string column) =>
            Has(column) ? (int)decimal.Parse(Cells[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;

        public Months Term(string column) => Whole(column) is 9996 or 470 ? Months.Life : new(Whole(column));
    }
}
