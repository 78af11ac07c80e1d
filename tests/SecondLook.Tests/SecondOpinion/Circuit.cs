namespace SecondLook.Tests.SecondOpinion;

/// <summary>
/// Everybody was sentenced where the court of appeals applied §5G1.1 to the amended range until November 1, 2014, and read the applicable
/// range before departures under §4A1.3 until November 1, 2011: the Sixth and the Eighth Circuit (App. C, 759 and 780, reasons).
/// </summary>
internal static class Circuit
{
    /// <summary>Of a minimum below the whole range the Eighth Circuit spoke (United States v. Golden), of others the Sixth (Joiner).</summary>
    public static string DistrictOf(Person person, Side original) => original.Table.Min >= person.Minimum ? "IAN" : "TNE";
}
