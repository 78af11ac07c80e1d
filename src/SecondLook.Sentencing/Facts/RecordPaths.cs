namespace SecondLook.Sentencing.Facts;

/// <summary>The paths by which findings and missing facts name a part of a record.</summary>
public static class RecordPaths
{
    private const int Kept = 32;

    private static readonly string[] Drugs = [.. Enumerable.Range(0, Kept).Select(i => $"offense.drugs[{i}]")];
    private static readonly string[] Adjustments = [.. Enumerable.Range(0, Kept).Select(i => $"offense.adjustments[{i}]")];

    /// <summary>A drug, counted from zero.</summary>
    public static string Drug(int index) => index < Kept ? Drugs[index] : $"offense.drugs[{index}]";

    /// <summary>An adjustment, counted from zero.</summary>
    public static string Adjustment(int index) => index < Kept ? Adjustments[index] : $"offense.adjustments[{index}]";
}
