using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.MailingList.SigningUp;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.MailingList.Staff;

/// <summary>
/// Whom staff entered and the mail that asks them to confirm did not reach. Who signed up themselves notices it, and staff do not know
/// them. The mails' rows are those of the days within which one can confirm.
/// </summary>
sealed class UnreachedContacts(DeliveryStore deliveries, SubscriberStore subscribers)
{
    public async Task<IReadOnlyList<ToDo>> LookAsync(CancellationToken cancellation) =>
    [
        .. (await Task.WhenAll(SubscriberStore.Partitions.Select(partition => OfAsync(partition, cancellation))))
            .SelectMany(lines => lines),
    ];

    async Task<IReadOnlyList<ToDo>> OfAsync(string partition, CancellationToken cancellation)
    {
        var mails = await deliveries.QueryAsync(Tables.Subscribers, partition, $"Kind eq {ConfirmationMail.KindName}", cancellation)
            .ToListAsync(cancellation);
        List<ToDo> lines = [];
        foreach (var last in mails.GroupBy(mail => mail.Recipient).Select(some => some.MaxBy(mail => mail.QueuedAt)!).Where(IsLost))
            if (await subscribers.FindAsync(last.Recipient, cancellation) is { State: SubscriberState.Pending, Contact: not null } asked)
                lines.Add(new($"{asked.Email}: Die E-Mail zum Bestätigen kam nicht an", FindSubscriber.Path));
        return lines;
    }

    static bool IsLost(Delivery mail) => mail.State is DeliveryState.Bounced or DeliveryState.Failed
        || mail is { State: DeliveryState.Skipped, Reason: MailPreparation.IsSuppressed };
}
