using System.CommandLine;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Cli;

/// <summary>The options that make the question: which amendments, and the date of the order.</summary>
internal sealed class QuestionOptions
{
    private readonly Option<string[]> amendments = new("--amendment")
    {
        Description = "Amendments asked about, such as 782 or 782,821A. Without it every covered amendment counts.",
        HelpName = "782[,821]",
    };

    private readonly Option<string?> orderDate = new("--order-date")
    {
        Description = "The date of the order: 2016-03-10, 2016-03 or 2016. Without it, today. A record's own motion overrides it.",
        HelpName = "DATE",
    };

    /// <summary>Adds both to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(amendments);
        command.Add(orderDate);
    }

    /// <summary>The question as it was asked.</summary>
    /// <exception cref="CannotRunException">An amendment that the law does not know, or a date that does not exist.</exception>
    public ReductionQuestion Read(ParseResult parsed, LawLibrary law, Surroundings surroundings) =>
        new(ReadAmendments(parsed.GetValue(amendments), law), ReadOrderDate(parsed, surroundings));

    /// <summary>The question in words; says so where the date is today's.</summary>
    public string InWords(ParseResult parsed, ReductionQuestion question) =>
        $"{(question.Amendments is { } named ? $"amendment {string.Join(", ", named)}" : "every covered amendment")}, "
        + $"order of {Wording.Date(question.OrderDate)}{(parsed.GetValue(orderDate) is null ? " (today)" : "")}";

    /// <summary>The amendments of an option, each known to the law; null where none is named.</summary>
    /// <exception cref="CannotRunException">An amendment that the law does not know.</exception>
    public static List<string>? ReadAmendments(string[]? written, LawLibrary law)
    {
        var named = (written ?? [])
            .SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        foreach (var name in named.Where(name => !law.Amendments.Any(amendment => amendment.IsNamedBy(name))))
        {
            string[] known =
            [
                .. law
                    .Amendments.Where(amendment => amendment.Retroactive is not null)
                    .SelectMany(amendment => (string[])[amendment.Id, amendment.Number])
                    .Distinct(StringComparer.Ordinal),
            ];
            var meant = NearestName.To(name, known);
            throw new CannotRunException(
                $"--amendment: `{name}` is no amendment that the law folder knows. "
                    + (meant is null ? "" : $"Did you mean {meant}? ")
                    + $"Known are {string.Join(", ", known)}; `secondlook law list` says what each is about."
            );
        }

        return named.Count == 0 ? null : named;
    }

    private PartialDate ReadOrderDate(ParseResult parsed, Surroundings surroundings)
    {
        if (parsed.GetValue(orderDate) is not { } text)
        {
            return surroundings.Today;
        }

        return PartialDate.TryParse(text, out var date)
            ? date
            : throw new CannotRunException(
                $"--order-date: `{text}` is no date. Write it as 2016-03-10, or as 2016-03 or 2016 where the day is not known."
            );
    }
}
