using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>Where a setting asks for it, seats that were not confirmed in time go to the waiting list.</summary>
public sealed class ReleaseUnconfirmedSeats(
    SeatLedger ledger, ProgrammeQuery programme, RegistrationStore store, IOptions<RegistrationOptions> options, TimeProvider clock)
{
    [Function(nameof(ReleaseUnconfirmedSeats))]
    public async Task Run([TimerTrigger("0 4/10 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (options.Value.ConfirmWithin is null) return;

        var now = clock.GetUtcNow();
        var ahead = (await programme.AllAsync(cancellation)).Where(session => !session.IsCancelled && now < session.Start);
        await OneByOne.ForEachAsync(ahead, session => OneByOne.ForEachAsync(store.UnconfirmedAsync(session.Id, now, cancellation),
            attendee => ledger.ReleaseUnconfirmedAsync(session.Id, attendee, cancellation), cancellation), cancellation);
    }
}
