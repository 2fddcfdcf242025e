using System.Globalization;
using ThaffFunctions.Documentation.GoodPractice;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Documentation.YearVolume;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation;

/// <summary>The publication of a document: done once what is published is in line with its notes.</summary>
/// <param name="queue">Whose messages it knows: those that ask for a publication, or the events that lead to one.</param>
sealed class PublicationCompletion(
    string queue, Publisher publisher, SessionSources sessions, VolumeSources volumes, ReportEditor report) : IMessageCompletion
{
    public static readonly IReadOnlyList<string> All = [Queues.NotesEvents, Queues.Publications, Queues.YearVolumes, Queues.GoodPractice];

    public string Queue => queue;

    public async Task<bool> IsDoneAsync(string message, CancellationToken cancellation)
    {
        var place = queue == Queues.NotesEvents ? PublicationTarget.Of(BlobEvent.Parse(message).Name)
            : new PublicationTarget(queue, message);
        return place switch
        {
            { Queue: Queues.Publications, Id: var id } => SessionId.Parse(id) is { } session
                && await IsCurrentAsync(DocumentPath.Of(session), sessions.FindAsync(session, cancellation), cancellation),
            { Queue: Queues.YearVolumes, Id: var id } => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && await IsCurrentAsync(VolumePlan.PathOf(year), volumes.FindAsync(year, cancellation), cancellation),
            { Queue: Queues.GoodPractice } => await IsCurrentAsync(ReportEditor.Path, report.FindAsync(cancellation), cancellation),
            _ => false, // a file in no document's folder: staff must hear of it
        };
    }

    async Task<bool> IsCurrentAsync<T>(DocumentPath path, Task<Source<T>> source, CancellationToken cancellation) =>
        await publisher.IsCurrentAsync(path, await source, cancellation);
}
