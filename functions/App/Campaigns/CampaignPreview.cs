using System.Net;
using Microsoft.Extensions.Options;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Campaigns;

/// <summary>A campaign's mail as an invented recipient would get it.</summary>
public sealed class CampaignPreview(CampaignMails mails, IOptions<SiteOptions> site)
{
    readonly Dictionary<string, string> sample = new()
    {
        [AttendeeRecipients.Name] = " Kim Muster",
        [AttendeeRecipients.Manage] = site.Value.Link("/anmeldung").AbsoluteUri,
        [AttendeeRecipients.Others] = "",
        [ListRecipients.Leave] = site.Value.Link("/abmelden").AbsoluteUri,
        [ListRecipients.Settings] = site.Value.Link("/newsletter/einstellungen").AbsoluteUri,
    };

    public async Task<(string Subject, string Html, string Text)> RenderAsync(CampaignEntry entry, DateTimeOffset now)
    {
        var campaign = entry.Campaign ?? Campaign.Plan(entry.Id, now);
        var toAttendees = CampaignRange.AllOf(entry.Id).Contains(CampaignRange.Attendees);
        var draft = await mails.For(entry.Id.Kind).DraftAsync(campaign, entry.Session, toAttendees);
        return (draft.Subject, Filled(draft.Html, WebUtility.HtmlEncode), Filled(PlainText.From(draft.Html), value => value));
    }

    string Filled(string text, Func<string, string> encode) => sample.Aggregate(text, (filled, value) =>
        filled.Replace(MailBatch.Placeholder(value.Key), encode(value.Value), StringComparison.Ordinal));
}
