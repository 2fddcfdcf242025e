using System.Globalization;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Mail;
using ThaffFunctions.Shared.Pages;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns;

/// <summary>The report of one day, to each member of staff; its deliveries' partition names the day.</summary>
sealed class OverdueReportMail(CampaignStore campaigns, ProgrammeQuery programme, RowKeyHash hash, PageRenderer pages, IOptions<SiteOptions> site) : IMailComposer
{
    public const string KindName = "overdue-report";

    const string DayFormat = "yyyyMMdd";

    public string Kind => KindName;

    public static string PartitionOf(DateOnly day) => $"{KindName}.{day.ToString(DayFormat, CultureInfo.InvariantCulture)}";

    public static IEnumerable<(EmailAddress Address, string Key)> Staff(SiteOptions site, RowKeyHash hash) => site.StaffEmails
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(EmailAddress.Stored)
        .Select(address => (address, hash.Of(address.Canonical)));

    public async Task<OutgoingMail?> ComposeAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (Staff(site.Value, hash).FirstOrDefault(staff => staff.Key == delivery.Recipient) is not { Key: not null } recipient) return null;

        var day = DateOnly.ParseExact(delivery.Id.Partition[(KindName.Length + 1)..], DayFormat, CultureInfo.InvariantCulture);
        var sessions = (await programme.AllAsync(cancellation)).ToDictionary(session => session.Id);
        var missed = await campaigns.AllAsync(cancellation)
            .Where(campaign => campaign.ReportedOn == day && sessions.ContainsKey(campaign.Id.Session))
            .Select(campaign => new MissedCampaign(campaign.Id.IsInvitation ? "Einladung" : "Erinnerung", sessions[campaign.Id.Session]))
            .ToListAsync(cancellation);
        var html = await pages.RenderAsync(new OverdueReportModel(missed));
        return new(recipient.Address, null, "Nicht versandt: verpasste Aussendungen", html);
    }
}
