using Microsoft.Extensions.Options;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Mail;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns;

/// <summary>Tells staff which campaigns were missed: at most one report a day, each campaign in one report.</summary>
public sealed class OverdueReport(CampaignStore campaigns, CampaignDeliveries deliveries, MessageSender sender, RowKeyHash hash, IOptions<SiteOptions> site)
{
    public async Task SendAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var today = Berlin.Date(now);
        var missed = await campaigns.AllAsync(cancellation)
            .Where(campaign => campaign.State == CampaignState.Overdue && (campaign.ReportedOn is null || campaign.ReportedOn == today))
            .ToListAsync(cancellation);
        var partition = OverdueReportMail.PartitionOf(today);
        if (missed.Count == 0 || await deliveries.AnyAsync(partition, cancellation)) return;

        foreach (var campaign in missed)
            await campaigns.ChangeAsync(campaign.Id, current => current with { ReportedOn = today }, cancellation);
        var staff = OverdueReportMail.Staff(site.Value, hash).Select(recipient => recipient.Key);
        await deliveries.WriteAsync(partition, OverdueReportMail.KindName, staff.ToAsyncEnumerable(), cancellation);
        await sender.SendAsync(Queues.DeliveryBatches, partition, cancellation: cancellation);
    }
}
