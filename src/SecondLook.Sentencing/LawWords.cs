using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing;

/// <summary>What is said of a version of the law wherever one is shown: how sure it is, and what made it.</summary>
public sealed class LawWords(LawLibrary law)
{
    private static readonly Lazy<IReadOnlyList<Edition>> Editions = new(() => LawReader.ReadEditions(LawFiles.Embedded()));

    /// <summary>How sure the source of a version is.</summary>
    public static string HowSure(Confidence confidence) =>
        confidence switch
        {
            Confidence.Verbatim => "verbatim (read in the official text)",
            Confidence.CrossChecked => "cross-checked (derived from the official text, or compared with several quotations of it)",
            _ => "recalled (known, and not read again)",
        };

    /// <summary>An amendment and what §1B1.10 says of it: <c>amendment 782 (drugs: two levels lower), listed in §1B1.10 from Nov. 1, 2014</c>.</summary>
    public static string Named(Amendment amendment) =>
        $"amendment {amendment.Id} ({amendment.Title}), "
        + (amendment.Retroactive is { } listed ? $"listed in §1B1.10 from {Wording.Date(listed.Listed)}" : "not listed in §1B1.10");

    /// <summary>
    /// What made a version: the amendment where it is keyed; otherwise the source. Where the Manual changed by an amendment that is not
    /// keyed, that is said.
    /// </summary>
    public string MadeBy(ElementHistory element, Provision version) =>
        law.Amendments.FirstOrDefault(a => a.Id == version.Amendment) is { } keyed ? $"{Named(keyed)}; {version.Source}"
        : version.Effective > element.CoveredFrom && IsGuideline(element) ? $"{version.Source} (no amendment is keyed for it)"
        : version.Source;

    /// <summary>True for a provision of the Manual, which only amendments change; false for statutes and decisions.</summary>
    public static bool IsGuideline(ElementHistory element) => element.File.StartsWith("law/guidelines/", StringComparison.Ordinal);

    /// <summary>The amendments in force from a day, as the list of editions gives them; empty where it names none.</summary>
    public static string OfDay(DateOnly effective) => Editions.Value.FirstOrDefault(e => e.Effective == effective)?.Source ?? "";
}
