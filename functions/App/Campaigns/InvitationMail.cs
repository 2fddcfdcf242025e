using Microsoft.Extensions.Options;
using ThaffFunctions.MailingList;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Mail;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Campaigns;

/// <summary>Invites a subscriber. Decided anew when it is sent: who has left meanwhile, and a session that was cancelled or has closed, get none.</summary>
sealed class InvitationMail(
    ProgrammeQuery programme, Subscribers subscribers, LeaveLink leaving, PageRenderer pages, IOptions<SiteOptions> site, TimeProvider clock) : IMailComposer
{
    public const string KindName = "invitation";

    public string Kind => KindName;

    public async Task<OutgoingMail?> ComposeAsync(Delivery delivery, CancellationToken cancellation)
    {
        var id = CampaignDeliveries.CampaignOf(delivery);
        if (await programme.FindAsync(id.Session, cancellation) is not { IsCancelled: false } session || clock.GetUtcNow() >= session.RegistrationCloses) return null;
        if (await subscribers.FindAsync(delivery.Recipient, cancellation) is not { State: SubscriberState.Active } subscriber) return null;

        var leave = leaving.For(subscriber.Key);
        var html = await pages.RenderAsync(new InvitationModel(session, site.Value.Link($"/termine/{session.Id}"), leave));
        return new(subscriber.Email, null, $"Einladung: {session.Title} am {Berlin.Day(session.Start)}", html, UnsubscribeLink: leave);
    }
}
