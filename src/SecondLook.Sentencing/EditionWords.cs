using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing;

/// <summary>What is said of one case under every edition of the Manual; text and pages take it from here.</summary>
public static class EditionWords
{
    /// <summary>What stands at the end.</summary>
    public const string Closing =
        "Each Manual is applied in its entirety to the facts recorded (USSG §1B1.11(b)(2)); adjustments that the court's Manual did not "
        + "have are not tried. Which Manual applies to the case is another question (§1B1.11).";

    /// <summary>The amendments that made a change; those of the terms for the case's own substances where there are such.</summary>
    public static IEnumerable<string> Makers(LawChange change, SentencingRecord record, LawLibrary law)
    {
        string[] substances = [.. (record.Offense.Drugs ?? []).Select(drug => drug.Substance).OfType<string>()];
        var own = change
            .Terms.Where(term =>
                substances.Any(substance =>
                    term.Name.StartsWith($"{substance},", StringComparison.Ordinal)
                    || term.Name.EndsWith($" of {substance}", StringComparison.Ordinal)
                )
            )
            .ToList();
        var makers = (own.Count > 0 ? own : change.Terms).Select(term => term.By).Distinct().ToList();
        foreach (var maker in makers)
        {
            var version = (change.After ?? change.Before)!;
            yield return maker is null
                ? $"{version.Citation}, {version.Source} (no amendment is keyed for it)"
                : $"{LawWords.Named(maker)}";
        }

        if (makers.Count == 0)
        {
            yield return new LawWords(law).MadeBy(change.Element, (change.After ?? change.Before)!);
        }
    }
}
