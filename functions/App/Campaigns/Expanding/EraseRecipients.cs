using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns.Expanding;

/// <summary>
/// Every night, erases the deliveries of campaigns of sessions whose registrations are erased (DSGVO Art. 5(1)e), and those of
/// announcements to the list when they are as old as registrations may get. The campaigns and their counts stay.
/// </summary>
public sealed partial class EraseRecipients(
    ProgrammeQuery programme, CampaignStore campaigns, CampaignDeliveryStore deliveries, ErasureRuns runs,
    IOptions<RegistrationOptions> options, TimeProvider clock, ILogger<EraseRecipients> log)
{
    [Function(nameof(EraseRecipients))]
    public async Task Run([TimerTrigger("0 10 3 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var over = (await programme.AllAsync(cancellation)).Where(session => options.Value.EndFor(session) <= now);
        var erased = 0;
        await IndependentItems.ForEachAsync(
            over.ToAsyncEnumerable().SelectMany(session => campaigns.OfSessionAsync(session.Id, cancellation)), EraseAsync, cancellation);
        var before = now.AddDays(-options.Value.RetentionDays);
        var toTheList = campaigns.AllAsync(cancellation).Where(campaign => campaign.Id.Session is null && campaign.DecidedAt <= before);
        await IndependentItems.ForEachAsync(toTheList.Select(campaign => campaign.Id), EraseAsync, cancellation);
        await runs.NoteAsync(nameof(EraseRecipients), erased, cancellation);

        async Task EraseAsync(CampaignId campaign)
        {
            var rows = await deliveries.EraseAsync(campaign, cancellation);
            if (rows > 0) Log.Erased(log, campaign, rows);
            erased += rows;
        }
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Rows} deliveries of {Campaign} are erased")]
        public static partial void Erased(ILogger log, CampaignId campaign, int rows);
    }
}
