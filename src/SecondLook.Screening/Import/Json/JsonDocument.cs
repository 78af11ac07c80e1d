using System.Buffers;
using SecondLook.Screening.Import.Text;

namespace SecondLook.Screening.Import.Json;

/// <summary>
/// A file that holds one record, or an array of them, on as many lines as it likes. Records are cut off by their braces and read one by
/// one, so that the file is never held as a whole; the row of a record is its number in the file.
/// </summary>
internal sealed class JsonDocument(Stream stream, string file, ImportOptions options) : RowSource
{
    private readonly RecordReaders readers = new(file, options.Substances);
    private readonly ObjectCutter cutter = new();
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(options.BlockSize);
    private int length;
    private long number = 1;

    public override string Description => "records as one JSON document";

    public override IEnumerable<ImportBatch> Batches()
    {
        var ended = false;
        while (!ended && cutter.Problem is null)
        {
            ended = Fill() == 0;
            cutter.Scan(buffer.AsSpan(0, length), ended);
            if (cutter.Problem is null && cutter.Done == 0 && length > options.LongestLine)
            {
                cutter.Problem = $"the record is longer than {options.LongestLine} bytes";
            }

            if (cutter.Objects.Count > 0 || cutter.Problem is not null || ended)
            {
                yield return CutBatch();
            }
        }
    }

    public override void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        stream.Dispose();
    }

    private int Fill()
    {
        if (length == buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            Buffer.BlockCopy(buffer, 0, larger, 0, length);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        var read = stream.Read(buffer, length, buffer.Length - length);
        length += read;
        return read;
    }

    /// <summary>Hands out the records that are whole and keeps the rest in an array of its own.</summary>
    private ObjectBatch CutBatch()
    {
        var problem = cutter.Problem is { } reason
            ? new RejectedRow(
                file,
                number + cutter.Objects.Count,
                "",
                LongLine.Beginning(buffer.AsSpan(cutter.Done, length - cutter.Done)),
                reason,
                "Mend the file there; nothing after it was read."
            )
            : null;
        var batch = new ObjectBatch(buffer, [.. cutter.Objects], number, problem, readers);
        number += cutter.Objects.Count;
        var rest = length - cutter.Done;
        var next = ArrayPool<byte>.Shared.Rent(Math.Max(options.BlockSize, rest));
        Buffer.BlockCopy(buffer, cutter.Done, next, 0, rest);
        (buffer, length) = (next, rest);
        cutter.Restart();
        return batch;
    }

    private sealed class ObjectBatch(byte[] buffer, Range[] objects, long first, RejectedRow? problem, RecordReaders readers) : ImportBatch
    {
        private protected override void ReadRows(List<ImportedRow> rows)
        {
            var reader = readers.Take();
            foreach (var (index, range) in objects.Index())
            {
                readers.Add(reader, buffer.AsSpan()[range], first + index, rows);
            }

            readers.Return(reader);
            ArrayPool<byte>.Shared.Return(buffer);
            if (problem is not null)
            {
                rows.Add(ImportedRow.Of(problem));
            }
        }
    }
}
