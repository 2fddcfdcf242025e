using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation;
using ThaffFunctions.Documentation.Publications;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.GoodPractice;

/// <summary>The report's notes may have come to rest: publish, replace or withdraw it.</summary>
public sealed class PublishGoodPractice(Press press, ReportEditor editor, MessageSender messages, IOptions<DocumentationOptions> options)
{
    [Function(nameof(PublishGoodPractice))]
    public async Task Run([QueueTrigger(Queues.GoodPractice, Connection = Queues.Connection)] string message, CancellationToken cancellation)
    {
        var unrest = await press.PublishAsync(DocumentPath.GoodPractice, editor.FindAsync, options.Value.Quiet, cancellation);
        if (unrest > TimeSpan.Zero) await messages.SendAsync(Queues.GoodPractice, message, unrest, cancellation);
    }

    /// <summary>Finds what no event told of, and what was cut off.</summary>
    [Function(nameof(ReconcileGoodPractice))]
    public async Task ReconcileGoodPractice([TimerTrigger("0 7/10 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (!await press.IsInLineAsync(DocumentPath.GoodPractice, await editor.FindAsync(cancellation), cancellation))
            await messages.SendAsync(Queues.GoodPractice, ReportEditor.Folder, cancellation: cancellation);
    }
}
