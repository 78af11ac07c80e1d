using Microsoft.Extensions.Hosting;

namespace SecondLook.Web.Imports;

/// <summary>
/// Clears away, when the site starts, what an earlier end of the program left half done: files that were being received, and the copies on disk
/// of those that were being read. Imports that ran go on (<see cref="RunImports"/>).
/// </summary>
internal sealed class LeftBehind(DocketStore store, SiteOptions options) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.EndReceiving(options.Clock.GetUtcNow());
        foreach (var copy in Folder(options).GetFiles())
        {
            copy.Delete();
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Where copies of files lie while they are read.</summary>
    public static DirectoryInfo Folder(SiteOptions options) => Directory.CreateDirectory(Path.Combine(options.Folder, "imports"));
}
