using System.Globalization;
using System.Text;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Benchmarks;

/// <summary>
/// Rows that describe nobody, in thirty columns named as in the Commission's individual datafiles: six in ten are drug cases whose levels
/// follow from the quantity, the others are fraud, firearms and immigration. The same seed gives the same rows.
/// </summary>
internal sealed class SyntheticRows(LawLibrary law, int seed)
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "USSCIDN",
        "DISTRICT",
        "SENTYR",
        "SENTMON",
        "AMENDYR",
        "GDLINEHI",
        "BASEHI",
        "COMBDRG2",
        "DRUGTYP1",
        "WGT1",
        "ADJ_BHI",
        "ADJ_CHI",
        "AGGROLHI",
        "MITROLHI",
        "OBSTRCHI",
        "ACCTRESP",
        "XFOLSOR",
        "XCRHISSR",
        "TOTCHPTS",
        "SENTPTS",
        "CAROFFAP",
        "GLMIN",
        "GLMAX",
        "STATMIN",
        "STATMAX",
        "SAFETY",
        "SENTTOT",
        "BOOKERCD",
        "MONSEX",
        "AGE",
    ];

    private static readonly (string Name, int Code, int Group, double Middle)[] Drugs =
    [
        ("cocaine", 1, 1, 2000),
        ("cocaine-base", 2, 2, 90),
        ("heroin", 3, 3, 400),
        ("marihuana", 4, 4, 90_000),
        ("methamphetamine", 6, 6, 600),
        ("methamphetamine-actual", 19, 6, 120),
    ];

    private static readonly (string Guideline, int Base)[] OtherOffenses = [("2B1.1", 7), ("2K2.1", 20), ("2L1.2", 8), ("2S1.1", 8)];

    private readonly Random random = new(seed);
    private readonly StringBuilder text = new();

    /// <summary>The next row: one value a column; null where the column is empty.</summary>
    public object?[] Next(long id)
    {
        var year = 2004 + random.Next(10);
        var edition = law.ManualOn(new DateOnly(year - 1, 11, 1));
        var drug = random.Next(10) < 6 ? Drugs[random.Next(Drugs.Length)] : default;
        var grams = drug.Name is null ? 0 : Math.Round((decimal)(drug.Middle * Math.Exp((random.NextDouble() * 4) - 2)), 1);
        var (guideline, level) = drug.Name is null
            ? OtherOffenses[random.Next(OtherOffenses.Length)]
            : ("2D1.1", QuantityLevel.Of([new DrugAmount(drug.Name, grams, "")], edition, explain: false)!.Value.Level.Value);
        var weapon = random.Next(8) == 0 ? 2 : 0;
        var leader = random.Next(12) == 0 ? random.Next(2, 5) : 0;
        var obstruction = random.Next(20) == 0 ? 2 : 0;
        var adjusted = level + weapon + leader + obstruction;
        var accepted =
            random.Next(10) == 0 ? 0
            : adjusted >= 16 ? -3
            : -2;
        var total = Math.Clamp(adjusted + accepted, 1, 43);
        var points = random.Next(3) == 0 ? 0 : random.Next(16);
        var status = points >= 4 && random.Next(3) == 0 ? 2 : 0;
        var category = edition.Get<CriminalHistoryCategories>().Terms.Of(points);
        var minimum =
            drug.Name is null ? 0
            : level >= 32 ? 120
            : level >= 26 ? 60
            : 0;
        var safe = minimum > 0 && points <= 1 && weapon == 0 && leader == 0;
        var table = edition.Get<SentencingTable>().Terms.Range(total, category);
        var range = SingleCount.Restrict(table, new Months(safe ? 0 : minimum), Months.Life);
        var assisted = random.Next(7) == 0;
        var term = Term(range, assisted);
        return
        [
            id,
            random.Next(1, 90),
            year,
            random.Next(1, 13),
            year - 1,
            guideline,
            level,
            drug.Name is null ? null : drug.Group,
            drug.Name is null ? null : drug.Code,
            drug.Name is null ? null : grams,
            weapon,
            0,
            leader,
            0,
            obstruction,
            accepted,
            total,
            category,
            points,
            status,
            0,
            Number(range.Min),
            Number(range.Max),
            minimum,
            9996,
            safe ? 1 : 0,
            term,
            assisted ? 5 : 0,
            random.Next(8) == 0 ? 1 : 0,
            random.Next(19, 70),
        ];
    }

    /// <summary>The header of a CSV file.</summary>
    public static string Header => $"{string.Join(',', Columns)}\n";

    /// <summary>A row as a line of CSV.</summary>
    public string NextLine(long id)
    {
        text.Clear();
        foreach (var value in Next(id))
        {
            text.Append(CultureInfo.InvariantCulture, $"{value},");
        }

        text[^1] = '\n';
        return text.ToString();
    }

    private int Term(MonthRange range, bool assisted)
    {
        if (range.Min.IsLife)
        {
            return assisted ? 240 : 9996;
        }

        var top = range.Max.IsLife ? range.Min.Value + 60 : range.Max.Value;
        var within = range.Min.Value + random.Next(top - range.Min.Value + 1);
        return assisted ? within * 2 / 3 : within;
    }

    private static int Number(Months term) => term.IsLife ? 9996 : term.Value;
}
