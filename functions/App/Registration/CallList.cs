using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>
/// Whom staff are to call, since there is no address to send a mail to. What about stands in the attendee's row until they have done it.
/// </summary>
public sealed class CallList(RegistrationStore store)
{
    /// <param name="attendee">Whom.</param>
    /// <param name="about">The mail that cannot go, as staff call it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task AddAsync(Attendee attendee, string about, CancellationToken cancellation) => ChangeAsync(attendee.Session, attendee.Key,
        current => current.Email.HasMailbox || current.CallAbout.Contains(about) ? current : current with
        {
            CallAbout = [.. current.CallAbout, about],
        }, cancellation);

    /// <param name="attendee">Who was called.</param>
    /// <param name="about">What about: something that came up meanwhile stays.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task DoneAsync(Attendee attendee, IReadOnlyList<string> about, CancellationToken cancellation) => ChangeAsync(
        attendee.Session, attendee.Key, current => current.CallAbout.Any(about.Contains) ? current with
        {
            CallAbout = [.. current.CallAbout.Except(about)],
        }
        : current, cancellation);

    Task ChangeAsync(SessionId session, string key, Func<Attendee, Attendee> change, CancellationToken cancellation) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            if (await store.FindAttendeeAsync(session, key, cancellation) is { } current && change(current) is var changed
                && changed != current)
                await store.Begin(session).Put(changed).SubmitAsync(cancellation);
        }, cancellation);
}
