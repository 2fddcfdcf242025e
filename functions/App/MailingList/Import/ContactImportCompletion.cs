using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList.Import;

/// <summary>A file of contacts: done once it is read and deleted.</summary>
sealed class ContactImportCompletion(ContactImport import) : IMessageCompletion
{
    public string Queue => Queues.ContactEvents;

    public Task<bool> IsDoneAsync(string message, CancellationToken cancellation) =>
        import.IsDoneAsync(BlobEvent.Parse(message).Name, cancellation);
}
