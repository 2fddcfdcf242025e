using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns.Expanding;

/// <summary>
/// Writes the delivery rows of one range, then sends the messages for its mails. Idempotent: after a crash the message comes again, rows
/// that exist are kept, and a finished range is not expanded again.
/// </summary>
public sealed partial class ExpandCampaign(
    CampaignStore campaigns, CampaignDeliveryStore deliveries, CampaignMails mails, Recipients recipients, ProgrammeQuery programme,
    MessageSender sender, [FromKeyedServices(nameof(ExpandCampaign))] FewAtOnce fewAtOnce, ILogger<ExpandCampaign> log)
{
    [Function(nameof(ExpandCampaign))]
    public async Task Run([QueueTrigger(Queues.CampaignExpansions, Connection = Queues.Connection)] string message,
        CancellationToken cancellation)
    {
        if (!await fewAtOnce.TryRunAsync(() => ExpandAsync(message, cancellation), cancellation)) // no try of the message is used up by it
            await sender.SendAsync(Queues.CampaignExpansions, message, cancellation: cancellation);
    }

    async Task ExpandAsync(string message, CancellationToken cancellation)
    {
        var range = CampaignRange.Parse(message) ?? throw new FormatException("The message is not a range of a campaign.");
        var campaign = await campaigns.FindAsync(range.Campaign, cancellation);
        if (campaign is not { State: CampaignState.Expanding } || !campaign.Remaining.Contains(range.Range)) return;

        var session = campaign.Id.Session is { } known ? await programme.FindAsync(known, cancellation) : null;
        var takesPlace = campaign.Id.Session is null || session is { IsCancelled: false };
        var (written, reached) = takesPlace ? await ExpandAsync(range, campaign, session, cancellation) : default;
        await campaigns.ChangeAsync(range.Campaign, current => current.Finish(range.Range, reached), cancellation);
        Log.Expanded(log, message, written);
    }

    async Task<(int Written, int Reached)> ExpandAsync(
        CampaignRange range, Campaign campaign, Session? session, CancellationToken cancellation)
    {
        var reached = 0;
        var people = await recipients.InAsync(range, campaign, session, cancellation);
        var written = await deliveries.WriteAsync(range.Partition, mails.For(campaign.Id.Kind).Kind, people.Select(Counted), cancellation);
        if (written > 0) await sender.SendAsync(Queues.DeliveryBatches, range.Partition, cancellation: cancellation);
        return (written, reached);

        string Counted((string Key, bool IsReached) person)
        {
            if (person.IsReached) reached++;
            return person.Key;
        }
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Campaign range {Range} has {Count} deliveries")]
        public static partial void Expanded(ILogger log, string range, int count);
    }
}
