using System.Globalization;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// Editions under which every reading of a record comes out the same need not be told apart: the first stands for all of them, and where that
/// is every edition that the court may have used, the Manual is not a missing fact.
/// </summary>
internal sealed class MergedEditions
{
    private readonly List<Group> groups = [];
    private int taken;

    /// <summary>Takes the answers of the next edition, from a place in the list on, and removes them where an earlier edition has the same.</summary>
    public void Take(List<Evaluation> answers, int from, DateOnly edition)
    {
        var own = answers.GetRange(from, answers.Count - from);
        var same = groups.Find(g => AreTheSame(answers.GetRange(g.From, g.Count), own));
        if (same is null)
        {
            groups.Add(same = new(from, own.Count));
        }
        else
        {
            answers.RemoveRange(from, own.Count);
        }

        same.Editions.Add((taken++, edition));
    }

    /// <summary>
    /// Names the editions for which each answer stands, and does not ask for the Manual where it is one answer for all; then this is said.
    /// </summary>
    public string? Name(List<Evaluation> answers)
    {
        foreach (var group in groups)
        {
            for (var i = group.From; i < group.From + group.Count; i++)
            {
                var reading = answers[i].Reading;
                answers[i] = answers[i] with
                {
                    Reading = reading with
                    {
                        Choices =
                        [
                            .. reading.Choices.SelectMany(c =>
                                c.Fact != EditionReadings.Fact ? [c]
                                : groups.Count == 1 ? Array.Empty<Choice>()
                                : [c with { Is = group.Names }]
                            ),
                        ],
                    },
                };
            }
        }

        return groups is [var only]
            ? $"the Manual that the court used is not known; under each of {only.Names} the answer is the same, and the first is shown"
            : null;
    }

    private static bool AreTheSame(List<Evaluation> a, List<Evaluation> b) =>
        a.Count == b.Count && a.Zip(b).All(pair => IsTheSame(pair.First, pair.Second));

    private static bool IsTheSame(Evaluation a, Evaluation b) =>
        (a.Outcome, a.Code, a.AmendedRange, a.Lowest, a.Lacks, a.TermAssumed)
            == (b.Outcome, b.Code, b.AmendedRange, b.Lowest, b.Lacks, b.TermAssumed)
        && Figures(a.Original) == Figures(b.Original)
        && Figures(a.Current) == Figures(b.Current)
        && Figures(a.Amended) == Figures(b.Amended)
        && a.Also.SequenceEqual(b.Also)
        && a.Remarks.SequenceEqual(b.Remarks)
        && a.NotCovered.SequenceEqual(b.NotCovered)
        && WithoutManual(a.Reading).SequenceEqual(WithoutManual(b.Reading))
        && Effects.Of(a.Reading).SequenceEqual(Effects.Of(b.Reading));

    private static (int?, int?, int, int, Facts.MonthRange, Facts.MonthRange) Figures(StageRange stage) =>
        (stage.Levels.Quantity, stage.Levels.Base, stage.Total, stage.Category, stage.Table, stage.Range);

    private static IEnumerable<Choice> WithoutManual(Reading reading) => reading.Choices.Where(c => c.Fact != EditionReadings.Fact);

    /// <summary>Editions with the same answers, which stand at one place of the list.</summary>
    private sealed record Group(int From, int Count)
    {
        public List<(int Place, DateOnly Edition)> Editions { get; } = [];

        /// <summary>Such as <c>1989-11-01 to 1992-11-01, 1994-11-01</c>: neighbours are drawn together.</summary>
        public string Names
        {
            get
            {
                var runs = new List<(DateOnly First, DateOnly Last, int Place)>();
                foreach (var (place, edition) in Editions)
                {
                    if (runs.Count > 0 && runs[^1].Place == place - 1)
                    {
                        runs[^1] = (runs[^1].First, edition, place);
                    }
                    else
                    {
                        runs.Add((edition, edition, place));
                    }
                }

                return string.Join(", ", runs.Select(r => r.First == r.Last ? Text(r.First) : $"{Text(r.First)} to {Text(r.Last)}"));
            }
        }

        private static string Text(DateOnly edition) => edition.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
