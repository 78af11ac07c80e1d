using System.Text;

namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>What the columns of somebody's table may mean, by their names. A guess for people to look at; nothing is read by it unseen.</summary>
public static class CrosswalkGuess
{
    /// <summary>What stands for the column that names the record.</summary>
    public const string Id = "id";

    /// <summary>
    /// The facts that a spreadsheet of a defender's or a court's office usually has, with what each is called on a page and the words, without
    /// spaces, by which columns are named. A crosswalk of one's own can fill every path.
    /// </summary>
    public static readonly IReadOnlyList<(string Path, string Label, string[] Names)> Facts =
    [
        (Id, "Record number of the office", ["id", "recordid", "fileno", "filenumber", "matter", "ussicidn", "key"]),
        ("person.name", "Name", ["name", "clientname", "client", "defendantname", "fullname"]),
        (
            "person.registerNumber",
            "Register number",
            ["registernumber", "regno", "register", "bopregister", "bopno", "usmnumber", "usm", "regnum"]
        ),
        ("person.docketNumber", "Docket number", ["docketnumber", "docket", "casenumber", "caseno", "docketno", "case"]),
        ("person.defendant", "Number of the defendant", ["defendantnumber", "defno", "defendantno", "deft", "def"]),
        ("district", "District, such as TNE or E.D. Tenn.", ["district", "dist", "court", "ct"]),
        (
            "sentencedOn",
            "Day of sentencing",
            ["sentencedon", "sentencedate", "datesentenced", "sentencingdate", "sentdate", "judgmentdate"]
        ),
        ("offenseEndedOn", "End of the offense", ["offenseendedon", "offenseend", "offensedate"]),
        ("manual", "Manual used, by its date", ["manual", "manualdate", "guidelinesmanual"]),
        ("manual.year", "Manual used, by its year", ["manualyear", "bookyear", "guidelinesyear"]),
        ("offense.guideline", "Guideline, such as 2D1.1", ["guideline", "offenseguideline", "ussg"]),
        ("offense.drugs[0].substance", "Drug", ["drug", "substance", "drugtype", "primarydrug", "controlledsubstance"]),
        (
            "offense.drugs[0].grams",
            "Grams of the drug",
            ["grams", "weight", "drugweight", "weightg", "weightgrams", "drugweightg", "drugweightgrams", "quantitygrams"]
        ),
        (
            "offense.convertedDrugWeightKg",
            "Converted drug weight in kg",
            ["converteddrugweight", "cdw", "marijuanaequivalent", "converted"]
        ),
        ("offense.drugQuantityLevel", "Level from the Drug Quantity Table", ["drugquantitylevel", "quantitylevel", "dqlevel"]),
        ("offense.baseOffenseLevel", "Base offense level", ["baseoffenselevel", "bol", "baselevel"]),
        ("offense.totalOffenseLevel", "Total offense level", ["totaloffenselevel", "tol", "totallevel", "offenselevel", "finallevel"]),
        ("criminalHistory.category", "Criminal history category", ["criminalhistorycategory", "chc", "category", "crimhistcat", "history"]),
        ("criminalHistory.points", "Criminal history points", ["criminalhistorypoints", "chpoints", "chpts", "points", "histpoints"]),
        ("criminalHistory.statusPoints", "Status points", ["statuspoints", "statuspts"]),
        ("careerOffender.applied", "Career offender, yes or no", ["careeroffender", "career", "co"]),
        ("guidelineRange.min", "Guideline range, from", ["rangemin", "guidelinemin", "rangelow", "glmin", "low"]),
        ("guidelineRange.max", "Guideline range, to", ["rangemax", "guidelinemax", "rangehigh", "glmax", "high"]),
        (
            "statutory.minimumMonths",
            "Statutory minimum in months",
            ["statutoryminimum", "mandatoryminimum", "mandmin", "statmin", "minimum"]
        ),
        ("statutory.maximumMonths", "Statutory maximum in months", ["statutorymaximum", "statmax"]),
        (
            "sentence.months",
            "Sentence in months",
            ["sentence", "months", "sentencemonths", "term", "termmonths", "termmos", "sentenceimposed", "imposed"]
        ),
        ("offense.adjustments[3E1.1]", "Acceptance of responsibility, in levels", ["acceptance", "acceptancelevels", "aor"]),
        (
            "offense.adjustments[3B1.1]",
            "Leader, organizer, manager or supervisor, in levels",
            ["aggravatingrole", "leader", "leadership", "aggrole"]
        ),
        ("offense.adjustments[3B1.2]", "Minor or minimal role, in levels", ["mitigatingrole", "minorrole", "minor", "mitrole"]),
        ("offense.adjustments[2D1.1(b)(weapon)]", "Dangerous weapon, in levels", ["weapon", "gun", "gun2", "firearm"]),
        ("offense.adjustments[3C1.1]", "Obstruction of justice, in levels", ["obstruction"]),
        ("custody.sentenceBegan", "Day on which the sentence began", ["sentencebegan", "began", "commenced", "startdate", "sentencestart"]),
        (
            "custody.priorCreditDays",
            "Days of credit for time before",
            ["priorcreditdays", "jailcredit", "jailcreditdays", "credit", "priorcredit"]
        ),
        ("custody.goodTimeLostDays", "Days of good conduct time lost", ["goodtimelostdays", "gctlost", "goodtimelost"]),
        ("custody.facility", "Institution", ["facility", "institution", "prison"]),
        ("synthetic", "Invented person, yes or no", ["synthetic", "invented"]),
    ];

    /// <summary>The path that a column may fill, by its name; null where the name says nothing.</summary>
    public static string? Of(string column)
    {
        var word = string.Concat(column.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return Facts.FirstOrDefault(fact => fact.Names.Contains(word, StringComparer.Ordinal)).Path;
    }

    /// <summary>A guess for each column; a path is given once, to the first column that may fill it.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<string> columns)
    {
        var guess = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (Of(column) is { } path && !guess.ContainsValue(path))
            {
                guess.TryAdd(column, path);
            }
        }

        return guess;
    }

    /// <summary>The crosswalk that says so, as the text of its file.</summary>
    /// <param name="columns">The path of each column that is read.</param>
    /// <param name="everyAdjustment">
    /// True where somebody says that the columns name every adjustment that the court applied; otherwise adjustments are left unknown.
    /// </param>
    public static string Yaml(IReadOnlyDictionary<string, string> columns, bool everyAdjustment)
    {
        var yaml = new StringBuilder("missing: [\"\", \"n/a\", \"N/A\", \"unknown\", \"-\"]\n");
        yaml.Append("adjustments: ").Append(everyAdjustment ? "all" : "some").Append('\n');
        foreach (var (column, _) in columns.Where(c => c.Value == Id).Take(1))
        {
            yaml.Append("id: ").Append(Quoted(column)).Append('\n');
        }

        yaml.Append("facts:\n");
        foreach (var (column, path) in columns.Where(c => c.Value != Id))
        {
            yaml.Append("  ").Append(Quoted(path)).Append(": ").Append(Quoted(column)).Append('\n');
        }

        return yaml.ToString();
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
