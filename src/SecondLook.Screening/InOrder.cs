using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace SecondLook.Screening;

/// <summary>Work done on several threads whose results come in the order of the work, a few at a time, whatever there is of it.</summary>
internal static class InOrder
{
    /// <summary>The results, each as soon as it and all before it are there.</summary>
    /// <param name="work">The pieces of work; begun in their order.</param>
    /// <param name="threads">How many pieces are done at once; one keeps everything on the calling thread.</param>
    /// <param name="cancellation">Stops between two pieces.</param>
    public static async IAsyncEnumerable<T> Of<T>(
        IEnumerable<Func<T>> work,
        int threads,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        if (threads <= 1)
        {
            foreach (var piece in work)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return piece();
            }

            yield break;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var queue = Channel.CreateBounded<Task<T>>(new BoundedChannelOptions(threads) { SingleReader = true, SingleWriter = true });
        var crew = new TaskFactory(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler);
        var cutting = Task.Run(
            async () =>
            {
                try
                {
                    foreach (var piece in work)
                    {
                        await queue.Writer.WriteAsync(crew.StartNew(piece, stop.Token), stop.Token);
                    }

                    queue.Writer.Complete();
                }
                catch (Exception failure)
                {
                    queue.Writer.Complete(failure);
                }
            },
            CancellationToken.None
        );
        try
        {
            await foreach (var done in queue.Reader.ReadAllAsync(stop.Token))
            {
                yield return await done;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await cutting;
        }
    }
}
