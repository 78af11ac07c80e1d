using System.Reflection;
using SecondLook.Sentencing;

namespace SecondLook.Web;

/// <summary>The program that computes.</summary>
public static class Program
{
    /// <summary>Its version, as a recalculation keeps it.</summary>
    public static string Version { get; } =
        typeof(Elements).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
