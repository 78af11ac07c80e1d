using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// Fed. R. Crim. P. 11(c)(1)(C): whether a sentence under such an agreement was based on the range, as far as the decisions of the order's date
/// leave it open (Freeman, Hughes).
/// </summary>
internal static class TypeCPleaReadings
{
    private const string TypeC = "11(c)(1)(C)";
    private const string PleaFact = "sentence.pleaUsedRange";
    private const string CourtFact = "sentence.courtUsedRange";

    private static readonly (bool? Used, Choice[] Choices)[] NoSuchPlea = [(null, [])];

    /// <summary>Whether it was, null where there is no such agreement, and the choice each reading stands for.</summary>
    public static (bool? Used, Choice[] Choices)[] Of(SentencingRecord record, LawStages stages)
    {
        if (record.Sentence.Plea != TypeC)
        {
            return NoSuchPlea;
        }

        var rule = stages.TypeCPlea?.Terms.Rule;
        if (rule == TypeCPleaRule.UnlessClearlyOtherwise && record.Sentence.CourtUsedRange is { } relied)
        {
            return [(relied, [])];
        }

        if (record.Sentence.PleaUsedRange is { } stated)
        {
            // That the agreement named no range does not show that the court relied on none when it accepted it.
            return stated || rule != TypeCPleaRule.UnlessClearlyOtherwise
                ? [(stated, [])]
                : [(true, [new(CourtFact, "yes")]), (false, [new(CourtFact, "no")])];
        }

        return rule == TypeCPleaRule.UnlessClearlyOtherwise
            ? [(true, [])]
            : [(true, [new(PleaFact, "yes")]), (false, [new(PleaFact, "no")])];
    }
}
