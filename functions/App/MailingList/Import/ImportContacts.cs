using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList.Import;

/// <summary>A file was put into or removed from container <c>kontakte</c>.</summary>
public sealed class ImportContacts(ContactImport import)
{
    [Function(nameof(ImportContacts))]
    public Task Run([QueueTrigger(Queues.ContactEvents, Connection = Queues.Connection)] string message, CancellationToken cancellation) =>
        import.ImportAsync(BlobEvent.Parse(message).Name, cancellation);

    /// <summary>The same for every file that lies there, in case an event got lost.</summary>
    [Function(nameof(ReconcileContacts))]
    public Task ReconcileContacts([TimerTrigger("0 8/15 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        import.ImportAllAsync(cancellation);
}
