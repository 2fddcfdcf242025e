using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>
/// Finds wishes for the newsletter whose message got lost, and sends it again. A wish is a row until it is taken care of.
/// </summary>
public sealed class RecoverWishes(ProgrammeQuery programme, RegistrationStore store, MessageSender messages, TimeProvider clock)
{
    [Function(nameof(RecoverWishes))]
    public async Task Run([TimerTrigger("0 5/15 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var session in await programme.AllAsync(cancellation))
        {
            if (session.IsPastAt(now) || now < session.RegistrationOpens) continue;

            await foreach (var attendee in store.WishesAsync(session.Id, cancellation))
                await messages.SendAsync(Queues.NewsletterWishes, $"{session.Id}/{attendee}", cancellation: cancellation);
        }
    }
}
