using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation.Publications;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>Something that stands in a year's volume may have changed: make it anew, once for many changes in a row.</summary>
public sealed class PublishYearVolume(Press press, VolumePlans plans, MessageSender messages, IOptions<DocumentationOptions> options)
{
    [Function(nameof(PublishYearVolume))]
    public async Task Run([QueueTrigger(Queues.YearVolumes, Connection = Queues.Connection)] string message, CancellationToken cancellation)
    {
        var year = int.Parse(message, CultureInfo.InvariantCulture);
        var unrest = await press.PublishAsync(VolumePlan.PathOf(year), stop => plans.FindAsync(year, stop), options.Value.Quiet, cancellation);
        if (unrest > TimeSpan.Zero) await messages.SendAsync(Queues.YearVolumes, message, unrest, cancellation);
    }
}
