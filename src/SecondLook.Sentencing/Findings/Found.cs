using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Findings;

/// <summary>
/// A value and, where findings are kept, the finding that explains it. Facts are handed in with or without an explanation; whatever is
/// derived from a fact without one has none either, so the same rules serve an explained answer and a bulk run.
/// </summary>
/// <param name="Value">The value.</param>
/// <param name="Why">The finding; null where findings are not kept.</param>
public readonly record struct Found<T>(T Value, Finding? Why)
{
    /// <summary>The same value under one more step, explained where this one is.</summary>
    public Found<T> As(Step step, FindingValue shown, Provision law, int paragraph = 0) =>
        Why is null ? this : new(Value, new Finding(step, shown, law, null, paragraph, Why));
}
