using System.Buffers;
using System.Collections.Concurrent;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Screening.Screen;

/// <summary>One determination a line, with its findings.</summary>
public sealed class JsonLinesOutput(ReplacedFile file, bool withFindings = true) : ScreenOutput
{
    private readonly ReplacedFile file = file;
    private readonly ConcurrentBag<Page> spare = [];

    /// <inheritdoc/>
    public override bool HoldsFindings => withFindings;

    /// <inheritdoc/>
    public override OutputPage NewPage() => spare.TryTake(out var used) ? used : new Page(this);

    /// <inheritdoc/>
    public override void Complete() => file.Keep();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        file.Dispose();
        foreach (var page in spare)
        {
            page.Dispose();
        }
    }

    /// <summary>Lines of JSON; used again and again, so that memory does not grow with the file.</summary>
    private sealed class Page : OutputPage, IDisposable
    {
        private readonly JsonLinesOutput output;
        private readonly ArrayBufferWriter<byte> buffer = new(1 << 20);
        private readonly DeterminationJson json;

        public Page(JsonLinesOutput output)
        {
            this.output = output;
            json = new DeterminationJson(buffer, output.HoldsFindings);
        }

        public override void Add(Determination determination)
        {
            json.Write(determination);
            buffer.Write("\n"u8);
        }

        public override void Append()
        {
            output.file.Stream.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
            output.spare.Add(this);
        }

        public void Dispose() => json.Dispose();
    }
}
