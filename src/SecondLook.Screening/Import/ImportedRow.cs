using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Import;

/// <summary>One row of a file: a record, or the reason why there is none. Never neither, never both.</summary>
public readonly record struct ImportedRow
{
    private ImportedRow(SentencingRecord? record, RejectedRow? rejected) => (Record, Rejected) = (record, rejected);

    /// <summary>The record; null where the row was rejected.</summary>
    public SentencingRecord? Record { get; }

    /// <summary>Why the row could not be read; null where it could.</summary>
    public RejectedRow? Rejected { get; }

    /// <summary>A row that could be read.</summary>
    public static ImportedRow Of(SentencingRecord record) => new(record, null);

    /// <summary>A row that could not.</summary>
    public static ImportedRow Of(RejectedRow rejected) => new(null, rejected);
}

/// <summary>A row that could not be read. The rows after it are read all the same.</summary>
/// <param name="File">The name of the file, without directories.</param>
/// <param name="Row">
/// Where to look: the line of a text file, the row of a sheet (both with the header as 1), the number of a record in a JSON array or a
/// Parquet file; all counted from one. Zero for a file as a whole.
/// </param>
/// <param name="Field">The path of the field, or the column; empty where it is the row as a whole.</param>
/// <param name="Found">What stands there, shortened where it is long.</param>
/// <param name="Reason">Why that cannot be read.</param>
/// <param name="Suggestion">What to do.</param>
public sealed record RejectedRow(string File, long Row, string Field, string Found, string Reason, string Suggestion)
{
    /// <summary>A row rejected for a problem of its record.</summary>
    public RejectedRow(string file, long row, RecordProblem problem)
        : this(file, row, problem.Field, problem.Found, problem.Reason, problem.Suggestion) { }

    /// <summary>As one line, such as <c>cases.jsonl, line 4: `offense.drugs[0].grams` is `-3`: a weight cannot be negative. ...</c></summary>
    public override string ToString() => $"{File}, line {Row}: {new RecordProblem(Field, Found, Reason, Suggestion)}";
}
