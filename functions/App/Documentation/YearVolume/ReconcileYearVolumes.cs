using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publications;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>Finds volumes that are not what their material would make of them: a message got lost, or a session is over and its participation is told.</summary>
public sealed partial class ReconcileYearVolumes(
    DocumentationStore documentation, PublicationStore volumes, NotesStore notes, VolumePlans plans, Press press, MessageSender messages, ILogger<ReconcileYearVolumes> log)
{
    [Function(nameof(ReconcileYearVolumes))]
    public async Task Run([TimerTrigger("0 5/10 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (var year in await YearsAsync(cancellation))
        {
            if (await press.IsInLineAsync(VolumePlan.PathOf(year), await plans.FindAsync(year, cancellation), cancellation)) continue;

            await messages.SendAsync(Queues.YearVolumes, year.ToString(CultureInfo.InvariantCulture), cancellation: cancellation);
            Log.Found(log, year);
        }
    }

    /// <summary>Those of documentations, of volumes, and of folders: a foreword may be there before either.</summary>
    async Task<IReadOnlySet<int>> YearsAsync(CancellationToken cancellation)
    {
        HashSet<int> years = [.. (await documentation.PublishedAsync(cancellation)).Select(session => session.Id.Year)];
        years.UnionWith((await volumes.NamedAsync(VolumePlan.Name, cancellation)).Select(volume => VolumePlan.YearOf(volume.Path)));
        await foreach (var folder in notes.AllAsync(cancellation))
        {
            if (NotesPlace.Of($"{folder.Name}/{folder.Files[0].Name}") is { Queue: Queues.YearVolumes } place) years.Add(int.Parse(place.Id, CultureInfo.InvariantCulture));
        }

        return years;
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The volume of {Year} is not what its material makes of it; sent to be published")]
        public static partial void Found(ILogger log, int year);
    }
}
