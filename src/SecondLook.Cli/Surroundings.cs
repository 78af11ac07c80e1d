using System.Text;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Cli;

/// <summary>What a command touches besides its arguments; tests hand in their own.</summary>
/// <param name="Output">Answers go here.</param>
/// <param name="Error">Messages go here.</param>
/// <param name="Input">What <c>-</c> reads.</param>
/// <param name="Today">The day of the order where none is given.</param>
/// <param name="IsTerminal">Whether somebody watches, so that a progress bar makes sense.</param>
public sealed record Surroundings(TextWriter Output, TextWriter Error, Stream Input, PartialDate Today, bool IsTerminal)
{
    /// <summary>The process's own: UTF-8 without a mark, LF, and the only place where the clock is read.</summary>
    public static Surroundings OfProcess() =>
        new(
            Utf8(Console.OpenStandardOutput(), flush: false),
            Utf8(Console.OpenStandardError(), flush: true),
            Console.OpenStandardInput(),
            PartialDate.On(DateOnly.FromDateTime(DateTime.Now)),
            !Console.IsErrorRedirected && !Console.IsOutputRedirected
        );

    private static StreamWriter Utf8(Stream stream, bool flush) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 14) { NewLine = "\n", AutoFlush = flush };
}
