using System.Text;

namespace SecondLook.Sentencing.Findings;

/// <summary>Two computations of one case as one HTML page that needs nothing else, like <see cref="WorksheetHtml"/>.</summary>
public static class DisagreementHtml
{
    /// <summary>The page, lines ending in LF.</summary>
    public static string Of(Disagreement disagreement)
    {
        var page = new StringBuilder();
        WorksheetHtml.Begin(page, DisagreementWords.Title(disagreement));
        foreach (var line in DisagreementWords.Outcome(disagreement))
        {
            page.Append($"<p class=\"answer\">{WorksheetHtml.Encode(line)}</p>\n");
        }

        var (one, other) = (disagreement.One.Name, disagreement.Other.Name);
        if (disagreement.Facts.Count > 0)
        {
            WorksheetHtml.Head(page, "Facts that differ", "Fact", one, other);
            foreach (var fact in disagreement.Facts)
            {
                Row(
                    page,
                    WorksheetHtml.Encode(DisagreementWords.Fact(fact, disagreement)),
                    WorksheetHtml.Encode(DisagreementWords.Sourced(fact.One, fact.SourceOfOne)),
                    WorksheetHtml.Encode(DisagreementWords.Sourced(fact.Other, fact.SourceOfOther))
                );
            }

            page.Append("</tbody>\n</table>\n");
        }

        foreach (var (heading, steps) in DisagreementWords.Groups(disagreement))
        {
            if (steps.Count == 0)
            {
                page.Append($"<p>{WorksheetHtml.Encode(heading)}: every step is the same.</p>\n");
                continue;
            }

            WorksheetHtml.Head(page, heading, "Step", one, other);
            foreach (var step in steps)
            {
                Row(
                    page,
                    $"{WorksheetHtml.Encode(StepWords.Says((step.Pair.One ?? step.Pair.Other)!))}<cite>{WorksheetHtml.Encode(DisagreementWords.Why(step))}</cite>",
                    Cell(step.Pair.One),
                    Cell(step.Pair.Other)
                );
            }

            page.Append("</tbody>\n</table>\n");
        }

        WorksheetHtml.End(page);
        return page.ToString();
    }

    private static string Cell(Finding? finding) =>
        WorksheetHtml.Encode(DisagreementWords.Value(finding))
        + (finding is null ? "" : $"<cite>{WorksheetHtml.Encode(DisagreementWords.Citation(finding))}</cite>");

    private static void Row(StringBuilder page, string head, string one, string other) =>
        page.Append($"<tr><th scope=\"row\">{head}</th><td>{one}</td><td>{other}</td></tr>\n");
}
