using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation;

/// <summary>
/// Handles the event that a file in container notes was created, replaced or deleted: schedules the publication of the document that is
/// made from its folder.
/// </summary>
public sealed class ScheduleNotes(NotesStore notes, StaffReports reports, MessageSender messages, IOptions<DocumentationOptions> options)
{
    [Function(nameof(ScheduleNotes))]
    public async Task Run([QueueTrigger(Queues.NotesEvents, Connection = Queues.Connection)] string message, CancellationToken cancellation)
    {
        var name = BlobEvent.Parse(message).Name;
        if (PublicationTarget.Of(name) is { } place)
            await messages.SendAsync(place.Queue, place.Id, options.Value.Quiet, cancellation);
        else if (await notes.VersionAsync(name, cancellation) is { } version)
        {
            var folder = name.Split('/')[0];
            await (SessionId.WhyImpossible(folder) is null
                ? reports.TellMisplacedAsync(name, version, cancellation)
                : reports.TellImpossibleAsync(name, version, folder, cancellation));
        }
    }
}
