using System.Threading.Channels;
using CsvHelper;
using Parquet;
using Parquet.Schema;

namespace SecondLook.Benchmarks;

/// <summary>What no screen can be faster than: the same reader reading the same columns, and counting.</summary>
internal static class Floors
{
    private const int BlockSize = 1 << 19;

    /// <summary>Every field of a CSV file without quotation marks, on several threads.</summary>
    /// <returns>Rows and bytes of fields.</returns>
    public static async Task<(long Rows, long Bytes)> Csv(string path, int threads)
    {
        var blocks = Channel.CreateBounded<ArraySegment<byte>>(threads * 2);
        var cutting = Task.Run(() => Cut(path, blocks.Writer));
        var counts = await Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Run(() => Count(blocks.Reader))));
        await cutting;
        return (counts.Sum(c => c.Rows), counts.Sum(c => c.Bytes));
    }

    /// <summary>Every value of a Parquet file, row group by row group on several threads.</summary>
    public static async Task<(long Rows, long Values)> Parquet(string path, int threads)
    {
        int groups;
        await using (var reader = await ParquetReader.CreateAsync(path))
        {
            groups = reader.RowGroupCount;
        }

        var next = -1;
        var counts = await Task.WhenAll(
            Enumerable
                .Range(0, threads)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        var (rows, values) = (0L, 0L);
                        await using var reader = await ParquetReader.CreateAsync(path);
                        for (var g = Interlocked.Increment(ref next); g < groups; g = Interlocked.Increment(ref next))
                        {
                            using var group = reader.OpenRowGroupReader(g);
                            var count = (int)group.RowCount;
                            rows += count;
                            foreach (var field in reader.Schema.DataFields)
                            {
                                values += await Read(group, field, count);
                            }
                        }

                        return (Rows: rows, Values: values);
                    })
                )
        );
        return (counts.Sum(c => c.Rows), counts.Sum(c => c.Values));
    }

    private static async Task<long> Read(ParquetRowGroupReader group, DataField field, int count)
    {
        if (field.Name == "GDLINEHI")
        {
            await group.ReadAsync(field, new string?[count].AsMemory());
        }
        else if (field.ClrType == typeof(long))
        {
            await group.ReadAsync<long>(field, new long[count].AsMemory());
        }
        else if (field.ClrType == typeof(double))
        {
            await group.ReadAsync<double>(field, new double?[count].AsMemory());
        }
        else
        {
            await group.ReadAsync<int>(field, new int?[count].AsMemory());
        }

        return count;
    }

    private static async Task Cut(string path, ChannelWriter<ArraySegment<byte>> blocks)
    {
        await using var file = File.OpenRead(path);
        var rest = Array.Empty<byte>();
        while (true)
        {
            var block = new byte[rest.Length + BlockSize];
            rest.CopyTo(block, 0);
            var read = await file.ReadAtLeastAsync(block.AsMemory(rest.Length), BlockSize, throwOnEndOfStream: false);
            var length = rest.Length + read;
            var whole = read < BlockSize ? length : block.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            await blocks.WriteAsync(new ArraySegment<byte>(block, 0, whole));
            if (read < BlockSize)
            {
                blocks.Complete();
                return;
            }

            rest = block[whole..length];
        }
    }

    private static async Task<(long Rows, long Bytes)> Count(ChannelReader<ArraySegment<byte>> blocks)
    {
        var (rows, bytes) = (0L, 0L);
        await foreach (var block in blocks.ReadAllAsync())
        {
            using var csv = CsvReader.Create(block.AsMemory(), new CsvReaderOptions { HasHeader = false });
            while (csv.Read())
            {
                rows++;
                for (var field = 0; field < csv.FieldCount; field++)
                {
                    bytes += csv.GetSpan(field).Length;
                }
            }
        }

        return (rows, bytes);
    }
}
