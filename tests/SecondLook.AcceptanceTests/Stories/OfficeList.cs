using System.Globalization;

namespace SecondLook.AcceptanceTests.Stories;

/// <summary>
/// The list of a defender's office as a file: 100,000 invented people, their columns named as an office would. The law's answer for each follows
/// from the cells, and is counted from the text of the file, apart from the program.
/// </summary>
public sealed class OfficeList
{
    /// <summary>How many people.</summary>
    public const int Rows = 100_000;

    private const string Header =
        "File No.,Client,Reg. No.,Case No.,Def. No.,Where,Sentence Date,Manual Date,Guideline,Drug Type,Weight (grams),AOR,CHC,CH Points,Status points,Career,Mand. Min.,Stat. Max,Term (months),Commenced,Jail Credit,GCT Lost,Synthetic";

    private static readonly string[] Districts = ["TNE", "NYS", "TXW", "FLS", "CAC", "OHN", "WAE"];

    private OfficeList(IReadOnlyList<Line> lines)
    {
        Lines = lines;
    }

    /// <summary>The people of the file, as its text has them.</summary>
    public IReadOnlyList<Line> Lines { get; }

    /// <summary>Writes the file and reads back what it says.</summary>
    public static async Task<OfficeList> Write(string path)
    {
        await File.WriteAllLinesAsync(path, Enumerable.Range(1, Rows).Select(Row).Prepend(Header));
        return new([.. File.ReadLines(path).Skip(1).Select(text => new Line(text.Split(',')))]);
    }

    private static string Row(int number)
    {
        var began = (number % 20 < 9 ? new DateOnly(2013, 7, 1) : new DateOnly(2015, 1, 5)).AddDays(number % 90);
        var (drug, grams, points, category, career, term, maximum) = (number % 20) switch
        {
            < 13 => ("cocaine", $"{401 + (number % 97)}", 4, "III", "no", 46, 240),
            < 16 => ("cocaine", $"{401 + (number % 97)}", 14, "VI", "yes", 151, 240),
            < 18 => ("heroin", "100000", 4, "III", "no", 235, 480),
            _ => ("cocaine", number % 1000 == 999 ? "many" : "", 4, "III", "no", 120, 240),
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"FD-{number:000000},Client {number:000000} (invented),{number:00000}-998,3:12-cr-{number:000000},1,{Districts[number % Districts.Length]},{began:yyyy-MM-dd},2012-11-01,2D1.1,{drug},{grams},-3,{category},{points},0,{career},0,{maximum},{term},{began:yyyy-MM-dd},0,0,yes"
        );
    }

    /// <summary>One person of the file.</summary>
    public sealed record Line(IReadOnlyList<string> Cells)
    {
        /// <summary>The number of the case.</summary>
        public string Case => Cells[3];

        /// <summary>The name.</summary>
        public string Client => Cells[1];

        /// <summary>The district.</summary>
        public string District => Cells[5];

        /// <summary>Words stand where the weight should be.</summary>
        public bool IsRejected => Cells[10].Length > 0 && !Cells[10].All(char.IsAsciiDigit);

        /// <summary>The weight is missing, and no level is given in its place.</summary>
        public bool IsOpen => Cells[10].Length == 0;

        /// <summary>The career offender guideline was applied, which Amendment 782 leaves alone.</summary>
        public bool IsCareerOffender => Cells[15] == "yes";

        /// <summary>30 kg of heroin or more are level 38 in 2012; 90 kg or more still are after Amendment 782 (USSG §2D1.1(c)(1)).</summary>
        public bool IsAboveTopLevel =>
            Cells[9] == "heroin" && !IsOpen && !IsRejected && int.Parse(Cells[10], CultureInfo.InvariantCulture) >= 90_000;

        /// <summary>
        /// 400 to 500 grams of cocaine are level 24 in 2012 and level 22 after Amendment 782 (USSG §2D1.1(c)): with acceptance, in Category III, 46 to
        /// 57 months become 37 to 46.
        /// </summary>
        public bool IsEligible => !IsCareerOffender && Cells[9] == "cocaine" && !IsOpen && !IsRejected;

        /// <summary>
        /// A term of 37 months, less 54 days a year (18 U.S.C. 3624(b)), that began in 2013 ends in 2016, before November; one that began in 2015
        /// ends in 2017; every longer one ends after 2020.
        /// </summary>
        public bool LeavesWithinAYear => IsEligible && Cells[19].StartsWith("2013", StringComparison.Ordinal);
    }
}
