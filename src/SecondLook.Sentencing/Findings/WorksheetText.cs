using System.Text;

namespace SecondLook.Sentencing.Findings;

/// <summary>A worksheet as plain text, 100 columns wide, lines ending in LF.</summary>
public static class WorksheetText
{
    private const int SaysWidth = 54;
    private const int ValueWidth = 22;

    /// <summary>The text.</summary>
    public static string Of(Worksheet worksheet)
    {
        var text = new StringBuilder();
        WrappedText.Append(text, worksheet.Title, "", "");
        text.Append('\n');
        WrappedText.Append(text, worksheet.Answer, "", "");
        Section(text, worksheet.Why);
        Steps(text, worksheet);
        if (worksheet.Lowest is not null)
        {
            Section(text, worksheet.Lowest);
        }

        ReductionSteps(text, worksheet);
        foreach (var section in worksheet.Notes)
        {
            Section(text, section);
        }

        text.Append('\n');
        WrappedText.Append(text, Worksheet.Closing, "", "");
        return text.ToString();
    }

    /// <summary>The range of one computation alone: the range in one sentence, and its steps.</summary>
    /// <param name="determination">The determination whose original computation is shown.</param>
    /// <param name="edition">The Manual that was applied, where it was chosen by hand.</param>
    public static string OfRange(Determination determination, DateOnly? edition = null)
    {
        var text = new StringBuilder();
        var under = edition is { } day ? $" under the Manual of {Wording.Date(day)}" : "";
        WrappedText.Append(text, $"{determination.Id}{under}: {WorksheetWords.Computed(determination.Original)}.", "", "");
        foreach (var finding in FlatFindings.Of(determination.OriginalFindings))
        {
            var step = WorksheetSteps.Alone(finding, determination);
            Row(text, step.Says, step.Found.Value);
            Basis(text, step.Found.Citation, step.From);
        }

        foreach (var section in Worksheet.Sections(determination with { Missing = [], Capped = false, Remarks = [] }))
        {
            Section(text, section);
        }

        return text.ToString();
    }

    private static void Section(StringBuilder text, WorksheetSection section)
    {
        text.Append('\n').Append(section.Heading).Append('\n');
        foreach (var line in section.Lines)
        {
            WrappedText.Append(text, line, "  - ", "    ");
        }
    }

    private static void Steps(StringBuilder text, Worksheet worksheet)
    {
        if (worksheet.Steps.Count == 0)
        {
            return;
        }

        text.Append('\n').Append($"{worksheet.StepsHeading, -SaysWidth}{"as sentenced", -ValueWidth}{"as amended"}\n");
        foreach (var step in worksheet.Steps)
        {
            Row(text, step.Says, $"{step.Original?.Value ?? "-", -ValueWidth}{step.Amended?.Value ?? "-"}{(step.Changes ? "  *" : "")}");
            Basis(text, Citations(step), step.From);
        }

        text.Append("  (* = changed by the amendments; the date after a citation is that of the version applied)\n");
    }

    private static void ReductionSteps(StringBuilder text, Worksheet worksheet)
    {
        if (worksheet.ReductionSteps.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(worksheet.ReductionHeading).Append('\n');
        foreach (var step in worksheet.ReductionSteps)
        {
            Row(text, step.Says, step.Found.Value);
            Basis(text, step.Found.Citation, step.From);
        }
    }

    private static string Citations(WorksheetStep step) =>
        (step.Original, step.Amended) switch
        {
            ({ } old, { } amended) when old.Citation == amended.Citation => old.Citation,
            ({ } old, { } amended) => $"{old.Citation}; as amended {amended.Citation}",
            ({ } old, null) => old.Citation,
            (null, { } amended) => amended.Citation,
            _ => "",
        };

    private static void Row(StringBuilder text, string says, string values)
    {
        const string Indent = "  ";
        if (Indent.Length + says.Length < SaysWidth)
        {
            text.Append(Indent).Append(says.PadRight(SaysWidth - Indent.Length)).Append(values.TrimEnd()).Append('\n');
        }
        else
        {
            WrappedText.Append(text, says, Indent, Indent);
            text.Append(' ', SaysWidth).Append(values.TrimEnd()).Append('\n');
        }
    }

    private static void Basis(StringBuilder text, string citations, string from) =>
        WrappedText.Append(text, from.Length == 0 ? citations : $"{citations}; from {from}", "      ", "      ");
}
