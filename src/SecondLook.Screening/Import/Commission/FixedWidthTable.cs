using SecondLook.Screening.Import.Crosswalks;
using SecondLook.Screening.Import.Tables;
using SecondLook.Screening.Import.Text;

namespace SecondLook.Screening.Import.Commission;

/// <summary>A file of lines of fixed width, the program that describes it, and the crosswalk of its fields. Only the fields needed are read.</summary>
internal sealed class FixedWidthTable : RowSource
{
    private readonly TextBlocks blocks;
    private readonly DataProgram program;
    private readonly TableRows readers;
    private readonly DataField[] fields;

    private FixedWidthTable(Stream stream, DataProgram program, BoundCrosswalk crosswalk, string description, ImportOptions options)
    {
        this.program = program;
        fields = [.. program.Fields];
        readers = new TableRows(crosswalk, options.Substances);
        Description = description;
        blocks = new TextBlocks(
            stream,
            Math.Max(options.BlockSize, 4 * program.RecordLength),
            Math.Max(options.LongestLine, 4 * program.RecordLength)
        );
    }

    public override string Description { get; }

    public static FixedWidthTable Open(Stream stream, string name, DataProgram program, ImportOptions options)
    {
        string[] header = [.. program.Fields.Select(field => field.Name)];
        var (crosswalk, kind) = Recognition.CrosswalkFor(name, header, options);
        var bound = CrosswalkBinding.Bind(crosswalk, name, header);
        return new(stream, program, bound, $"{kind}, fixed width by {program.Name}", options);
    }

    public override IEnumerable<ImportBatch> Batches()
    {
        var first = true;
        while (blocks.TryNext(out var block))
        {
            if (first && !AnyFits(block))
            {
                var length = LengthOfFirstLine(block);
                block.Return();
                throw new ImportException(
                    $"{readers.File}: its lines do not have the {program.RecordLength} bytes that {program.Name} gives as LRECL; the first has {length}. "
                        + "Columns and record length change every year: give the program that came with this file."
                );
            }

            first = false;
            yield return new Lines(block, this);
        }
    }

    public override void Dispose() => blocks.Dispose();

    private bool AnyFits(TextBlock block)
    {
        foreach (var range in block.Text.Split(block.LineEnd))
        {
            if (Line(block.Text[range]).Length == program.RecordLength)
            {
                return true;
            }
        }

        return false;
    }

    private static int LengthOfFirstLine(TextBlock block)
    {
        var end = block.Text.IndexOf(block.LineEnd);
        return Line(end < 0 ? block.Text : block.Text[..end]).Length;
    }

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> text) => text is [.. var line, (byte)'\r'] ? line : text;

    private sealed class Lines(TextBlock block, FixedWidthTable table) : TableBatch
    {
        private protected override void ReadRows(List<ImportedRow> rows)
        {
            var reader = table.readers.Take();
            var row = new FixedWidthRow(table.fields, block.Buffer);
            var number = block.FirstLine;
            foreach (var range in block.Text.Split(block.LineEnd))
            {
                var line = Line(block.Text[range]);
                // Some files end with the end-of-file mark of DOS.
                if (!line.IsEmpty && !line.SequenceEqual("\x1A"u8))
                {
                    rows.Add(Read(reader, row, line, range.Start.Value, number));
                }

                number++;
            }

            table.readers.Return(reader);
            block.Return();
        }

        private ImportedRow Read(RowReader reader, FixedWidthRow row, ReadOnlySpan<byte> line, int start, long number)
        {
            if (block.TooLong || line.Length != table.program.RecordLength)
            {
                return Rejected(
                    number,
                    line,
                    block.TooLong
                        ? $"the line is much longer than the {table.program.RecordLength} bytes of LRECL in {table.program.Name}"
                        : $"the line has {line.Length} bytes, and LRECL in {table.program.Name} is {table.program.RecordLength}",
                    "Look for a line that was cut, joined or changed by an editor; blanks at its end count."
                );
            }

            if (line.Contains((byte)0))
            {
                return Rejected(number, line, "the line holds NUL bytes, so part of it was lost", "Copy or download the file again.");
            }

            row.Start = start;
            return reader.Read(row, number);
        }

        private ImportedRow Rejected(long number, ReadOnlySpan<byte> line, string reason, string suggestion) =>
            ImportedRow.Of(new RejectedRow(table.readers.File, number, "", LongLine.Beginning(line), reason, suggestion));
    }

    private sealed class FixedWidthRow(DataField[] fields, byte[] buffer) : SourceRow
    {
        public int Start { get; set; }

        public override FieldValue this[int column]
        {
            get
            {
                var field = fields[column];
                var value = FieldValue.Of(buffer.AsSpan(Start + field.Start, field.Length));
                return field.Decimals > 0 && value.Kind == FieldKind.Number && !value.Utf8.Contains((byte)'.')
                    ? FieldValue.Of(value.Number / PowerOfTen(field.Decimals))
                    : value;
            }
        }

        private static decimal PowerOfTen(int exponent)
        {
            var power = 1m;
            for (var i = 0; i < exponent; i++)
            {
                power *= 10;
            }

            return power;
        }
    }
}
