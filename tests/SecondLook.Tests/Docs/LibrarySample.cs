using System.Text;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Docs;

/// <summary>The sample of the library's README, as it stands there.</summary>
internal static class LibrarySample
{
    public static void Run(TextWriter output)
    {
        // A record says what the court found. What it does not say is unknown, never zero and never "no".
        var json = """
            {
              "id": "example",
              "manual": "2012-11-01",
              "offense": {
                "guideline": "2D1.1",
                "drugs": [{ "substance": "heroin", "grams": 1500 }],
                "adjustments": [{ "rule": "3E1.1", "levels": -3 }]
              },
              "criminalHistory": { "points": 2, "statusPoints": 0, "category": "II" },
              "careerOffender": { "applied": false },
              "statutory": { "minimumMonths": 0, "maximumMonths": 480, "relief": "none" },
              "sentence": { "months": 97 }
            }
            """;
        if (!new RecordJson().TryRead(Encoding.UTF8.GetBytes(json), out var record, out var problems))
        {
            throw new InvalidDataException(string.Join('\n', problems));
        }

        // The question: which amendments (here 782), and the date of the order.
        var question = new ReductionQuestion(["782"], PartialDate.On(new DateOnly(2016, 6, 1)));
        var determination = SentenceReduction.Determine(record, question, Elements.Library);

        output.WriteLine($"{determination.Outcome}: {determination.Original.Range} becomes {determination.Amended?.Range}");
        output.WriteLine($"no less than {determination.LowestTerm?.Months} months ({determination.LowestTerm?.Basis})");
        foreach (var finding in FlatFindings.Of(determination.AmendedFindings))
        {
            output.WriteLine($"{StepWords.Says(finding)}: {Wording.Value(finding.Value)}, {finding.Citation}");
        }

        // The law itself: who changed §4A1.1, and how.
        foreach (var change in LawChange.Between(Elements.Library, new DateOnly(2022, 11, 1), new DateOnly(2023, 11, 1)))
        {
            foreach (var term in change.Terms.Where(term => change.Element.Element == "status-points"))
            {
                output.WriteLine($"{term.Name}: {term.Before} -> {term.After}, by amendment {term.By?.Id}");
            }
        }
    }
}
