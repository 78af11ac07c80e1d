using System.Globalization;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter3;
using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// The facts of a case as another Manual counts them: what the court read off its own tables is left out where the quantities are known,
/// adjustments go by that Manual's numbers, and points by its rules. Where the record does not say enough, there is a record for each
/// possibility.
/// </summary>
public sealed class EditionFacts
{
    private const string Characteristics = "2D1.1(b)(";

    private readonly List<string> notes = [];
    private readonly Manual? used;
    private readonly Manual applied;
    private readonly DateOnly latest;

    private EditionFacts(Manual? used, Manual applied, DateOnly latest)
    {
        this.used = used;
        this.applied = applied;
        this.latest = latest;
    }

    /// <summary>The records to compute, one for each possibility.</summary>
    public IReadOnlyList<SentencingRecord> Records { get; private set; } = [];

    /// <summary>What was left out, presumed or not tried.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>Why the case cannot be computed under this Manual; null where it can.</summary>
    public string? NotCovered { get; private set; }

    /// <summary>The facts of a record under an edition.</summary>
    /// <param name="record">The record.</param>
    /// <param name="edition">The effective date of an edition, see <see cref="LawLibrary.Editions"/>.</param>
    /// <param name="law">The law.</param>
    public static EditionFacts Of(SentencingRecord record, DateOnly edition, LawLibrary law)
    {
        var stated = (record.Manual ?? record.SentencedOn?.First) is { } day ? law.EditionOn(day) : null;
        var facts = new EditionFacts(stated is { } known ? law.ManualOn(known) : null, law.ManualOn(edition), law.Editions[^1]);
        facts.Records = facts.Read(record);
        return facts;
    }

    private List<SentencingRecord> Read(SentencingRecord record)
    {
        // The range at sentencing does not depend on an order, a motion or the sentence.
        // Statutes are those of the day of sentencing, whatever the Manual; where it is not known, of the last day it can be.
        var asked = record with
        {
            Manual = applied.Edition,
            SentencedOn = record.SentencedOn ?? record.Motion?.DecidedOn ?? PartialDate.On(latest),
            Motion = null,
        };
        if (used?.Edition == applied.Edition)
        {
            return [asked];
        }

        var offense = Offense(record);
        return
        [
            .. from history in Histories(record)
            from zeroPoint in ZeroPoints(record, history)
            select asked with
            {
                GuidelineRange = null,
                Offense = offense with
                {
                    Adjustments = Adjustments(offense.Adjustments, zeroPoint),
                    TotalOffenseLevel = offense.TotalOffenseLevel - ZeroPointInTotal(record),
                    TotalBeforeZeroPoint = true,
                },
                CriminalHistory = history,
            },
        ];
    }

    /// <summary>
    /// The offense without what the court read off its own tables, as far as this Manual may read something else. A level without a quantity
    /// says nothing of the level that another table gives.
    /// </summary>
    private Offense Offense(SentencingRecord record)
    {
        var offense = record.Offense;
        switch (ReadingSet.GuidelineOf(record))
        {
            case DrugGuideline.Other:
                notes.Add($"§{offense.Guideline} is not calculated here: the levels that the court found stay as they are");
                return offense;
            case DrugGuideline.Borrowed:
                NotCovered =
                    $"§{offense.Guideline} takes its level from §2D1.1 with rules of its own; under another Manual than the court's it is not computed";
                return offense;
        }

        if (
            offense.BaseOffenseLevelFrom is { } source
            && source is not (BaseLevelSource.DrugQuantity or BaseLevelSource.StipulatedQuantity)
        )
        {
            notes.Add("the base offense level does not come from the Drug Quantity Table and stays as the court found it");
            return offense with { TotalOffenseLevel = offense.Adjustments is null ? offense.TotalOffenseLevel : null };
        }

        if (
            offense.Drugs is null or []
            && offense.ConvertedDrugWeightKg is null
            && used is not null
            && QuantityLevel.SameRules(used, applied)
        )
        {
            return offense with { TotalOffenseLevel = offense.Adjustments is null ? offense.TotalOffenseLevel : null };
        }

        if (offense.Drugs is null or [] && offense.ConvertedDrugWeightKg is null)
        {
            notes.Add("the quantity is not recorded: every level of this Manual's table is tried");
        }

        return offense with
        {
            Drugs = offense.Drugs?.Select(drug => Measured(offense, drug)).ToList(),
            DrugQuantityLevel = null,
            BaseOffenseLevel = null,
            TotalOffenseLevel = null,
        };
    }

    /// <summary>
    /// A drug as far as what is recorded of it is what this Manual measures: doses of LSD on a carrier medium since November 1993 and its weight
    /// with the medium before (Amendment 488), of oxycodone its own weight since November 2003 (Amendment 657).
    /// </summary>
    private Drug Measured(Offense offense, Drug drug)
    {
        if (drug.Substance is not { } substance)
        {
            return drug;
        }

        var kind = DrugMeasure.KindOf(substance, applied);
        var other = used is not null && DrugMeasure.KindOf(substance, used) != kind;
        if (other && (kind == DrugMeasureKind.Doses ? drug.Count is null : substance == DrugMeasure.Lsd))
        {
            Note($"{substance} is measured by something else than in the court's Manual, and that is not recorded: every amount is tried");
            return drug with { Grams = null, Count = null };
        }

        if (other && kind == DrugMeasureKind.ActualWeight && drug is { ActualGrams: null, Grams: { } whole })
        {
            Note($"the weight of {substance} without the rest of the pill is not recorded: every weight up to the whole is tried");
            return drug with { Grams = Quantity.Between(0, whole.IsExact ? whole.AtLeast : whole.LessThan) };
        }

        return offense.Drugs is [_] && drug is { Count: null, Grams: null or { IsExact: false } }
            ? drug with
            {
                Grams = Narrowed(offense, drug),
            }
            : drug;
    }

    /// <summary>What is recorded of a quantity, within the line of the court's own table that its level stands for.</summary>
    private Quantity? Narrowed(Offense offense, Drug drug)
    {
        var mitigated = offense.Adjustments?.Any(a => a.Rule.StartsWith("3B1.2", StringComparison.Ordinal)) ?? true;
        var level = offense.DrugQuantityLevel ?? (mitigated ? null : offense.BaseOffenseLevel);
        if (
            used?.Get<DrugQuantityTable>().Terms.LinesOf(drug.Substance!) is not { Unit: "g" } lines
            || lines.Lines.Where(line => line.Level == level).ToList() is not [var only]
        )
        {
            return drug.Grams;
        }

        var recorded = drug.Grams ?? Quantity.Unknown;
        var (least, below) = (Math.Max(recorded.AtLeast, only.AtLeast), Lower(recorded.LessThan, only.LessThan));
        return below <= least ? drug.Grams : Quantity.Between(least, below);
    }

    private static decimal? Lower(decimal? a, decimal? b) =>
        a is not { } x ? b
        : b is not { } y ? a
        : Math.Min(x, y);

    private List<Adjustment>? Adjustments(IReadOnlyList<Adjustment>? recorded, int zeroPoint)
    {
        if (recorded is null)
        {
            return zeroPoint == 0 ? null : [new("4C1.1", zeroPoint)];
        }

        var adjustments = recorded.Select(Renumbered).OfType<Adjustment>().ToList();
        if (zeroPoint != 0)
        {
            adjustments.Add(new("4C1.1", zeroPoint));
        }

        var acceptance = applied.Get<AcceptanceOfResponsibility>().Terms;
        var most = acceptance.Levels + acceptance.Additional;
        if (adjustments.Where(IsAcceptance).Sum(a => a.Levels) < most)
        {
            adjustments = [.. adjustments.Where(a => !IsAcceptance(a)), new("3E1.1", most)];
            Note($"§3E1.1 takes off no more than {Text(-most)} levels");
        }

        return adjustments;
    }

    private static bool IsAcceptance(Adjustment adjustment) => adjustment.Rule.StartsWith("3E1.1", StringComparison.Ordinal);

    /// <summary>An adjustment by this Manual's number; null where this Manual does not have it.</summary>
    private Adjustment? Renumbered(Adjustment adjustment)
    {
        var (rule, levels) = adjustment;
        if (IsZeroPoint(adjustment) || (rule.StartsWith("3C1.2", StringComparison.Ordinal) && applied.Find<RecklessEndangerment>() is null))
        {
            // §4C1.1 is applied anew by the points.
            return rule.StartsWith('3') ? Left(rule) : null;
        }

        if (!rule.StartsWith(Characteristics, StringComparison.Ordinal))
        {
            return adjustment;
        }

        var numbering = used ?? applied;
        var list = numbering.Find<SpecificOffenseCharacteristics>()?.Terms;
        var place = list?.IndexOf(numbering.Guideline, rule, levels) ?? -1;
        var key = place >= 0 ? list!.Items[place].Key : rule[Characteristics.Length..].TrimEnd(')');
        var now = applied.Find<SpecificOffenseCharacteristics>()?.Terms.Items.FirstOrDefault(item => item.Key == key);
        if (now is null)
        {
            return Left($"{rule} ({key.Replace('-', ' ')})");
        }

        return new($"{Characteristics}{key})", now.Levels.Contains(levels) || now.Levels.Count != 1 ? levels : now.Levels[0]);
    }

    private Adjustment? Left(string rule)
    {
        Note($"§{rule} is not in this Manual and is left out");
        return null;
    }

    /// <summary>The points under this Manual's rules: one history for each possibility.</summary>
    private IEnumerable<CriminalHistory> Histories(SentencingRecord record)
    {
        var history = record.CriminalHistory;
        if (used is null || history.Points is not { } points || record.CareerOffender is { Applied: true } or { OffenseLevel: not null })
        {
            return [history];
        }

        var (was, now) = (used.Find<StatusPoints>()?.Terms, applied.Find<StatusPoints>()?.Terms);
        var (recencyWas, recencyNow) = (used.Find<RecencyPoints>()?.Terms, applied.Find<RecencyPoints>()?.Terms);
        if (was == now && (recencyWas is null) == (recencyNow is null))
        {
            return [history];
        }

        if (recencyNow is not null && recencyWas is null)
        {
            Note("§4A1.1(e) of this Manual counts recency, of which the court's Manual says nothing; no such points are counted");
        }

        return UnderSentence(history, points, was)
            .Select(status => Counted(history, points, status, recencyNow is null ? null : history.RecencyPoints, now, recencyWas))
            .DistinctBy(h => (h.Points, h.Category));
    }

    /// <summary>Whether the offense was committed under a criminal justice sentence, as status points tell; both where they do not.</summary>
    private IEnumerable<(bool Under, int Counted)> UnderSentence(CriminalHistory history, int points, StatusPoints? was)
    {
        if (history.StatusPoints is { } stated)
        {
            var silent = stated == 0 && was is not null && points < was.FromOtherPoints;
            if (silent)
            {
                Note("status points are not counted below a number of other points in the court's Manual: with and without them is tried");
            }

            return silent ? [(false, 0), (true, 0)] : [(stated > 0, stated)];
        }

        Note("status points are not recorded: with and without them is tried");
        return was is not null && points >= was.Points + was.FromOtherPoints ? [(false, 0), (true, was.Points)] : [(false, 0)];
    }

    private CriminalHistory Counted(
        CriminalHistory history,
        int points,
        (bool Under, int Counted) status,
        int? recency,
        StatusPoints? now,
        RecencyPoints? recencyWas
    )
    {
        var other = points - status.Counted;
        if (recency is null)
        {
            other -= history.RecencyPoints ?? 0;
        }
        else if (recency > 0 && status.Under && now?.FromOtherPoints > 0 && recencyWas is not null)
        {
            other += recencyWas.Points - recencyWas.PointsWithStatus;
        }

        var added = status.Under && now is not null && other >= now.FromOtherPoints ? now.Points : 0;
        var all = other + added;
        var table = applied.Get<CriminalHistoryCategories>().Terms;
        // A category that departed from the points keeps its distance.
        var shift = (history.Category ?? table.Of(points)) - table.Of(points);
        return history with
        {
            Points = all,
            StatusPoints = added,
            RecencyPoints = recency,
            Category = Math.Clamp(table.Of(all) + shift, 1, table.FromPoints.Count),
        };
    }

    /// <summary>§4C1.1: the levels that the total which the court found holds already.</summary>
    private int ZeroPointInTotal(SentencingRecord record) =>
        record.Offense.Adjustments is { } listed ? listed.Where(IsZeroPoint).Sum(a => a.Levels)
        : record.CriminalHistory is { Points: 0, ZeroPointExclusions: [] } && record.CareerOffender.Applied != true
            ? used?.Find<ZeroPointOffender>()?.Terms.Levels ?? 0
        : 0;

    private static bool IsZeroPoint(Adjustment adjustment) => adjustment.Rule.StartsWith("4C1.1", StringComparison.Ordinal);

    /// <summary>§4C1.1: the levels for one without points; zero where an exclusion holds, and both where that is not known.</summary>
    private IEnumerable<int> ZeroPoints(SentencingRecord record, CriminalHistory history)
    {
        if (
            applied.Find<ZeroPointOffender>() is not { } law
            || law.Terms.IsExcluded(record)
            || record.CareerOffender.Applied == true
            || history.Points > 0
        )
        {
            return [0];
        }

        if (history is { Points: 0, ZeroPointExclusions: not null })
        {
            return [law.Terms.Levels];
        }

        if (history.Points is null && history.Category is > 1)
        {
            return [0];
        }

        Note("whether §4C1.1 applies is not recorded: with and without it is tried");
        return [0, law.Terms.Levels];
    }

    private void Note(string note)
    {
        if (!notes.Contains(note, StringComparer.Ordinal))
        {
            notes.Add(note);
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
