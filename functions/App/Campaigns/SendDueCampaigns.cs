using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// Every quarter of an hour: starts campaigns that are due, stores those that were missed as overdue, and sends the messages again of those
/// that were started and not expanded.
/// </summary>
public sealed partial class SendDueCampaigns(
    ProgrammeQuery programme, CampaignStore campaigns, OverdueReport report, MessageSender sender, IOptions<CampaignOptions> options,
    TimeProvider clock, ILogger<SendDueCampaigns> log)
{
    /// <summary>A campaign that is still expanding after this time has lost a message.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    [Function(nameof(SendDueCampaigns))]
    public async Task Run([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var known = await campaigns.AllAsync(cancellation).ToDictionaryAsync(campaign => campaign.Id, cancellationToken: cancellation);
        var planned = (await programme.AllAsync(cancellation)).SelectMany(session => CampaignPlan.Of(session, options.Value));
        await OneByOne.ForEachAsync(
            planned.Where(campaign => !known.ContainsKey(campaign.Id)), campaign => DecideAsync(campaign, now, cancellation), cancellation);

        var stuck = known.Values.Where(campaign => campaign.State == CampaignState.Expanding && campaign.DecidedAt <= now - Grace);
        await OneByOne.ForEachAsync(stuck, campaign => ResumeAsync(campaign, now, cancellation), cancellation);
        await report.SendAsync(now, cancellation);
    }

    async Task DecideAsync(PlannedCampaign planned, DateTimeOffset now, CancellationToken cancellation)
    {
        switch (planned.At(now, options.Value.Window))
        {
            case CampaignVerdict.Due:
                var campaign = Campaign.Start(planned.Id, now);
                if (!await campaigns.AddAsync(campaign, cancellation)) return;
                Log.Started(log, planned.Id);
                await ExpandAsync(campaign, cancellation);
                return;
            case CampaignVerdict.Overdue:
                if (await campaigns.AddAsync(Campaign.Missed(planned.Id, now), cancellation)) Log.Missed(log, planned.Id);
                return;
        }
    }

    async Task ResumeAsync(Campaign stuck, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!stuck.IsOverAt(now, options.Value.Window))
        {
            await ExpandAsync(stuck, cancellation);
            return;
        }

        await campaigns.ChangeAsync(stuck.Id, campaign => campaign.GiveUp(), cancellation);
        Log.Missed(log, stuck.Id);
    }

    async Task ExpandAsync(Campaign campaign, CancellationToken cancellation)
    {
        foreach (var range in campaign.Remaining)
            await sender.SendAsync(Queues.CampaignExpansions, new CampaignRange(campaign.Id, range).ToString(), cancellation: cancellation);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Campaign {Campaign} started")]
        public static partial void Started(ILogger log, CampaignId campaign);

        [LoggerMessage(LogLevel.Warning, "Campaign {Campaign} was not sent in time; staff will be told")]
        public static partial void Missed(ILogger log, CampaignId campaign);
    }
}
