using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace SecondLook.Tests.Web;

/// <summary>What a program writes into its log.</summary>
internal sealed partial class Written : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    public string Text => string.Join('\n', lines);

    /// <summary>
    /// The different lines, without what differs from one run to the next: numbers of connections, ports, times, keys made for a page. What the scheduler and
    /// the server's connections say depends on when it happens and not on what is asked.
    /// </summary>
    public IReadOnlyCollection<string> Lines =>
        new SortedSet<string>(
            lines.Where(line => !Restless().IsMatch(line)).Select(line => Changing().Replace(line, "#")),
            StringComparer.Ordinal
        );

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose() { }

    [GeneratedRegex(
        "^(Quartz|Microsoft\\.AspNetCore\\.Server|Microsoft\\.AspNetCore\\.DataProtection|Microsoft\\.AspNetCore\\.Hosting\\.Diagnostics \\w+ Connection)"
    )]
    private static partial Regex Restless();

    [GeneratedRegex(
        "127\\.0\\.0\\.1:\\d+|\\b0H[A-Z0-9]+(:\\d+)?|[0-9.]+ ?ms\\b|/tmp/[^ ]+|secondlook=[^;, ]+|200 \\d+ application/(vnd|pdf)"
    )]
    private static partial Regex Changing();

    private sealed class Category(Written written, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => written.lines.Enqueue($"{category} {logLevel} {formatter(state, exception)} {exception}");
    }
}
