using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Events;

/// <summary>Once a day, deletes the rows of events that are so old that a post with them is refused anyway.</summary>
public sealed class ForgetMailEvents(SeenEvents seen, ErasureRuns runs, TimeProvider clock)
{
    /// <summary>Events are told up to 24 hours late and their posts believed for 25.</summary>
    const int DaysKept = 3;

    [Function(nameof(ForgetMailEvents))]
    public async Task Run([TimerTrigger("0 30 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var before = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-DaysKept);
        await runs.NoteAsync(nameof(ForgetMailEvents), await seen.ForgetBeforeAsync(before, cancellation), cancellation);
    }
}
