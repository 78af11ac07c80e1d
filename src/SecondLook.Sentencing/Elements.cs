namespace SecondLook.Sentencing;

/// <summary>Every element of the law folder and the type of its terms: one file for each, one type for each.</summary>
public static class Elements
{
}
