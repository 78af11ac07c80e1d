using SecondLook.Sentencing.Findings;

namespace SecondLook.Screening.Screen;

/// <summary>Where determinations go: a file of one of the formats, or nowhere.</summary>
public abstract class ScreenOutput : IDisposable
{
    /// <summary>The endings of file names that have a format.</summary>
    public static readonly IReadOnlyList<string> Endings = [".jsonl", ".csv", ".parquet", ".xlsx"];

    /// <summary>True where the format writes the findings of a determination.</summary>
    public virtual bool HoldsFindings => false;

    /// <summary>Opens the format that the ending of the path names.</summary>
    /// <param name="path">The file; it appears when the output is complete.</param>
    /// <param name="withFindings">Whether findings are written, where the format holds them.</param>
    /// <exception cref="ArgumentException">The ending is not one of <see cref="Endings"/>.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static ScreenOutput Open(string path, bool withFindings = true) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".jsonl" => new JsonLinesOutput(new ReplacedFile(path), withFindings),
            ".csv" => new CsvOutput(new ReplacedFile(path)),
            ".parquet" => new ParquetOutput(new ReplacedFile(path)),
            ".xlsx" => new ExcelOutput(new ReplacedFile(path)),
            _ => throw new ArgumentException($"The ending of `{path}` names no format.", nameof(path)),
        };

    /// <summary>An empty page. Called on any thread, several at once.</summary>
    public abstract OutputPage NewPage();

    /// <summary>Finishes the output. Without this call nothing of it stays.</summary>
    public abstract void Complete();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what is open.</summary>
    protected abstract void Dispose(bool disposing);
}

/// <summary>Determinations that follow each other, already in the output's form. Filled on one thread, any thread.</summary>
public abstract class OutputPage
{
    /// <summary>Puts one determination into the output's form.</summary>
    public abstract void Add(Determination determination);

    /// <summary>Appends the page to the output; run once, one page at a time, in the order of the records.</summary>
    public abstract void Append();
}

/// <summary>Keeps nothing: for a tally alone.</summary>
public sealed class NoOutput : ScreenOutput
{
    /// <inheritdoc/>
    public override OutputPage NewPage() => BlankPage.Only;

    /// <inheritdoc/>
    public override void Complete() { }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) { }

    private sealed class BlankPage : OutputPage
    {
        public static readonly BlankPage Only = new();

        public override void Add(Determination determination) { }

        public override void Append() { }
    }
}
