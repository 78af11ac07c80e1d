using System.Globalization;
using System.Text;

namespace SecondLook.Sentencing.Law;

/// <summary>What the law folder covers and what it does not, as a page: <c>docs/coverage.md</c>.</summary>
public static class Coverage
{
    /// <summary>The page, in Markdown.</summary>
    public static string Markdown(LawLibrary law)
    {
        var page = new StringBuilder();
        page.Append("# What law is covered\n\n");
        page.Append("Written by the program from the folder `law/`; a test keeps it up to date. ");
        page.Append(
            "Outside the days given here no number is guessed: an answer that needs it is undetermined and names what is not covered.\n\n"
        );
        AppendElements(page, law);
        AppendLimits(page, law);
        AppendRecalled(page, law);
        AppendAmendments(page, law);
        AppendNotes(page, law);
        return page.ToString();
    }

    private static IEnumerable<ElementHistory> InOrder(LawLibrary law) => law.Elements.OrderBy(e => e.File, StringComparer.Ordinal);

    private static IEnumerable<Provision> Versions(ElementHistory element) =>
        element.AnyVersions.Select(v => v.Version).OfType<Provision>();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void AppendElements(StringBuilder page, LawLibrary law)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"Editions of the Manual: {law.Editions.Length}, with the changes between them, from {Day(law.Editions[0])} to {Day(law.Editions[^1])}.\n\n"
        );
        page.Append(
            "## Elements\n\n| element | latest citation | covered from | to before | versions | source read |\n|---|---|---|---|---|---|\n"
        );
        foreach (var element in InOrder(law))
        {
            var versions = Versions(element).ToList();
            var confidence = versions
                .Select(v => LawBinder.Hyphenated(v.Confidence.ToString()))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal);
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {element.Element} | {versions[^1].Citation} | {Day(element.CoveredFrom)} | {(element.CoveredUntil is { } end ? Day(end) : "")} | {versions.Count} | {string.Join(", ", confidence)} |\n"
            );
        }

        page.Append(
            "\n*verbatim*: read in the official text. *cross-checked*: derived from the official text, or compared with several quotations of it. "
        );
        page.Append("*recalled*: known and not read again; an answer that rests on it says so.\n\n");
    }

    private static void AppendLimits(StringBuilder page, LawLibrary law)
    {
        page.Append("## What is not covered, and why\n\n");
        foreach (var reason in InOrder(law).Where(e => e.NotCoveredWhy is not null).GroupBy(e => e.NotCoveredWhy!, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"- {reason.Key} ({string.Join(", ", reason.Select(e => e.Element))})\n");
        }

        page.Append('\n');
    }

    private static void AppendRecalled(StringBuilder page, LawLibrary law)
    {
        page.Append("## Recalled, not read again\n\n");
        foreach (var element in InOrder(law))
        {
            foreach (var version in Versions(element).Where(v => v.Confidence == Confidence.Recalled))
            {
                page.Append(CultureInfo.InvariantCulture, $"- {element.Element} from {Day(version.Effective)}: {version.Citation}\n");
            }
        }

        page.Append('\n');
    }

    private static void AppendAmendments(StringBuilder page, LawLibrary law)
    {
        page.Append(
            "## Amendments listed in §1B1.10\n\n| amendment | about | changed the Manual | listed from | computed |\n|---|---|---|---|---|\n"
        );
        foreach (var amendment in law.Amendments)
        {
            var listed = amendment.Retroactive is { } retroactive ? Day(retroactive.Listed) : "not listed";
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {amendment.Id} | {amendment.Title} | {Day(amendment.Effective)} | {listed} | {Computed(amendment)} |\n"
            );
        }

        page.Append(
            "\nAn amendment that is not computed is named in an answer whenever the record has, or may have, the facts that make it matter: `reaches` in its file.\n\n"
        );
    }

    /// <summary>How far an amendment is computed, and why no further: <c>yes</c>, <c>in part: …</c>, <c>no: …</c>.</summary>
    public static string Computed(Amendment amendment) =>
        amendment switch
        {
            { WithoutEffect: { } why } => $"changes no range: {why}",
            { NotComputable: { } why, Substitutions.Count: > 0 } => $"in part: {why}",
            { NotComputable: { } why } => $"no: {why}",
            _ => "yes",
        };

    private static void AppendNotes(StringBuilder page, LawLibrary law)
    {
        page.Append("## Notes on single versions\n");
        foreach (var element in InOrder(law))
        {
            var notes = Versions(element).Where(v => v.Note is not null).ToList();
            if (notes.Count > 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"\n### {element.Element}\n\n");
                notes.ForEach(v => page.Append(CultureInfo.InvariantCulture, $"- {Day(v.Effective)}: {v.Note}\n"));
            }
        }
    }
}
