using SecondLook.Screening.Import.Text;

namespace SecondLook.Screening.Import.Json;

/// <summary>A file with one record a line. A line that is broken does not disturb the others.</summary>
internal sealed class JsonLines(Stream stream, string file, ImportOptions options) : RowSource
{
    private readonly TextBlocks blocks = new(stream, options.BlockSize, options.LongestLine);
    private readonly RecordReaders readers = new(file, options.Substances);

    public override string Description => "records, one a line";

    public override IEnumerable<ImportBatch> Batches()
    {
        while (blocks.TryNext(out var block))
        {
            yield return new Lines(block, readers, options.LongestLine);
        }
    }

    public override void Dispose() => blocks.Dispose();

    private sealed class Lines(TextBlock block, RecordReaders readers, int longestLine) : ImportBatch
    {
        private protected override void ReadRows(List<ImportedRow> rows)
        {
            var line = block.FirstLine;
            if (block.TooLong)
            {
                rows.Add(ImportedRow.Of(LongLine.Rejected(readers.File, line, longestLine, block.Text)));
                block.Return();
                return;
            }

            var reader = readers.Take();
            foreach (var range in block.Text.Split(block.LineEnd))
            {
                var text = block.Text[range].Trim(" \t\r"u8);
                if (!text.IsEmpty)
                {
                    readers.Add(reader, text, line, rows);
                }

                line++;
            }

            readers.Return(reader);
            block.Return();
        }
    }
}
