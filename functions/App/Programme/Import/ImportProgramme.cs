using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Programme.Import;

/// <summary>A file was put into or removed from container <c>programme</c>.</summary>
public sealed class ImportProgramme(ProgrammeImport import)
{
    [Function(nameof(ImportProgramme))]
    public Task Run([QueueTrigger(Queues.ProgrammeEvents, Connection = Queues.Connection)] string message,
        CancellationToken cancellation) =>
            import.ImportAsync(BlobEvent.Parse(message).Name, cancellation);

    /// <summary>The same for the files put lately, in case an event got lost.</summary>
    [Function(nameof(ReconcileProgramme))]
    public Task ReconcileProgramme([TimerTrigger("0 3/15 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        import.ImportLatelyPutAsync(cancellation);
}
