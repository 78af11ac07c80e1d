using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>Turns the rows of one table into records, one at a time. For one thread; keeps the words it has met.</summary>
internal sealed class RowReader(BoundCrosswalk crosswalk, IReadOnlySet<string>? substances)
{
    private readonly FactWords words = new(substances);
    private readonly RecordDraft draft = new();

    public ImportedRow Read(SourceRow row, long number)
    {
        draft.Clear();
        foreach (var fact in crosswalk.Facts)
        {
            if (fact.Read(row, draft, words) is { } problem)
            {
                if (!crosswalk.UnlikelyIsUnknown || problem.IsDamage)
                {
                    return Reject(number, problem, fact.Path);
                }

                draft.Notes.Add($"{problem.Column} is {problem.Found}, which is not {problem.Wanted}: {fact.Path} is left unknown");
            }
        }

        if (draft.RangeMin > draft.RangeMax)
        {
            var problem = new CellProblem(
                crosswalk.Columns["guidelineRange.min"],
                $"{draft.RangeMin}-{draft.RangeMax}",
                "a range with its bottom first"
            );
            if (!crosswalk.UnlikelyIsUnknown)
            {
                return Reject(number, problem, "guidelineRange");
            }

            draft.Notes.Add($"the recorded range is {problem.Found}: it is left unknown");
            draft.RangeMin = null;
        }

        if (crosswalk.UnlikelyIsUnknown && draft.BaseOffenseLevel is null)
        {
            draft.ForgetAdjustments();
        }

        draft.EveryAdjustment = crosswalk.EveryAdjustment == true;
        if (crosswalk.EveryAdjustment == false && draft.AdjustmentsSeen > 0)
        {
            draft.Notes.Add("the table names only some of the adjustments that a court may apply: offense.adjustments is left unknown");
            draft.ForgetAdjustments();
        }

        foreach (var (when, says) in crosswalk.Notes)
        {
            if (when.Hold(row))
            {
                draft.Notes.Add(says);
            }
        }

        return ImportedRow.Of(ToRecord(row, number));
    }

    private SentencingRecord ToRecord(SourceRow row, long number)
    {
        var id = crosswalk.Id < 0 ? FieldValue.Nothing : row[crosswalk.Id];
        var source = crosswalk.SourceId < 0 ? null : row[crosswalk.SourceId].ToString();
        var origin = new RecordOrigin(crosswalk.File, number, crosswalk.Columns)
        {
            SourceId = string.IsNullOrEmpty(source) ? null : source,
        };
        return draft.ToRecord(id.Kind == FieldKind.Nothing ? $"{crosswalk.File}#{number}" : id.ToString(), origin);
    }

    private ImportedRow Reject(long number, CellProblem problem, string path) =>
        ImportedRow.Of(
            new RejectedRow(
                crosswalk.File,
                number,
                problem.Column,
                problem.Found.Length > 60 ? problem.Found[..57] + "..." : problem.Found,
                $"this should be {problem.Wanted} ({path})",
                problem.Suggestion
                    ?? "Correct the cell, leave it empty where the fact is unknown, or list the value under `missing` or `codes`."
            )
        );
}
