using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.GoodPractice;

/// <summary>Publishes, replaces or withdraws the report, once its notes have been unchanged for some seconds.</summary>
public sealed class PublishGoodPractice(
    Publisher publisher, ReportEditor editor, MessageSender messages, IOptions<DocumentationOptions> options)
{
    [Function(nameof(PublishGoodPractice))]
    public async Task Run(
        [QueueTrigger(Queues.GoodPractice, Connection = Queues.Connection)] string message, CancellationToken cancellation)
    {
        var wait = await publisher.PublishAsync(ReportEditor.Path, editor.FindAsync, editor.EditAsync, options.Value.Quiet, cancellation);
        if (wait > TimeSpan.Zero) await messages.SendAsync(Queues.GoodPractice, message, wait, cancellation);
    }

    /// <summary>Finds a change whose event was lost, and a publication that was interrupted.</summary>
    [Function(nameof(ReconcileGoodPractice))]
    public async Task ReconcileGoodPractice([TimerTrigger("0 7/10 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (!await publisher.IsCurrentAsync(ReportEditor.Path, await editor.FindAsync(cancellation), cancellation))
            await messages.SendAsync(Queues.GoodPractice, ReportEditor.Folder, cancellation: cancellation);
    }
}
