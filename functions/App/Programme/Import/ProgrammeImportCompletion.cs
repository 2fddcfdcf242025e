using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Programme.Import;

/// <summary>A file of the programme: done once the programme is in line with it, or staff know what is wrong with it.</summary>
sealed class ProgrammeImportCompletion(ProgrammeImport import) : IMessageCompletion
{
    public string Queue => Queues.ProgrammeEvents;

    public Task<bool> IsDoneAsync(string message, CancellationToken cancellation) =>
        import.IsAppliedAsync(BlobEvent.Parse(message).Name, cancellation);
}
