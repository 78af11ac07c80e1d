using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Screening.Screen;

/// <summary>One row a record, as RFC 4180 with LF; life is <c>life</c>, unknown is empty.</summary>
public sealed class CsvOutput(ReplacedFile file) : ScreenOutput
{
    private readonly ConcurrentBag<Page> spare = [];
    private bool headed;

    /// <inheritdoc/>
    public override OutputPage NewPage() => spare.TryTake(out var used) ? used : new Page(this);

    /// <inheritdoc/>
    public override void Complete()
    {
        Write([]);
        file.Keep();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => file.Dispose();

    private void Write(ReadOnlySpan<byte> rows)
    {
        if (!headed)
        {
            file.Stream.Write(Encoding.UTF8.GetBytes($"{string.Join(',', ScreenRow.Columns)}\n"));
            headed = true;
        }

        file.Stream.Write(rows);
    }

    /// <summary>Rows of CSV; used again and again, so that memory does not grow with the file.</summary>
    private sealed class Page : OutputPage
    {
        private readonly CsvOutput output;
        private readonly ArrayBufferWriter<byte> buffer;
        private readonly CsvRow row;

        public Page(CsvOutput output)
        {
            this.output = output;
            buffer = new ArrayBufferWriter<byte>(1 << 18);
            row = new CsvRow(buffer);
        }

        public override void Add(Determination determination)
        {
            row.Text(determination.Id);
            row.List(determination.Amendments, amendment => amendment);
            row.Text(determination.OrderDate.ToString());
            row.Text(DeterminationNames.Of(determination.Outcome));
            row.Text(determination.Reason is { } reason ? DeterminationNames.Of(reason.Code) : null);
            Computed(determination.Original);
            Computed(determination.Amended);
            row.Term(determination.LowestTerm?.Months);
            row.Text(determination.LowestTerm is { } lowest ? DeterminationNames.Of(lowest.Basis) : null);
            row.List(determination.Missing, missing => missing.Fact);
            row.List(determination.Assumptions, assumption => assumption);
            row.End();
        }

        public override void Append()
        {
            output.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
            output.spare.Add(this);
        }

        private void Computed(Computation? computation)
        {
            row.Number(computation?.TotalOffenseLevel);
            row.Text(computation?.Category is { } category ? DeterminationNames.Category(category) : null);
            row.Term(computation?.Range?.Min);
            row.Term(computation?.Range?.Max);
        }
    }
}

/// <summary>Writes one row of CSV in UTF-8, field by field.</summary>
public sealed class CsvRow(ArrayBufferWriter<byte> buffer)
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\n\r");

    private bool begun;

    /// <summary>A field of text; null is empty.</summary>
    public void Text(string? value)
    {
        Separate();
        if (value is null)
        {
            return;
        }

        if (value.AsSpan().ContainsAny(NeedQuotes))
        {
            buffer.Write("\""u8);
            PutQuoted(value);
            buffer.Write("\""u8);
        }
        else
        {
            Put(value);
        }
    }

    /// <summary>Several texts in one field, separated by <c>; </c>.</summary>
    public void List<T>(IReadOnlyList<T> items, Func<T, string> text)
    {
        Separate();
        var quoted = false;
        for (var i = 0; i < items.Count && !quoted; i++)
        {
            quoted = text(items[i]).AsSpan().ContainsAny(NeedQuotes);
        }

        if (quoted)
        {
            buffer.Write("\""u8);
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                buffer.Write("; "u8);
            }

            if (quoted)
            {
                PutQuoted(text(items[i]));
            }
            else
            {
                Put(text(items[i]));
            }
        }

        if (quoted)
        {
            buffer.Write("\""u8);
        }
    }

    /// <summary>A number; null is empty.</summary>
    public void Number(int? value)
    {
        Separate();
        if (value is { } number)
        {
            number.TryFormat(buffer.GetSpan(16), out var written, default, CultureInfo.InvariantCulture);
            buffer.Advance(written);
        }
    }

    /// <summary>A term; life is <c>life</c>.</summary>
    public void Term(Months? term)
    {
        if (term is { IsLife: true })
        {
            Text("life");
        }
        else
        {
            Number(term?.Value);
        }
    }

    /// <summary>Ends the row; the next field begins another.</summary>
    public void End()
    {
        buffer.Write("\n"u8);
        begun = false;
    }

    private void PutQuoted(string value) => Put(value.Replace("\"", "\"\"", StringComparison.Ordinal));

    private void Put(string value) =>
        buffer.Advance(Encoding.UTF8.GetBytes(value, buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length))));

    private void Separate()
    {
        if (begun)
        {
            buffer.Write(","u8);
        }

        begun = true;
    }
}
