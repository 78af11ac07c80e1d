using System.CommandLine;
using System.Globalization;
using System.Text;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Cli.Commands;

/// <summary><c>secondlook law diff</c>: what changed between two days, and which amendment changed it.</summary>
internal static class LawDiffCommand
{
    public static Example Create(Surroundings surroundings)
    {
        var from = new Argument<string>("FROM") { Description = "The earlier day, such as 2013-11-01." };
        var to = new Argument<string>("TO") { Description = "The later day." };
        var section = new Argument<string?>("SECTION")
        {
            Description = "Only this section or element, with every term that changed. Without it, a line for each change.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("diff", "Says what changed in the law between two days, each change with the amendment that made it.")
        {
            from,
            to,
            section,
        };
        command.SetAction(parsed =>
        {
            var law = Elements.Library;
            var (first, last) = (AskedLaw.Day(parsed.GetRequiredValue(from), "FROM"), AskedLaw.Day(parsed.GetRequiredValue(to), "TO"));
            if (last < first)
            {
                throw new CannotRunException($"{Wording.Date(last)} is before {Wording.Date(first)}. Name the earlier day first.");
            }

            var asked = parsed.GetValue(section);
            surroundings.Output.Write(
                Page(law, first, last, asked is null ? law.Elements : AskedLaw.Find(law, asked, first, last), asked is not null)
            );
            return ExitCode.Done;
        });
        return new Example(
            command,
            "secondlook law diff 2013-11-01 2014-11-01 2D1.1(c)",
            "",
            "Every line of the Drug Quantity Table that changed between the two days, by amendment 782."
        );
    }

    private static string Page(LawLibrary law, DateOnly first, DateOnly last, IReadOnlyList<ElementHistory> elements, bool inFull)
    {
        var text = new StringBuilder();
        var covered = elements.Where(e => e.Covers(first) && e.Covers(last)).ToList();
        if (covered.Count == 0 || (!inFull && AskedLaw.LastDay(law) < last) || (!inFull && first < law.Editions[0]))
        {
            var outside = elements.Except(covered).ToList();
            throw new CannotRunException(
                $"{Wording.Date(first)} to {Wording.Date(last)} is not covered. "
                    + string.Join(" ", outside.Select(e => e.NotCoveredWhy).Distinct(StringComparer.Ordinal))
            );
        }

        var changes = LawChange.Between(law, first, last, covered);
        WrappedText.Append(
            text,
            $"{Wording.Date(first)} to {Wording.Date(last)}: {(changes.Count == 0 ? "no keyed number changed" : Count(changes.Count, "change"))}"
        );
        foreach (var change in changes)
        {
            text.Append('\n');
            Change(text, change, inFull);
        }

        foreach (var element in elements.Except(covered))
        {
            text.Append('\n');
            WrappedText.Append(text, $"{element.Element}: not covered on all of these days. {element.NotCoveredWhy}", "", "  ");
        }

        if (!inFull && changes.Any(c => c.Terms.Count > Few))
        {
            text.Append('\n');
            WrappedText.Append(text, "With a section or the name of an element after the dates, every term that changed is shown.");
        }

        return text.ToString();
    }

    private const int Few = 6;

    private static void Change(StringBuilder text, LawChange change, bool inFull)
    {
        var title = (change.Before, change.After) switch
        {
            (null, { } now) => $"{now.Citation} ({now.Element}) comes into force",
            ({ } old, null) => $"{old.Citation} ({old.Element}) ends",
            ({ } old, { } now) when old.Citation != now.Citation => $"{now.Citation}, until then {old.Citation} ({now.Element})",
            (_, { } now) => $"{now.Citation} ({now.Element})",
            _ => change.Element.Element,
        };
        WrappedText.Append(text, $"{Wording.Date(change.Effective)}  {title}", "", "  ");
        var byAmendment = change.Terms.GroupBy(t => t.By).ToList();
        foreach (var amendment in change.Amendments)
        {
            WrappedText.Append(text, $"by {LawWords.Named(amendment)}", "  ", "    ");
            Terms(text, [.. byAmendment.Where(g => g.Key == amendment).SelectMany(g => g)], inFull);
        }

        TermChange[] others = [.. byAmendment.Where(g => g.Key is null).SelectMany(g => g)];
        if (others.Length > 0 || change.Amendments.Count == 0)
        {
            NotKeyed(text, change);
            Terms(text, others, inFull);
        }

        if (change.After?.Note is { } note)
        {
            WrappedText.Append(text, $"note: {note}", "  ", "    ");
        }
    }

    private static void NotKeyed(StringBuilder text, LawChange change)
    {
        var source = (change.After ?? change.Before)!.Source;
        var ofDay = LawWords.OfDay(change.Effective);
        WrappedText.Append(
            text,
            (
                !LawWords.IsGuideline(change.Element) ? "source"
                : change.Amendments.Count > 0 ? "the rest by an amendment that is not keyed; source"
                : "by an amendment that is not keyed; source"
            )
                + $": {source}"
                + (ofDay.Length == 0 ? "" : $"; in force from that day: {ofDay}"),
            "  ",
            "    "
        );
    }

    private static void Terms(StringBuilder text, TermChange[] terms, bool inFull)
    {
        if (terms.Length == 0)
        {
            text.Append("    no number changed\n");
            return;
        }

        foreach (var term in terms.Take(inFull ? terms.Length : Few))
        {
            WrappedText.Append(text, $"{term.Name}: {term.Before ?? "-"} -> {term.After ?? "-"}", "    ", "      ");
        }

        if (!inFull && terms.Length > Few)
        {
            text.Append(CultureInfo.InvariantCulture, $"    and {terms.Length - Few} more\n");
        }
    }

    private static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
