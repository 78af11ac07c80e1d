using CsvHelper;
using SecondLook.Screening.Import.Crosswalks;
using SecondLook.Screening.Import.Text;

namespace SecondLook.Screening.Import.Tables;

/// <summary>A CSV file and the crosswalk of its columns. Rows are read block by block, so that blocks may be read on several threads.</summary>
internal sealed class CsvTable(TextBlocks blocks, CsvHeader header, BoundCrosswalk crosswalk, string description, ImportOptions options)
    : RowSource
{
    private readonly TableRows readers = new(crosswalk, options.Substances);

    public override string Description => description;

    public override IEnumerable<ImportBatch> Batches()
    {
        var first = true;
        while (blocks.TryNext(out var block))
        {
            yield return new Rows(block, first ? header.Length : 0, header, readers, options.LongestLine);
            first = false;
        }
    }

    public override void Dispose() => blocks.Dispose();

    private sealed class Rows(TextBlock block, int skip, CsvHeader header, TableRows readers, int longestLine) : TableBatch
    {
        private protected override void ReadRows(List<ImportedRow> rows)
        {
            if (block.TooLong)
            {
                rows.Add(ImportedRow.Of(LongLine.Rejected(readers.File, block.FirstLine, longestLine, block.Text)));
            }
            else
            {
                Read(rows);
            }

            block.Return();
        }

        private void Read(List<ImportedRow> rows)
        {
            var row = new CsvSourceRow();
            var badQuotes = false;
            var csv = CsvReader.Create(
                new ReadOnlyMemory<byte>(block.Buffer, skip, block.Length - skip),
                header.Options with
                {
                    OnMalformedRecord = _ => badQuotes = true,
                }
            );
            row.Csv = csv;
            var reader = readers.Take();
            var hasZeros = block.Text.Contains((byte)0);
            var line = block.FirstLine + header.LinesIn(skip);
            var lines = new LineCount(block.Text[skip..], block.LineEnd);
            while (csv.Read())
            {
                var number = line + lines.UpTo((int)csv.ByteOffset);
                rows.Add(
                    Problem(csv, badQuotes, hasZeros) is { } problem
                        ? ImportedRow.Of(problem with { Row = number })
                        : reader.Read(row, number)
                );
                badQuotes = false;
            }

            readers.Return(reader);
        }

        private RejectedRow? Problem(CsvReader csv, bool badQuotes, bool hasZeros)
        {
            if (badQuotes)
            {
                return Rejected(
                    csv,
                    "a quotation mark stands where none can",
                    "Put a field with quotation marks between quotation marks, and write those inside it twice."
                );
            }

            if (csv.FieldCount != header.Names.Count)
            {
                return Rejected(
                    csv,
                    $"the row has {csv.FieldCount} fields and the header {header.Names.Count}",
                    "Look for a missing comma or an unquoted one."
                );
            }

            return hasZeros && csv.RawRecord.Contains((byte)0)
                ? Rejected(csv, "the row holds NUL bytes, so part of it was lost", "Copy the file again, or save it as UTF-8.")
                : null;
        }

        private RejectedRow Rejected(CsvReader csv, string reason, string suggestion) =>
            new(readers.File, 0, "", LongLine.Beginning(csv.RawRecord), reason, suggestion);
    }

    private sealed class CsvSourceRow : SourceRow
    {
        public CsvReader Csv { get; set; } = null!;

        public override FieldValue this[int column] => FieldValue.Of(Csv.GetSpan(column));
    }
}
