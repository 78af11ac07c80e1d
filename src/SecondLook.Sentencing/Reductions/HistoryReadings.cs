using System.Collections.Immutable;
using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// The criminal histories a record may stand for, and what each becomes under Amendment 821. Where no covered amendment touches Chapter
/// Four, points play no part and only the category counts.
/// </summary>
internal static class HistoryReadings
{
    private const string CategoryFact = "criminalHistory.category";
    private const string PointsFact = "criminalHistory.points";
    private const string StatusFact = "criminalHistory.statusPoints";
    private const string RecencyFact = "criminalHistory.recencyPoints";
    private const string ExclusionsFact = "criminalHistory.zeroPointExclusions";

    public static IEnumerable<HistoryReading> Of(SentencingRecord record, LawStages stages, bool career, CourtAdjustments? court)
    {
        var table = stages.Original.Get<CriminalHistoryCategories>().Terms;
        var history = record.CriminalHistory;
        var statusMoves = !ReferenceEquals(stages.Original.Find<StatusPoints>(), stages.Amended.Find<StatusPoints>());
        var zeroPointExists = stages.Amended.Find<ZeroPointOffender>() is not null && stages.Original.Find<ZeroPointOffender>() is null;
        foreach (var (category, byCategory) in Categories(history, table, career))
        {
            if (!(statusMoves || zeroPointExists))
            {
                yield return Plain(category, history.Points, stages.Manuals.Length, byCategory, court?.ZeroPoint ?? 0);
                continue;
            }

            foreach (var (points, byPoints) in PointsOf(history, category, table, stages, statusMoves))
            {
                foreach (var (status, byStatus) in StatusOf(history, points, stages, statusMoves))
                {
                    foreach (var (recency, byRecency) in RecencyOf(history, status, points, stages, statusMoves))
                    {
                        foreach (
                            var reading in WithExclusions(
                                history,
                                stages,
                                table,
                                category,
                                (points, status, recency),
                                court?.AggravatingRole == true,
                                career
                            )
                        )
                        {
                            yield return reading with
                            {
                                Choices =
                                [
                                    .. new[] { byCategory, byPoints, byStatus, byRecency }.Where(c => c.Fact is not null),
                                    .. reading.Choices,
                                ],
                            };
                        }
                    }
                }
            }
        }
    }

    private static HistoryReading Plain(int category, int? points, int stages, Choice byCategory, int zeroPoint) =>
        new(
            [.. Enumerable.Repeat(category, stages)],
            [.. Enumerable.Repeat(points, stages)],
            [.. Enumerable.Repeat(zeroPoint, stages)],
            false
        )
        {
            Choices = byCategory.Fact is null ? [] : [byCategory],
        };

    private static IEnumerable<(int Category, Choice Choice)> Categories(
        CriminalHistory history,
        CriminalHistoryCategories table,
        bool career
    )
    {
        if (career)
        {
            return [(table.FromPoints.Count, default)];
        }

        if (history.Category is { } stated)
        {
            return [(stated, default)];
        }

        return history.Points is { } points
            ? [(table.Of(points), default)]
            : Enumerable.Range(1, table.FromPoints.Count).Select(c => (c, new Choice(CategoryFact, Roman(c))));
    }

    private static IEnumerable<(int Points, Choice Choice)> PointsOf(
        CriminalHistory history,
        int category,
        CriminalHistoryCategories table,
        LawStages stages,
        bool statusMoves
    )
    {
        if (history.Points is { } stated)
        {
            return [(stated, default)];
        }

        if (history.StatusPoints == 0 && category > 1)
        {
            return [(table.FromPoints[category - 1], default)];
        }

        var from = table.FromPoints[category - 1];
        var beyond = statusMoves ? stages.Original.Get<StatusPoints>().Terms.Points + 1 : 1;
        var to = category < table.FromPoints.Count ? table.FromPoints[category] : from + beyond;
        return Enumerable
            .Range(from, to - from)
            .Select(p => (p, new Choice(PointsFact, p.ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }

    private static IEnumerable<(int Status, Choice Choice)> StatusOf(
        CriminalHistory history,
        int points,
        LawStages stages,
        bool statusMoves
    )
    {
        if (history.StatusPoints is { } stated)
        {
            return [(stated, default)];
        }

        if (!statusMoves || points == 0)
        {
            return [(0, default)];
        }

        var added = stages.Original.Get<StatusPoints>().Terms.Points;
        return points < added
            ? [(0, default)]
            :
            [
                (0, new Choice(StatusFact, "0")),
                (added, new Choice(StatusFact, added.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            ];
    }

    /// <summary>Recency points collide with status points in Manuals before November 2010 (§4A1.1(e)).</summary>
    private static IEnumerable<(int Recency, Choice Choice)> RecencyOf(
        CriminalHistory history,
        int status,
        int points,
        LawStages stages,
        bool statusMoves
    )
    {
        if (!statusMoves || status == 0 || stages.Original.Find<RecencyPoints>() is not { } recency)
        {
            return [(0, default)];
        }

        if (history.RecencyPoints is { } stated)
        {
            return [(stated, default)];
        }

        var with = recency.Terms.PointsWithStatus;
        return points - status < with
            ? [(0, default)]
            :
            [
                (0, new Choice(RecencyFact, "0")),
                (with, new Choice(RecencyFact, with.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            ];
    }

    private static IEnumerable<HistoryReading> WithExclusions(
        CriminalHistory history,
        LawStages stages,
        CriminalHistoryCategories table,
        int category,
        (int Points, int Status, int Recency) counted,
        bool aggravatingRole,
        bool career
    )
    {
        var points = stages.Manuals.Select(m => PointsUnder(m, stages.Original, counted)).ToImmutableArray();
        var shift = category - table.Of(counted.Points);
        var categories = points
            .Select(p => career ? category : Math.Clamp(table.Of(p) + shift, 1, table.FromPoints.Count))
            .ToImmutableArray();
        var zeroAt = stages
            .Manuals.Select((m, i) => points[i] == 0 && !career ? m.Find<ZeroPointOffender>()?.Terms.Levels ?? 0 : 0)
            .ToImmutableArray();
        var none = zeroAt.Select(_ => 0).ToImmutableArray();
        var optional = points.Select(p => (int?)p).ToImmutableArray();
        var asked = zeroAt.Any(z => z != 0);
        if (!asked || history.ZeroPointExclusions is { Count: 0 } && !aggravatingRole)
        {
            yield return new(categories, optional, zeroAt, false);
        }
        else if (history.ZeroPointExclusions is not null || aggravatingRole)
        {
            yield return new(categories, optional, none, true);
        }
        else
        {
            yield return new(categories, optional, zeroAt, false) { Choices = [new(ExclusionsFact, "none")] };
            yield return new(categories, optional, none, true) { Choices = [new(ExclusionsFact, "at least one")] };
        }
    }

    /// <summary>All points under a Manual: status points by its own rule, and recency points no longer reduced where status points are gone.</summary>
    private static int PointsUnder(Manual manual, Manual original, (int Points, int Status, int Recency) counted)
    {
        var law = manual.Find<StatusPoints>();
        if (ReferenceEquals(law, original.Find<StatusPoints>()) || counted.Status == 0)
        {
            return counted.Points;
        }

        var other = counted.Points - counted.Status;
        if (counted.Recency > 0 && original.Find<RecencyPoints>() is { } recency)
        {
            other += recency.Terms.Points - recency.Terms.PointsWithStatus;
        }

        return other >= law!.Terms.FromOtherPoints ? other + law.Terms.Points : other;
    }

    internal static string Roman(int category) =>
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
