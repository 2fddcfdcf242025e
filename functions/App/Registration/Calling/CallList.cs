using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Calling;

/// <summary>
/// Whom staff are to call, since there is no address to send a mail to. What about stands in the attendee's row until they have done it.
/// </summary>
public sealed class CallList(RegistrationStore store)
{
    /// <param name="attendee">Whom.</param>
    /// <param name="mail">The mail that cannot go. Adding it twice changes nothing.</param>
    /// <param name="about">What staff call it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task AddAsync(Attendee attendee, DeliveryId mail, string about, CancellationToken cancellation)
    {
        var call = new Call(mail.ToString(), about);
        return ChangeAsync(attendee.Session, attendee.Key, current => IsSuperfluous(current) ? current : current with
        {
            CallAbout = [.. current.CallAbout, call],
        }, cancellation);

        bool IsSuperfluous(Attendee current) => current.Email.HasMailbox || current.ToldByTelephone == mail.Row
            || current.NeedMails.SkipLast(1).Contains(mail.Row) // staff have answered otherwise since
            || current.CallAbout.Contains(call);
    }

    /// <param name="attendee">Who was called.</param>
    /// <param name="mails">
    /// What about: something that came up meanwhile stays. Of who has an address it is the last mail that did not arrive there.
    /// </param>
    /// <param name="cancellation">Gives up.</param>
    public Task DoneAsync(Attendee attendee, IReadOnlyList<string> mails, CancellationToken cancellation) => ChangeAsync(
        attendee.Session, attendee.Key, current => current.Email.HasMailbox ? current with
        {
            ToldByTelephone = mails.Select(DeliveryId.Parse).LastOrDefault()?.Row ?? current.ToldByTelephone,
        }
        : current.CallAbout.Any(call => mails.Contains(call.Mail)) ? current with
        {
            CallAbout = [.. current.CallAbout.Where(call => !mails.Contains(call.Mail))],
        }
        : current, cancellation);

    /// <summary>How somebody stands now was told by telephone: the mail about it causes no call, and one that it has caused ends.</summary>
    public Task ToldAsync(Attendee attendee, CancellationToken cancellation) => ChangeAsync(attendee.Session, attendee.Key,
        current => current with
        {
            ToldByTelephone = current.StateMail,
            CallAbout = [.. current.CallAbout.Where(call => DeliveryId.Parse(call.Mail)?.Row != current.StateMail)],
        }, cancellation);

    Task ChangeAsync(SessionId session, string key, Func<Attendee, Attendee> change, CancellationToken cancellation) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            if (await store.FindAttendeeAsync(session, key, cancellation) is { } current && change(current) is var changed
                && changed != current)
                await store.ReplaceAsync(changed, cancellation);
        }, cancellation);
}
