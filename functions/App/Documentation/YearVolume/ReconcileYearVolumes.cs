using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>
/// Finds volumes that do not match their source: a message was lost, or a session is over and its participation is counted.
/// </summary>
public sealed partial class ReconcileYearVolumes(
    PublishedStore store,
    NotesStore notes,
    VolumeSources sources,
    Publisher publisher,
    MessageSender messages,
    ILogger<ReconcileYearVolumes> log)
{
    [Function(nameof(ReconcileYearVolumes))]
    public async Task Run([TimerTrigger("0 5/10 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await IndependentItems.ForEachAsync(await YearsAsync(cancellation), year => CheckAsync(year, cancellation), cancellation);
    }

    async Task CheckAsync(int year, CancellationToken cancellation)
    {
        if (await publisher.IsCurrentAsync(VolumePlan.PathOf(year), await sources.FindAsync(year, cancellation), cancellation)) return;

        await messages.SendAsync(Queues.YearVolumes, year.ToString(CultureInfo.InvariantCulture), cancellation: cancellation);
        Log.Found(log, year);
    }

    /// <summary>The years that have a documentation, a volume or a folder of notes: the foreword may be the first file of a year.</summary>
    async Task<IReadOnlySet<int>> YearsAsync(CancellationToken cancellation)
    {
        var documentations = PublishedDocumentation.Of(await store.SessionsAsync(cancellation));
        HashSet<int> years = [.. documentations.Select(documentation => documentation.Id.Year)];
        var volumes = await store.NamedAsync(VolumePlan.Name, cancellation);
        years.UnionWith(volumes.Select(volume => VolumePlan.YearOf(volume.Path)).OfType<int>());
        await foreach (var folder in notes.AllAsync(cancellation))
        {
            if (PublicationTarget.Of($"{folder.Name}/{folder.Files[0].Name}") is { Queue: Queues.YearVolumes } place)
                years.Add(int.Parse(place.Id, CultureInfo.InvariantCulture));
        }

        return years;
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The volume of {Year} does not match its source; a message to publish it was sent")]
        public static partial void Found(ILogger log, int year);
    }
}
