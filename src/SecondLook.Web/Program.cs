using System.Reflection;

namespace SecondLook.Web;

/// <summary>The program that runs.</summary>
public static class Program
{
    /// <summary>Its version, as a recalculation keeps it.</summary>
    public static string Version { get; } =
        typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
