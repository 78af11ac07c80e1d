using System.Globalization;
using System.Text;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Screening.Screen;

/// <summary>One row a record, as RFC 4180 with LF; life is <c>life</c>, unknown is empty.</summary>
public sealed class CsvOutput(ReplacedFile file) : ScreenOutput
{
    private bool headed;

    /// <inheritdoc/>
    public override OutputPage NewPage() => new Page(this);

    /// <inheritdoc/>
    public override void Complete()
    {
        WriteHeader();
        file.Keep();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => file.Dispose();

    private void Write(StringBuilder text)
    {
        WriteHeader();
        foreach (var part in text.GetChunks())
        {
            file.Stream.Write(Encoding.UTF8.GetBytes(part.ToArray()));
        }
    }

    private void WriteHeader()
    {
        if (!headed)
        {
            file.Stream.Write(Encoding.UTF8.GetBytes($"{string.Join(',', ScreenRow.Columns)}\n"));
            headed = true;
        }
    }

    private static void AppendRow(StringBuilder text, ScreenRow row)
    {
        AppendText(text, row.Id);
        AppendText(text.Append(','), row.Amendments);
        AppendText(text.Append(','), row.OrderDate);
        AppendText(text.Append(','), row.Outcome);
        AppendText(text.Append(','), row.Reason);
        AppendNumber(text.Append(','), row.OriginalLevel);
        AppendText(text.Append(','), row.OriginalCategory);
        AppendTerm(text.Append(','), row.OriginalMin);
        AppendTerm(text.Append(','), row.OriginalMax);
        AppendNumber(text.Append(','), row.AmendedLevel);
        AppendText(text.Append(','), row.AmendedCategory);
        AppendTerm(text.Append(','), row.AmendedMin);
        AppendTerm(text.Append(','), row.AmendedMax);
        AppendTerm(text.Append(','), row.LowestTerm);
        AppendText(text.Append(','), row.LowestTermBasis);
        AppendText(text.Append(','), row.Missing);
        AppendText(text.Append(','), row.Assumptions);
        text.Append('\n');
    }

    private static void AppendNumber(StringBuilder text, int? number)
    {
        if (number is { } known)
        {
            text.Append(CultureInfo.InvariantCulture, $"{known}");
        }
    }

    private static void AppendTerm(StringBuilder text, Months? term)
    {
        if (term is { IsLife: true })
        {
            text.Append("life");
        }
        else
        {
            AppendNumber(text, term?.Value);
        }
    }

    internal static void AppendText(StringBuilder text, string? value)
    {
        if (value is null)
        {
            return;
        }

        if (value.AsSpan().IndexOfAny(",\"\n\r") < 0)
        {
            text.Append(value);
            return;
        }

        text.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    private sealed class Page(CsvOutput output) : OutputPage
    {
        private readonly StringBuilder text = new();

        public override void Add(Determination determination) => AppendRow(text, ScreenRow.Of(determination));

        public override void Append() => output.Write(text);
    }
}
