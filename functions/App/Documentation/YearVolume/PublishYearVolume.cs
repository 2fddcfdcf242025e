using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>
/// Publishes, replaces or withdraws the volume of a year, once its sessions and its foreword have been unchanged for some seconds.
/// </summary>
public sealed class PublishYearVolume(
    Publisher publisher, VolumeSources sources, VolumeEditor editor, MessageSender messages, IOptions<DocumentationOptions> options)
{
    [Function(nameof(PublishYearVolume))]
    public async Task Run([QueueTrigger(Queues.YearVolumes, Connection = Queues.Connection)] string message, CancellationToken cancellation)
    {
        var (year, quiet) = (int.Parse(message, CultureInfo.InvariantCulture), options.Value.Quiet);
        var wait = await publisher.PublishAsync(
            VolumePlan.PathOf(year), stop => sources.FindAsync(year, stop), editor.EditAsync, quiet, cancellation);
        if (wait > TimeSpan.Zero) await messages.SendAsync(Queues.YearVolumes, message, wait, cancellation);
    }
}
