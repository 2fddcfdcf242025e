using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Staff;

/// <summary>
/// Whom a mail about their session did not reach, or has not reached yet: how they stand, that it changed, an answer to them. What reached
/// them later, or was told them by telephone, says how they stand then. Who has no address is called, and no mail to them is lost.
/// </summary>
public sealed class UnreachedAttendees(
    RegistrationStore store, DeliveryStore deliveries, MailComposers composers, TimeProvider clock)
{
    /// <summary>Mails that something holds up, by the keys of those who are to get them; of several the one that waits longest.</summary>
    public async Task<IReadOnlyDictionary<string, WaitingMail>> WaitingAsync(SessionId session, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var mails = await deliveries.UnsettledAsync(Tables.Registrations, session.Value, cancellation).ToListAsync(cancellation);
        return mails.Select(mail => (mail.Recipient, Waiting: WaitingMail.Of(mail, now))).Where(found => found.Waiting is not null)
            .GroupBy(found => found.Recipient, found => found.Waiting!)
            .ToDictionary(of => of.Key, of => of.MinBy(mail => mail.Since ?? mail.Until)!);
    }

    /// <returns>By the keys of attendees.</returns>
    public async Task<IReadOnlyDictionary<string, LostMail>> OfAsync(SessionId session, CancellationToken cancellation)
    {
        var lost = (await deliveries.QueryAsync(Tables.Registrations, session.Value,
            $"State eq {nameof(DeliveryState.Bounced)} or State eq {nameof(DeliveryState.Failed)} or State eq {nameof(DeliveryState.Skipped)}",
            cancellation).Where(IsLost).ToListAsync(cancellation)).ToLookup(mail => mail.Recipient);
        var attendees = await store.FindAttendeesAsync(session, lost.Select(mails => mails.Key), cancellation);
        var found = await Task.WhenAll(attendees.Select(async attendee =>
            (attendee.Key, Lost: await FindAsync(attendee, lost[attendee.Key], cancellation))));
        return found.Where(each => each.Lost is not null).ToDictionary(each => each.Key, each => each.Lost!);
    }

    /// <returns>null if what was sent last arrived, or is on its way for the first time.</returns>
    public async Task<LostMail?> FindAsync(Attendee attendee, CancellationToken cancellation) => await FindAsync(
        attendee,
        await deliveries.QueryAsync(Tables.Registrations, attendee.Session.Value, $"Recipient eq {attendee.Key}", cancellation)
            .Where(IsLost).ToListAsync(cancellation),
        cancellation);

    async Task<LostMail?> FindAsync(Attendee attendee, IEnumerable<Delivery> lost, CancellationToken cancellation)
    {
        if (attendee.State == AttendeeState.Cancelled || !attendee.Email.HasMailbox) return null;
        if (lost.MaxBy(InOrder) is not { } last || last.Id.Row == attendee.ToldByTelephone) return null;

        string?[] rows = [attendee.StateMail, attendee.RepeatedMail, attendee.Told.By];
        var later = (await Task.WhenAll(rows.OfType<string>().Where(row => row.Length > 0).Distinct()
            .Select(row => DeliveryAsync(attendee, row, cancellation))))
            .OfType<Delivery>().Where(mail => InOrder(mail).CompareTo(InOrder(last)) > 0).ToList();
        if (later.Exists(mail => mail.State is DeliveryState.Sent or DeliveryState.Delivered)) return null;

        return new(last.Id, composers.NameOf(last.Kind), WhyOf(last), IsRepeated: later.Exists(mail => !mail.IsSettled()));
    }

    /// <summary>null also for one that cannot be read: nobody knows that it arrived.</summary>
    async Task<Delivery?> DeliveryAsync(Attendee attendee, string row, CancellationToken cancellation)
    {
        try
        {
            return await deliveries.FindAsync(new(Tables.Registrations, attendee.Session.Value, row), cancellation);
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    /// <summary>Of two at the same time a repeated confirmation is the later: the rows of confirmations begin with the time.</summary>
    static (DateTimeOffset, string) InOrder(Delivery mail) => (mail.QueuedAt, mail.Id.Row);

    static string WhyOf(Delivery lost) => lost.State switch
    {
        DeliveryState.Skipped => lost.Reason!,
        DeliveryState.Bounced => "Das Postfach hat sie abgewiesen.",
        _ => "Sie ließ sich nicht senden.",
    };

    /// <summary>A mail to an address that has rejected mails before is skipped, and does not arrive either.</summary>
    static bool IsLost(Delivery delivery) => delivery.State is DeliveryState.Bounced or DeliveryState.Failed
        || delivery is { State: DeliveryState.Skipped, Reason: MailPreparation.IsSuppressed };
}
