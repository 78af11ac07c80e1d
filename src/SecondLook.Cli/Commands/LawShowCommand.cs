using System.CommandLine;
using System.Globalization;
using System.Text;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Cli.Commands;

/// <summary><c>secondlook law show</c>: provisions as they stand on a day, and their histories.</summary>
internal static class LawShowCommand
{
    public static Example Create(Surroundings surroundings)
    {
        var section = new Argument<string>("SECTION")
        {
            Description = "A section (2D1.1, 2D1.1(c)(4), 4A1.1, 841, Ch. 5, Pt. A as 5A) or the name of an element (status-points).",
        };
        var manual = new Option<string?>("--manual")
        {
            Description = "A day on which the Manual to show was in force. Without it, the last day that is covered.",
            HelpName = "DATE",
        };
        var amendments = new Option<string[]>("--amendment")
        {
            Description = "Substitute these amendments, and only these, into that Manual (§1B1.10(b)(1)).",
            HelpName = "782[,821A]",
        };
        var command = new Command("show", "Shows provisions as they stand on a day: terms, citation, source, and what changed them when.")
        {
            section,
            manual,
            amendments,
        };
        command.SetAction(parsed =>
        {
            var law = Elements.Library;
            var day = parsed.GetValue(manual) is { } text ? AskedLaw.Day(text, "--manual") : AskedLaw.LastDay(law);
            var substituted = QuestionOptions.ReadAmendments(parsed.GetValue(amendments), law) ?? [];
            var asked = parsed.GetRequiredValue(section);
            surroundings.Output.Write(Page(law, asked, day, substituted));
            return ExitCode.Done;
        });
        return new Example(
            command,
            "secondlook law show 4A1.1 --manual 2022-11-01",
            "",
            "The criminal history points as the Manual of Nov. 1, 2021 (in force on that day) gives them, and the amendments that changed them."
        );
    }

    private static string Page(LawLibrary law, string asked, DateOnly day, IReadOnlyList<string> substituted)
    {
        var elements = AskedLaw.Find(law, asked, day);
        if (elements.All(e => !e.Covers(day)))
        {
            throw new CannotRunException(
                $"{asked} on {Wording.Date(day)} is not covered. {string.Join(" ", elements.Select(e => e.NotCoveredWhy).Distinct())}"
            );
        }

        var amended = Amended(law, day, substituted);
        var words = new LawWords(law);
        var paragraph = CitedSection.AllOf(asked) is [{ Paragraphs: [_, var number, ..] }, ..] ? number : null;
        var text = new StringBuilder();
        foreach (var element in elements)
        {
            text.Append(text.Length == 0 ? "" : "\n");
            Show(text, element, day, amended?.Find(element.Element), amended, words, paragraph);
        }

        Coverage(text, elements);
        return text.ToString();
    }

    private static Manual? Amended(LawLibrary law, DateOnly day, IReadOnlyList<string> named)
    {
        if (named.Count == 0)
        {
            return null;
        }

        var amendments = law.Amendments.Where(a => named.Any(a.IsNamedBy)).ToList();
        if (amendments.Find(a => a.Substitutions.Count == 0) is { } without)
        {
            throw new CannotRunException($"--amendment: amendment {without.Id} cannot be substituted. {without.NotComputable}");
        }

        return law.ManualOn(day).Substitute(amendments);
    }

    private static void Show(
        StringBuilder text,
        ElementHistory element,
        DateOnly day,
        Provision? substituted,
        Manual? amended,
        LawWords words,
        string? paragraph
    )
    {
        if (!element.Covers(day))
        {
            WrappedText.Append(text, $"{element.Element}: not covered on {Wording.Date(day)}. {element.NotCoveredWhy}", "", "  ");
            return;
        }

        var version = substituted ?? element.On(day);
        if (version is null)
        {
            WrappedText.Append(text, $"{element.Element}: not in force on {Wording.Date(day)}.", "", "  ");
        }
        else
        {
            Head(text, version, element.On(day), day, amended);
            Terms(text, version, paragraph);
        }

        History(text, element, words);
    }

    private static void Head(StringBuilder text, Provision version, Provision? printed, DateOnly day, Manual? amended)
    {
        WrappedText.Append(text, $"{version.Citation} ({version.Element}) on {Wording.Date(day)}", "", "  ");
        if (amended is not null)
        {
            var names = string.Join(", ", amended.Substituted.Select(a => a.Id));
            WrappedText.Append(
                text,
                ReferenceEquals(version, printed)
                    ? $"amendment {names} does not rewrite it"
                    : $"the Manual of {Wording.Date(amended.Edition)} with only amendment {names} substituted",
                "  ",
                "    "
            );
        }

        WrappedText.Append(text, $"text of {Wording.Date(version.Effective)}; source: {version.Source}", "  ", "    ");
        WrappedText.Append(text, $"how sure: {LawWords.HowSure(version.Confidence)}", "  ", "    ");
        if (version.Note is { } note)
        {
            WrappedText.Append(text, $"note: {note}", "  ", "    ");
        }

        text.Append('\n');
    }

    private static void Terms(StringBuilder text, Provision version, string? paragraph)
    {
        switch (version.AnyTerms)
        {
            case DrugQuantityTable table:
                Paragraphs(text, table, paragraph);
                break;
            case SentencingTable table:
                Grid(text, table);
                break;
            case var terms when LawTerms.Of(terms) is { Count: > 0 } list:
                var width = list.Max(term => term.Name.Length);
                foreach (var (name, value) in list)
                {
                    WrappedText.Append(text, value, $"  {name.PadRight(width)}  ", $"  {"".PadRight(width)}  ");
                }

                break;
            default:
                text.Append("  It fixes no numbers.\n");
                break;
        }
    }

    /// <summary>The table as it is printed: paragraph by paragraph, the highest level first.</summary>
    private static void Paragraphs(StringBuilder text, DrugQuantityTable table, string? only)
    {
        foreach (var level in table.Levels)
        {
            var number = table.Paragraph(level).ToString(CultureInfo.InvariantCulture);
            if (only is not null && only != number)
            {
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"  ({number}) level {level}\n");
            foreach (var (substance, lines) in table.Substances.OrderBy(s => s.Key, StringComparer.Ordinal))
            {
                foreach (var line in lines.Lines.Where(line => line.Level == level))
                {
                    text.Append(CultureInfo.InvariantCulture, $"      {substance, -28}{LawTerms.Band(line, lines.Unit)}");
                    text.Append(line.Open ? "  (what becomes of this part, the amendment's text does not say)\n" : "\n");
                }
            }
        }
    }

    private static void Grid(StringBuilder text, SentencingTable table)
    {
        const int Column = 10;
        text.Append("  level ");
        for (var category = 1; category <= table.Cells[0].Count; category++)
        {
            text.Append(DeterminationNames.Category(category).PadRight(Column));
        }

        TrimmedLine(text);
        foreach (var (row, cells) in table.Cells.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"  {row + 1, 5} ");
            foreach (var cell in cells)
            {
                text.Append(cell.ToString().PadRight(Column));
            }

            TrimmedLine(text);
        }
    }

    private static void TrimmedLine(StringBuilder text)
    {
        while (text[^1] == ' ')
        {
            text.Length--;
        }

        text.Append('\n');
    }

    private static void History(StringBuilder text, ElementHistory element, LawWords words)
    {
        text.Append("\n  History\n");
        foreach (var (effective, version) in element.AnyVersions)
        {
            WrappedText.Append(
                text,
                version is null
                    ? "not in force"
                    : $"{version.Citation}: {words.MadeBy(element, version)}{(version.Confidence == Confidence.Recalled ? "; recalled" : "")}",
                $"  {Wording.Date(effective), -14}",
                $"  {"", -14}"
            );
        }
    }

    /// <summary>The days for which the provisions are known, and why no others; said once where it is the same for several.</summary>
    private static void Coverage(StringBuilder text, IReadOnlyList<ElementHistory> elements)
    {
        text.Append('\n');
        foreach (var same in elements.GroupBy(e => (e.CoveredFrom, e.CoveredUntil, e.NotCoveredWhy)))
        {
            var (from, until, why) = same.Key;
            WrappedText.Append(
                text,
                $"{string.Join(", ", same.Select(e => e.Element))}: covered from {Wording.Date(from)}"
                    + $"{(until is { } end ? $" to {Wording.Date(end.AddDays(-1))}" : "")}. {why}".TrimEnd(),
                "",
                "  "
            );
        }
    }
}
