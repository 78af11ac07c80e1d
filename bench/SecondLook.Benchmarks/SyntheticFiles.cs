using System.Text;
using Parquet;
using Parquet.Schema;
using SecondLook.Sentencing.Law;

namespace SecondLook.Benchmarks;

/// <summary>The same synthetic rows as a CSV and as a Parquet file.</summary>
internal static class SyntheticFiles
{
    private const int Seed = 782;
    private const int RowsInAGroup = 100_000;

    /// <summary>Writes the CSV file.</summary>
    public static void WriteCsv(string path, long rows, LawLibrary law)
    {
        var synthetic = new SyntheticRows(law, Seed);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16);
        writer.Write(SyntheticRows.Header);
        for (var id = 1L; id <= rows; id++)
        {
            writer.Write(synthetic.NextLine(id));
        }
    }

    /// <summary>Writes the Parquet file: numbers as numbers, the guideline as text.</summary>
    public static async Task WriteParquet(string path, long rows, LawLibrary law)
    {
        var synthetic = new SyntheticRows(law, Seed);
        var schema = new ParquetSchema(SyntheticRows.Columns.Select(name => (Field)new DataField(name, TypeOf(name))));
        await using var stream = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(schema, stream);
        for (var id = 1L; id <= rows; )
        {
            var group = new List<object?[]>(RowsInAGroup);
            for (; group.Count < RowsInAGroup && id <= rows; id++)
            {
                group.Add(synthetic.Next(id));
            }

            using var part = writer.CreateRowGroup();
            for (var column = 0; column < SyntheticRows.Columns.Count; column++)
            {
                await Write(part, schema.DataFields[column], group, column);
            }
        }
    }

    private static Type TypeOf(string column) =>
        column switch
        {
            "USSCIDN" => typeof(long),
            "GDLINEHI" => typeof(string),
            "WGT1" => typeof(double?),
            _ => typeof(int?),
        };

    private static Task Write(ParquetRowGroupWriter part, DataField field, List<object?[]> group, int column)
    {
        if (field.Name == "GDLINEHI")
        {
            string[] texts = [.. group.Select(row => (string)row[column]!)];
            return part.WriteAsync(field, texts);
        }

        if (field.ClrType == typeof(long))
        {
            long[] ids = [.. group.Select(row => (long)row[column]!)];
            return part.WriteAsync<long>(field, ids);
        }

        if (field.ClrType == typeof(double))
        {
            double?[] weights = [.. group.Select(row => (double?)(decimal?)row[column])];
            return part.WriteAsync<double>(field, weights);
        }

        int?[] numbers = [.. group.Select(row => (int?)row[column])];
        return part.WriteAsync<int>(field, numbers);
    }
}
