using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// The criminal histories a record may stand for, and what each becomes under Amendment 821. Where no covered amendment touches Chapter
/// Four, points play no part and only the category counts.
/// </summary>
internal sealed class HistoryReadings(SentencingRecord record, LawStages stages, CourtAdjustments? court)
{
    private const string CategoryFact = "criminalHistory.category";
    private const string PointsFact = "criminalHistory.points";
    private const string StatusFact = "criminalHistory.statusPoints";
    private const string RecencyFact = "criminalHistory.recencyPoints";
    private const string ExclusionsFact = "criminalHistory.zeroPointExclusions";

    private static readonly (int, Choice)[][] Settled = [.. Enumerable.Range(0, 64).Select(n => new (int, Choice)[] { (n, default) })];

    private readonly CriminalHistory history = record.CriminalHistory;

    /// <summary>Levels under §4C1.1 that the court took off although its Manual has none; they stay, and are not taken off again.</summary>
    private readonly int ofCourt = stages.Original.Find<ZeroPointOffender>() is null ? court?.ZeroPoint ?? 0 : 0;
    private readonly CriminalHistoryCategories table = stages.Original.Get<CriminalHistoryCategories>().Terms;

    private List<HistoryReading>? ofCareerOffender;
    private List<HistoryReading>? ofOthers;

    /// <summary>Every history, for one who is a career offender (category VI in every case) or is not.</summary>
    public List<HistoryReading> All(bool career) => career ? ofCareerOffender ??= Find(career) : ofOthers ??= Find(career);

    private List<HistoryReading> Find(bool career)
    {
        var found = new List<HistoryReading>(1);
        foreach (var (category, byCategory) in Categories(career))
        {
            if (!stages.HistoryRulesMove)
            {
                found.Add(Unmoved(category, byCategory));
                continue;
            }

            foreach (var (points, byPoints) in Points(category))
            {
                foreach (var (status, byStatus) in StatusPointsOf(points))
                {
                    foreach (var (recency, byRecency) in Recency(points, status))
                    {
                        AddWithExclusions(found, category, (points, status, recency), career, [byCategory, byPoints, byStatus, byRecency]);
                    }
                }
            }
        }

        return found;
    }

    private HistoryReading Unmoved(int category, Choice byCategory)
    {
        var all = new HistoryStage[stages.Manuals.Length];
        Array.Fill(all, new(category, history.Points, court?.ZeroPoint ?? 0));
        return new(ImmutableCollectionsMarshal.AsImmutableArray(all), false) { Choices = byCategory.Fact is null ? [] : [byCategory] };
    }

    private (int Category, Choice Choice)[] Categories(bool career)
    {
        if (career)
        {
            var asked =
                record is { CareerOffender: { Applied: null, OffenseLevel: null }, CriminalHistory: { Category: null, Points: null } };
            return asked
                ? [(table.FromPoints.Count, new Choice(CategoryFact, Roman(table.FromPoints.Count)))]
                : Only(table.FromPoints.Count);
        }

        if ((history.Category ?? (history.Points is { } points ? table.Of(points) : null)) is { } settled)
        {
            return Only(settled);
        }

        return [.. Enumerable.Range(1, table.FromPoints.Count).Select(c => (c, new Choice(CategoryFact, Roman(c))))];
    }

    private (int Points, Choice Choice)[] Points(int category)
    {
        if (history.Points is { } stated)
        {
            return Only(stated);
        }

        var from = table.FromPoints[category - 1];
        if (history.StatusPoints == 0 && category > 1)
        {
            return Only(from);
        }

        var beyond = stages.StatusRuleMoves ? stages.Original.Get<StatusPoints>().Terms.Points + 1 : 1;
        var to = category < table.FromPoints.Count ? table.FromPoints[category] : from + beyond;
        return [.. Enumerable.Range(from, to - from).Select(p => (p, new Choice(PointsFact, Text(p))))];
    }

    private (int Status, Choice Choice)[] StatusPointsOf(int points)
    {
        if (history.StatusPoints is { } stated)
        {
            return Only(stated);
        }

        if (!stages.StatusRuleMoves || points == 0)
        {
            return Only(0);
        }

        var added = stages.Original.Get<StatusPoints>().Terms.Points;
        if (history.RecencyPoints > 0 && stages.Original.Find<RecencyPoints>() is { } recency)
        {
            return Only(history.RecencyPoints == recency.Terms.PointsWithStatus ? added : 0);
        }

        return points < added ? Only(0) : [(0, new Choice(StatusFact, "0")), (added, new Choice(StatusFact, Text(added)))];
    }

    /// <summary>Recency points collide with status points in Manuals before November 2010 (§4A1.1(e)).</summary>
    private (int Recency, Choice Choice)[] Recency(int points, int status)
    {
        if (!stages.StatusRuleMoves || status == 0 || stages.Original.Find<RecencyPoints>() is not { } recency)
        {
            return Only(0);
        }

        if (history.RecencyPoints is { } stated)
        {
            return Only(stated);
        }

        var with = recency.Terms.PointsWithStatus;
        return points - status < with ? Only(0) : [(0, new Choice(RecencyFact, "0")), (with, new Choice(RecencyFact, Text(with)))];
    }

    private void AddWithExclusions(
        List<HistoryReading> found,
        int category,
        (int Points, int Status, int Recency) counted,
        bool career,
        ReadOnlySpan<Choice> choices
    )
    {
        var shift = category - table.Of(counted.Points);
        var all = new HistoryStage[stages.Manuals.Length];
        var reached = false;
        for (var i = 0; i < all.Length; i++)
        {
            var points = PointsUnder(stages.Manuals[i], counted);
            var zeroPoint =
                ofCourt != 0 ? ofCourt
                : points == 0 && !career ? stages.Manuals[i].Find<ZeroPointOffender>()?.Terms.Levels ?? 0
                : 0;
            all[i] = new(career ? category : Math.Clamp(table.Of(points) + shift, 1, table.FromPoints.Count), points, zeroPoint);
            reached |= zeroPoint != 0 && ofCourt == 0;
        }

        var excluded = reached && stages.Manuals[^1].Get<ZeroPointOffender>().Terms.IsExcluded(record);
        var open = reached && history.ZeroPointExclusions is null && !excluded;
        var made = Made(choices);
        if (!(reached && excluded))
        {
            found.Add(
                new(ImmutableCollectionsMarshal.AsImmutableArray(all), false)
                {
                    Choices = open ? [.. made, new(ExclusionsFact, "none")] : made,
                }
            );
        }

        if (reached && (excluded || open))
        {
            found.Add(
                new([.. all.Select(s => s with { ZeroPoint = 0 })], true)
                {
                    Choices = open ? [.. made, new(ExclusionsFact, "at least one")] : made,
                }
            );
        }
    }

    /// <summary>What needs no choice, made once for each number that occurs.</summary>
    private static (int, Choice)[] Only(int value) => value >= 0 && value < Settled.Length ? Settled[value] : [(value, default)];

    private static ImmutableArray<Choice> Made(ReadOnlySpan<Choice> choices)
    {
        ImmutableArray<Choice> made = [];
        foreach (var choice in choices)
        {
            if (choice.Fact is not null)
            {
                made = made.Add(choice);
            }
        }

        return made;
    }

    /// <summary>All points under a Manual: status points by its own rule, and recency points no longer reduced where status points are gone.</summary>
    private int PointsUnder(Manual manual, (int Points, int Status, int Recency) counted)
    {
        var law = manual.Find<StatusPoints>();
        if (counted.Status == 0 || ReferenceEquals(law, stages.Original.Find<StatusPoints>()))
        {
            return counted.Points;
        }

        var other = counted.Points - counted.Status;
        if (counted.Recency > 0 && stages.Original.Find<RecencyPoints>() is { } recency)
        {
            other += recency.Terms.Points - counted.Recency;
        }

        return other >= law!.Terms.FromOtherPoints ? other + law.Terms.Points : other;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Roman(int category) =>
        category switch
        {
            1 => "I",
            2 => "II",
            3 => "III",
            4 => "IV",
            5 => "V",
            _ => "VI",
        };
}
