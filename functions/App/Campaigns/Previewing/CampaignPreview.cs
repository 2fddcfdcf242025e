using System.Net;
using Microsoft.Extensions.Options;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Campaigns.Previewing;

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
        var values = new Dictionary<string, string>(sample);
        if (entry.Session is { SeatsOnline: not null } divided)
            foreach (var (name, value) in AttendeeRecipients.WayOf(divided, [AttendanceMode.Online], Language.German)) values[name] = value;
        return (draft.Subject, Filled(draft.Html, values, WebUtility.HtmlEncode),
            Filled(PlainText.From(draft.Html), values, value => value));
    }

    static string Filled(string text, Dictionary<string, string> values, Func<string, string> encode) =>
        values.Aggregate(text, (filled, value) =>
            filled.Replace(MailBatch.Placeholder(value.Key), encode(value.Value), StringComparison.Ordinal));
}
