using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList.Import;

/// <summary>A file of contacts: done once it is read and deleted.</summary>
sealed class ImportedContacts(ContactImport import) : IFinishedWork
{
    public string Queue => Queues.ContactEvents;

    public Task<bool> IsDoneAsync(string message, CancellationToken cancellation) =>
        import.IsDoneAsync(BlobEvent.Parse(message).Name, cancellation);
}
