using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Staff;

/// <summary>
/// Whose mail about their place did not arrive: a corrected address gets a new one. Where it was sent again, the last one counts.
/// </summary>
public sealed class UnreachedAttendees(RegistrationStore store, DeliveryStore deliveries)
{
    /// <returns>By the keys of attendees.</returns>
    public async Task<IReadOnlyDictionary<string, LostMail>> OfAsync(SessionId session, CancellationToken cancellation)
    {
        // a mail to an address that has rejected mails before is skipped, and does not arrive either
        var lost = await deliveries.QueryAsync(Tables.Registrations, session.Value,
            $"State eq {nameof(DeliveryState.Bounced)} or State eq {nameof(DeliveryState.Failed)} or State eq {nameof(DeliveryState.Skipped)}",
            cancellation).Where(IsLost).ToDictionaryAsync(delivery => delivery.Id.Row, cancellationToken: cancellation);
        var attendees = await store.FindAttendeesAsync(session, lost.Values.Select(mail => mail.Recipient).Distinct(), cancellation);
        var found = await Task.WhenAll(attendees
            .Where(attendee => lost.ContainsKey(attendee.StateMail ?? "") || lost.ContainsKey(attendee.RepeatedMail ?? ""))
            .Select(async attendee => (attendee.Key, Lost: await FindAsync(attendee,
                async row => lost.GetValueOrDefault(row) ?? await DeliveryAsync(attendee, row, cancellation)))));
        return found.Where(each => each.Lost is not null).ToDictionary(each => each.Key, each => each.Lost!);
    }

    /// <returns>null if the mail arrived, or is on its way for the first time.</returns>
    public Task<LostMail?> FindAsync(Attendee attendee, CancellationToken cancellation) =>
        FindAsync(attendee, row => DeliveryAsync(attendee, row, cancellation));

    static async Task<LostMail?> FindAsync(Attendee attendee, Func<string, Task<Delivery?>> find)
    {
        if (attendee is not { State: not AttendeeState.Cancelled, StateMail: { } mail }) return null;

        var last = await find(attendee.RepeatedMail ?? mail);
        if (last is not null && IsLost(last)) return new(WhyOf(last), IsRepeated: false);

        return last?.IsSettled() == false && last.Id.Row != mail && await find(mail) is { } first && IsLost(first)
            ? new(WhyOf(first), IsRepeated: true) : null;
    }

    /// <summary>null also for one that cannot be read: nobody knows that it is lost.</summary>
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

    static string WhyOf(Delivery lost) => lost.State switch
    {
        DeliveryState.Skipped => lost.Reason!,
        DeliveryState.Bounced => "Das Postfach hat sie abgewiesen.",
        _ => "Sie ließ sich nicht senden.",
    };

    static bool IsLost(Delivery delivery) => delivery.State is DeliveryState.Bounced or DeliveryState.Failed
        || delivery is { State: DeliveryState.Skipped, Reason: MailPreparation.IsSuppressed };
}
