using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// Every night, erases the deliveries of campaigns of sessions whose registrations are erased (DSGVO Art. 5(1)e), and those of
/// announcements to the list when they are as old as registrations may get. The campaigns and their counts stay.
/// </summary>
public sealed partial class EraseRecipients(
    ProgrammeQuery programme, CampaignStore campaigns, CampaignDeliveryStore deliveries, IOptions<RegistrationOptions> options,
    TimeProvider clock, ILogger<EraseRecipients> log)
{
    [Function(nameof(EraseRecipients))]
    public async Task Run([TimerTrigger("0 10 3 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var over = (await programme.AllAsync(cancellation)).Where(session => options.Value.EndFor(session) <= now);
        await OneByOne.ForEachAsync(over, session => EraseAsync(session.Id, cancellation), cancellation);
        var before = now.AddDays(-options.Value.RetentionDays);
        var toTheList = campaigns.AllAsync(cancellation).Where(campaign => campaign.Id.Session is null && campaign.DecidedAt <= before);
        await OneByOne.ForEachAsync(toTheList, campaign => EraseAsync(campaign.Id, cancellation), cancellation);
    }

    Task EraseAsync(SessionId session, CancellationToken cancellation) => OneByOne.ForEachAsync(
        campaigns.OfSessionAsync(session, cancellation), campaign => EraseAsync(campaign, cancellation), cancellation);

    async Task EraseAsync(CampaignId campaign, CancellationToken cancellation)
    {
        var rows = await deliveries.EraseAsync(campaign, cancellation);
        if (rows > 0) Log.Erased(log, campaign, rows);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Rows} deliveries of {Campaign} are erased")]
        public static partial void Erased(ILogger log, CampaignId campaign, int rows);
    }
}
