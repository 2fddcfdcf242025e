using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Changes;

/// <summary>
/// A session changed in the programme: its seats row takes over the capacity, and who waits moves up. If it is at another time or place,
/// or cancelled, the same message comes again when people are to be told.
/// </summary>
public sealed class FollowProgramme(
    ProgrammeQuery programme, ProgrammeUpdate update, ChangeNotifier change, MessageSender messages, TimeProvider clock)
{
    [Function(nameof(FollowProgramme))]
    public async Task Run([QueueTrigger(Queues.SessionChanges, Connection = Queues.Connection)] string message,
        CancellationToken cancellation)
    {
        var session = SessionId.Parse(message) ?? throw new FormatException("The message is not a session's id.");
        if (await FollowAsync(session, cancellation) is { } wait)
            await messages.SendAsync(Queues.SessionChanges, message, wait, cancellation);
    }

    /// <summary>The same for every session to come, in case a message got lost.</summary>
    [Function(nameof(FollowWholeProgramme))]
    public async Task FollowWholeProgramme([TimerTrigger("0 10/15 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var toCome = (await programme.AllAsync(cancellation)).Where(session => !session.IsPastAt(clock.GetUtcNow()));
        await IndependentItems.ForEachAsync(toCome, session => FollowAsync(session.Id, cancellation), cancellation);
    }

    async Task<TimeSpan?> FollowAsync(SessionId session, CancellationToken cancellation)
    {
        await update.FollowAsync(session, cancellation);
        return await change.RunAsync(session, cancellation);
    }
}
