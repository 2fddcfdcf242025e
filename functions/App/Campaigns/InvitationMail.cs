using Microsoft.Extensions.Options;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// Invites subscribers. Checked again when it is sent: nobody gets it who has left the list, and nobody at all if the session is cancelled
/// or registration is closed.
/// </summary>
sealed class InvitationMail(
    LastLook look, Subscribers subscribers, LeaveLink leaving, PageRenderer pages, IOptions<SiteOptions> site) : IBatchComposer
{
    public const string KindName = "invitation";

    const string Leave = "leave";

    public string Kind => KindName;

    public string CalledByStaff => "Einladung";

    public Task<string?> DescribeAsync(Delivery delivery, CancellationToken cancellation) => look.DescribeAsync(delivery, cancellation);

    public async Task<MailBatch?> ComposeAsync(string partition, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation)
    {
        var (id, part) = CampaignDeliveryStore.Read(partition);
        var (found, instead) = await look.TakeAsync(id, cancellation);
        if (found is not { } session) return instead;

        var html = await pages.RenderAsync(new InvitationModel(session, site.Value.Link(session.Path), MailBatch.Placeholder(Leave)));
        var active = await subscribers.ActiveAsync(part, deliveries.Select(delivery => delivery.Recipient), cancellation);
        return new($"Einladung: {session.Title} am {Berlin.Day(session.Start)}", html,
            [.. deliveries.Where(delivery => active.ContainsKey(delivery.Recipient))
                .Select(delivery => To(active[delivery.Recipient], delivery.Id))]);
    }

    BatchRecipient To(Subscriber subscriber, DeliveryId delivery)
    {
        var leave = leaving.For(subscriber.Key);
        return new(delivery, subscriber.Email, null, new Dictionary<string, string> { [Leave] = leave.AbsoluteUri }, leave);
    }
}
