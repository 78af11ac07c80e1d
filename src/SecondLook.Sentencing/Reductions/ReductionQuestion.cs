using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Reductions;

/// <summary>What is asked of a record.</summary>
/// <param name="Amendments">
/// The amendments asked about, such as <c>782</c> or <c>821A</c>; null for every covered amendment. They narrow the question, not the
/// substitution: all covered amendments are always substituted together (§1B1.10(b)(1)). A record's own motion overrides them.
/// </param>
/// <param name="OrderDate">The date of the order. A record's own motion overrides it.</param>
/// <param name="KeepFindings">Whether the determination carries its findings.</param>
public sealed record ReductionQuestion(IReadOnlyList<string>? Amendments, PartialDate OrderDate, bool KeepFindings = true);
