using CsCheck;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Tests.Properties;

/// <summary>Records whose level comes from §2D1.1 through another guideline, or that have other groups of counts, or both.</summary>
internal static class BorrowedRecords
{
    private static readonly Gen<CountGroup> Group = from level in Gen.Int[8, 40] select new CountGroup("2K2.1", level, null);

    public static readonly Gen<SentencingRecord> All =
        from facts in RandomRecords.Facts
        from borrowed in Gen.Int[0, 3]
        from way in Way(RandomRecords.Law.ManualOn(facts.Manual!.Value))
        from groups in Group.Array[borrowed == 0 ? 1 : 0, 2]
        from share in Gen.OneOf(50, 90, 100, 110, 125)
        select RandomRecords.Sentenced(
            facts with
            {
                Groups = groups,
                Offense =
                    borrowed == 0
                        ? facts.Offense
                        : facts.Offense with
                        {
                            Guideline = way.Guideline,
                            BaseOffenseLevelFrom = BaseLevelSource.Borrowed,
                            Adjustments = [.. way.Named, .. facts.Offense.Adjustments!],
                        },
            },
            share,
            BelowRangeBasis.Variance
        );

    /// <summary>A guideline of the Manual, with the paragraph that applies and what its own characteristics add.</summary>
    private static Gen<(string Guideline, Adjustment[] Named)> Way(Manual manual) =>
        from guideline in Gen.OneOf([.. BorrowedLevels.Guidelines.Where(g => BorrowedLevels.Find(manual, g) is not null)])
        let terms = (BorrowedLevel)BorrowedLevels.Find(manual, guideline)!.AnyTerms
        from alternative in Gen.OneOf([.. terms.Alternatives])
        from floor in Gen.OneOf([.. alternative.NotLessThan.Select(b => b.Paragraph).DefaultIfEmpty("")])
        from cap in Gen.OneOf([.. CapsThatCanBeNamed(alternative)])
        from own in Gen.OneOf([null, .. terms.Characteristics])
        select (
            guideline,
            (Adjustment[])
                [
                    .. new[] { alternative.Paragraph, floor, cap }
                        .Where(p => p.StartsWith("(a)", StringComparison.Ordinal))
                        .Distinct()
                        .Select(p => new Adjustment($"{guideline}{p}", 0)),
                    .. own is null ? [] : new[] { new Adjustment($"{guideline}{own.Paragraph}", own.Levels[0]) },
                ]
        );

    /// <summary>A cap in the paragraph of the addition itself cannot be named beside another.</summary>
    private static IEnumerable<string> CapsThatCanBeNamed(BorrowedAlternative alternative) =>
        alternative
            .NotMoreThan.Select(b => b.Paragraph)
            .Where(p => alternative.NotMoreThan.Count == 1 || p != alternative.Paragraph)
            .DefaultIfEmpty("");
}
