using System.Text;
using SecondLook.Screening.Import;
using SecondLook.Sentencing.Facts;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Import;

/// <summary>What came of reading some text or file.</summary>
internal static class Imported
{
    public static string Data(string name) => Path.Combine(Repository.Root, "tests", "data", name);

    public static string Sample(string name) => Path.Combine(Repository.Root, "samples", name);

    public static List<ImportedRow> Text(string text, string name = "records.jsonl", ImportOptions? options = null) =>
        Bytes(Encoding.UTF8.GetBytes(text), name, options);

    public static List<ImportedRow> Bytes(byte[] bytes, string name = "records.jsonl", ImportOptions? options = null)
    {
        using var importer = Importer.Open(new MemoryStream(bytes), name, options ?? new ImportOptions());
        return [.. importer.Rows()];
    }

    public static (long Records, List<RejectedRow> Rejected) Counted(string path)
    {
        using var importer = Importer.Open(path, new ImportOptions());
        var records = 0L;
        var rejected = new List<RejectedRow>();
        foreach (var row in importer.Rows())
        {
            records += row.Record is null ? 0 : 1;
            if (row.Rejected is { } problem)
            {
                rejected.Add(problem);
            }
        }

        return (records, rejected);
    }

    public static RejectedRow OnlyRejected(List<ImportedRow> rows) => Assert.Single(rows, row => row.Rejected is not null).Rejected!;

    public static SentencingRecord OnlyRecord(List<ImportedRow> rows)
    {
        var row = Assert.Single(rows);
        Assert.True(row.Record is not null, row.Rejected?.ToString());
        return row.Record;
    }
}
