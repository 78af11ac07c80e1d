using System.Text;

namespace SecondLook.Sentencing.Findings;

/// <summary>Two computations of one case as plain text, 100 columns wide, lines ending in LF.</summary>
public static class DisagreementText
{
    private const int SaysWidth = 54;
    private const int ValueWidth = 24;

    /// <summary>The text.</summary>
    public static string Of(Disagreement disagreement)
    {
        var text = new StringBuilder();
        WrappedText.Append(text, DisagreementWords.Title(disagreement));
        text.Append('\n');
        foreach (var line in DisagreementWords.Outcome(disagreement))
        {
            WrappedText.Append(text, line, "", "  ");
        }

        text.Append("\nFacts that differ\n");
        foreach (var fact in disagreement.Facts)
        {
            WrappedText.Append(text, DisagreementWords.Fact(fact, disagreement), "  - ", "    ");
            Party(text, disagreement.One.Name, DisagreementWords.Sourced(fact.One, fact.SourceOfOne));
            Party(text, disagreement.Other.Name, DisagreementWords.Sourced(fact.Other, fact.SourceOfOther));
        }

        if (disagreement.Facts.Count == 0)
        {
            text.Append("  none\n");
        }

        foreach (var (heading, steps) in DisagreementWords.Groups(disagreement))
        {
            Steps(text, heading, steps, disagreement);
        }

        text.Append('\n');
        WrappedText.Append(text, Worksheet.Closing);
        return text.ToString();
    }

    private static void Steps(StringBuilder text, string heading, IReadOnlyList<DisputedStep> steps, Disagreement disagreement)
    {
        text.Append('\n').Append(heading);
        if (steps.Count == 0)
        {
            text.Append(": every step is the same\n");
            return;
        }

        text.Append(' ', SaysWidth - heading.Length).Append($"{$"{disagreement.One.Name} ", -ValueWidth}{disagreement.Other.Name}\n");
        foreach (var step in steps)
        {
            var (one, other) = (step.Pair.One, step.Pair.Other);
            var says = $"  {StepWords.Says((one ?? other)!)}".PadRight(SaysWidth);
            text.Append($"{says}{$"{DisagreementWords.Value(one)} ", -ValueWidth}{DisagreementWords.Value(other)}\n");
            WrappedText.Append(text, DisagreementWords.Why(step), "      ", "      ");
            if (step.Parts)
            {
                Party(text, disagreement.One.Name, DisagreementWords.Citation(one));
                Party(text, disagreement.Other.Name, DisagreementWords.Citation(other));
            }
        }
    }

    private static void Party(StringBuilder text, string name, string says)
    {
        if (says.Length > 0)
        {
            WrappedText.Append(text, $"{name}: {says}", "      ", "        ");
        }
    }
}
