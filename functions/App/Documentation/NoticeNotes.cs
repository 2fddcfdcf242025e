using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation;

/// <summary>Something in container notes was put, replaced or removed: look at its folder once it rests.</summary>
public sealed class NoticeNotes(NotesStore notes, StaffReports reports, MessageSender messages, IOptions<DocumentationOptions> options)
{
    [Function(nameof(NoticeNotes))]
    public async Task Run([QueueTrigger(Queues.NotesEvents, Connection = Queues.Connection)] string message, CancellationToken cancellation)
    {
        var name = BlobEvent.Parse(message).Name;
        if (NotesPlace.Of(name) is { } place)
            await messages.SendAsync(place.Queue, place.Id, options.Value.Quiet, cancellation);
        else if (await notes.VersionAsync(name, cancellation) is { } version)
            await reports.TellMisplacedAsync(name, version, cancellation);
    }
}
