using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>18 U.S.C. 3582(c)(2) and §1B1.10: whether and how far the law lets a court reduce a term.</summary>
public static class SentenceReduction
{
    /// <summary>The determination for one record. Pure: the same record, question and law give the same determination.</summary>
    public static Determination Determine(SentencingRecord record, ReductionQuestion question, LawLibrary law) =>
        throw new LawException($"not yet: {record.Id} {question.OrderDate} {law.Editions.Length}");
}
