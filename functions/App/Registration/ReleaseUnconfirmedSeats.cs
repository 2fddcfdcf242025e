using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Registration;

/// <summary>Where a setting asks for it, seats that nobody confirmed in time go to who waits.</summary>
public sealed class ReleaseUnconfirmedSeats(
    SeatLedger ledger, ProgrammeQuery programme, RegistrationStore store, IOptions<RegistrationOptions> options, TimeProvider clock)
{
    [Function(nameof(ReleaseUnconfirmedSeats))]
    public async Task Run([TimerTrigger("0 4/10 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (options.Value.ConfirmWithin is null) return;

        var now = clock.GetUtcNow();
        foreach (var session in await programme.AllAsync(cancellation))
        {
            if (session.IsCancelled || now >= session.Start) continue;

            await foreach (var attendee in store.UnconfirmedAsync(session.Id, now, cancellation))
                await ledger.ReleaseUnconfirmedAsync(session.Id, attendee, cancellation);
        }
    }
}
