using System.Globalization;

namespace SecondLook.Tests.SecondOpinion;

/// <summary>The numbers of the second opinion, from the tables beside this file.</summary>
internal static class Keyed
{
    private const string Folder = "SecondOpinion/";

    public static readonly IReadOnlyList<Rows> QuantityTable =
    [
        .. CaseTable
            .Of(Folder + "QuantityTable.md", "substance", "measure", "levels and least amounts", "source")
            .Select(r => new Rows(r["substance"], r["measure"] == "units", Period.Of(r), Levels(r))),
    ];

    /// <summary>The table of §2D1.11 for single chemicals.</summary>
    public static readonly IReadOnlyList<Rows> Chemicals =
    [
        .. CaseTable
            .Of(Folder + "Rules.md", "chemicals", "levels and least amounts")
            .SelectMany(r => r.Words("chemicals").Select(name => new Rows(name, false, Period.Of(r), Levels(r)))),
    ];

    public static readonly decimal Dose = CaseTable.Of(Folder + "Rules.md", "grams of a dose").Single().Number("grams of a dose");

    public static readonly IReadOnlyList<Least> Least =
    [
        .. CaseTable
            .Of(Folder + "Rules.md", "charged", "(A)", "(B)", "below is (D)")
            .Select(r => new Least(
                r["charged"],
                Period.Of(r),
                r.Number("(A)"),
                r.Number("(B)"),
                r.Has("below is (D)") ? r.Number("below is (D)") : null
            )),
    ];

    public static readonly IReadOnlyList<(char Paragraph, Period Period, int Priors, Term Term)> Terms =
    [
        .. CaseTable
            .Of(Folder + "Rules.md", "paragraph", "priors", "term")
            .Select(r => (r["paragraph"][0], Period.Of(r), r.Whole("priors"), Term.Of(r["term"]))),
    ];

    public static readonly IReadOnlyList<Equivalent> Equivalents =
    [
        .. CaseTable
            .Of(Folder + "Equivalents.md", "substance", "class", "grams", "source")
            .Select(r => new Equivalent(r["substance"], r["class"], Period.Of(r), r.Number("grams"))),
    ];

    public static readonly IReadOnlyList<Amendment> Amendments =
    [
        .. CaseTable
            .Of(Folder + "Rules.md", "amendment", "took effect", "listed from")
            .Select(r => new Amendment(r["amendment"], r.Day("took effect"), r.Day("listed from"))),
    ];

    public static readonly IReadOnlyList<RoleCap> RoleCaps =
    [
        .. CaseTable
            .Of(Folder + "Rules.md", "less at 32", "at most with four levels")
            .Select(r => new RoleCap(
                Period.Of(r),
                new[] { 32, 34, 36, 38 }.ToDictionary(level => level, level => r.Whole($"less at {level}")),
                r.Has("at most") ? r.Whole("at most") : null,
                r.Has("at most with four levels") ? r.Whole("at most with four levels") : null
            )),
    ];

    public static readonly IReadOnlyList<ScheduleCaps> Caps =
    [
        .. CaseTable
            .Of(Folder + "Rules.md", "III, IV and V", "IV and V", "V")
            .Select(r => new ScheduleCaps(
                Period.Of(r),
                r.Number("III, IV and V"),
                r.Number("IV and V"),
                r.Number("V"),
                r.Has("III hydrocodone with III, IV and V") ? r.Number("III hydrocodone with III, IV and V") : null
            )),
    ];

    public static readonly IReadOnlyDictionary<int, decimal> CrackBesideOthers = CaseTable
        .Of(Folder + "Rules.md", "base level", "grams")
        .ToDictionary(r => r.Whole("base level"), r => r.Number("grams"));

    public static readonly IReadOnlyList<Characteristic> Characteristics =
    [
        .. CaseTable
            .Of(Folder + "Rules.md", "paragraph", "levels", "increase to")
            .Select(r => new Characteristic(
                r["paragraph"],
                Period.Of(r),
                r.Whole("levels"),
                r.Has("increase to") ? r.Whole("increase to") : null
            )),
    ];

    public static readonly IReadOnlyList<Way> Ways =
    [
        .. CaseTable
            .Of(Folder + "Rules.md", "guideline", "named", "not less than", "not more than")
            .Select(r => new Way(
                r["guideline"],
                r.Words("named"),
                Period.Of(r),
                r.Whole("levels"),
                r.Has("not less than") ? r.Whole("not less than") : null,
                r.Has("not more than") ? r.Whole("not more than") : null,
                r["table alone"] == "yes",
                r["capped"] == "yes",
                r["role"]
            )),
    ];

    public static readonly IReadOnlyList<(string Guideline, Characteristic Characteristic)> OwnCharacteristics =
    [
        .. CaseTable
            .Of(Folder + "Rules.md", "guideline", "own paragraph", "levels", "increase to")
            .Select(r =>
                (
                    r["guideline"],
                    new Characteristic(
                        r["own paragraph"],
                        Period.Of(r),
                        r.Whole("levels"),
                        r.Has("increase to") ? r.Whole("increase to") : null
                    )
                )
            ),
    ];

    public static readonly IReadOnlyList<ValveLevels> Valves =
    [
        .. CaseTable
            .Of(Folder + "Rules.md", "paragraph", "only at level")
            .Select(r => new ValveLevels(r["paragraph"], Period.Of(r), r.Has("only at level") ? r.Whole("only at level") : null)),
    ];

    /// <summary>From the highest row to the lowest.</summary>
    public static readonly IReadOnlyList<(int Maximum, int Level)> CareerLevels =
    [
        .. CaseTable
            .Of(Folder + "Rules.md", "maximum of at least", "level of a career offender")
            .Select(r => (Term.Of(r["maximum of at least"]).Min, r.Whole("level of a career offender"))),
    ];

    private static readonly IReadOnlyList<(DateOnly? Until, int Level, Term[] Terms)> Cells =
    [
        .. CaseTable
            .Of(Folder + "SentencingTable.md", "until", "level", "VI")
            .Select(r =>
                (
                    r.Has("until") ? r.Day("until") : (DateOnly?)null,
                    r.Whole("level"),
                    new[] { "I", "II", "III", "IV", "V", "VI" }.Select(c => Term.Of(r[c])).ToArray()
                )
            ),
    ];

    private static readonly ILookup<int, (DateOnly? Until, int Level, Term[] Terms)> ByLevel = Cells.ToLookup(c => c.Level);

    /// <summary>The cell of the Sentencing Table; above 43 is 43 and below 1 is 1 (Chapter Five, Part A, n.2).</summary>
    public static Term Cell(DateOnly manual, int level, int category) =>
        ByLevel[Math.Clamp(level, 1, 43)].First(c => c.Until is not { } until || manual < until).Terms[category - 1];

    private static IReadOnlyList<(int Level, decimal AtLeast)> Levels(CaseRow row) =>
        [.. row.Words("levels and least amounts").Select(w => w.Split(':')).Select(w => (Whole(w[0]), Amount(w[1])))];

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}

internal readonly record struct Period(DateOnly From, DateOnly? Until)
{
    public bool Holds(DateOnly day) => day >= From && (Until is not { } until || day < until);

    public static Period Of(CaseRow row) => new(row.Day("from"), row.Has("until") ? row.Day("until") : null);
}

internal sealed record Rows(string Substance, bool Counted, Period Period, IReadOnlyList<(int Level, decimal AtLeast)> Levels);

internal sealed record Equivalent(string Substance, string Class, Period Period, decimal Grams);

internal sealed record Amendment(string Number, DateOnly TookEffect, DateOnly ListedFrom);

internal sealed record RoleCap(Period Period, IReadOnlyDictionary<int, int> Less, int? AtMost, int? AtMostWithFour);

internal sealed record ScheduleCaps(Period Period, decimal ThreeFourFive, decimal FourFive, decimal Five, decimal? WithHydrocodone);

internal sealed record Characteristic(string Paragraph, Period Period, int Levels, int? IncreaseTo);

/// <summary>One way in which a guideline takes its level from §2D1.1.</summary>
internal sealed record Way(
    string Guideline,
    IReadOnlyList<string> Named,
    Period Period,
    int Levels,
    int? NotLess,
    int? NotMore,
    bool TableAlone,
    bool Capped,
    string Role
)
{
    /// <summary>"not more than", and then "not less than".</summary>
    public int Of(int level) => Math.Max(Math.Min(level + Levels, NotMore ?? int.MaxValue), NotLess ?? int.MinValue);
}

/// <summary>The least quantities of 21 U.S.C. 841(b)(1)(A) and (B).</summary>
internal sealed record Least(string Substance, Period Period, decimal OfA, decimal OfB, decimal? BelowIsD);

internal sealed record ValveLevels(string Paragraph, Period Period, int? OnlyAt);

/// <summary>A range in months; <see cref="Life"/> is longer than any number.</summary>
internal readonly record struct Term(int Min, int Max)
{
    public const int Life = int.MaxValue;

    public static Term Of(string text)
    {
        var ends = text.Split('-');
        return new(End(ends[0]), End(ends[^1]));
    }

    public override string ToString() => $"{Word(Min)}-{Word(Max)}";

    private static int End(string text) => text == "life" ? Life : int.Parse(text, CultureInfo.InvariantCulture);

    private static string Word(int months) => months == Life ? "life" : months.ToString(CultureInfo.InvariantCulture);
}
