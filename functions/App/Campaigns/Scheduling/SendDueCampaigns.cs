using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Campaigns.Digests;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Campaigns.Scheduling;

/// <summary>
/// Every quarter of an hour: starts campaigns that are due, stores those that were missed as overdue, sends the messages again of those
/// that were started and not expanded, and ends those whose deliveries are all settled.
/// </summary>
public sealed partial class SendDueCampaigns(
    CampaignQuery query, CampaignStore campaigns, CampaignDeliveryStore deliveries, ExpansionMessages messages, DigestPlan digest,
    OverdueReport report, IOptions<CampaignOptions> options, TimeProvider clock, ILogger<SendDueCampaigns> log)
{
    /// <summary>A campaign that is still expanding after this time has lost a message.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    [Function(nameof(SendDueCampaigns))]
    public async Task Run([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var known = await query.AllAsync(cancellation);
        await IndependentItems.ForEachAsync(known, entry => LookAtAsync(entry, now, cancellation), cancellation);
        await digest.AddAsync(known.Select(entry => entry.Id), now, cancellation);
        await report.SendAsync(now, cancellation);
        TellNext(known, now);
    }

    /// <summary>For who fires the timer by hand and wonders why nothing happens.</summary>
    void TellNext(IReadOnlyList<CampaignEntry> known, DateTimeOffset now)
    {
        var ahead = known.Where(entry => entry.Campaign is null or { IsAhead: true })
            .Select(entry => entry.Planned).OfType<PlannedCampaign>()
            .Where(planned => planned.At(now, options.Value.Window) != CampaignVerdict.Overdue).ToList();
        if (ahead.Exists(planned => planned.At(now, options.Value.Window) == CampaignVerdict.Due)) return;

        if (ahead.MinBy(planned => planned.Due) is { } next) Log.NothingDue(log, next.Id, Berlin.Moment(next.Due));
        else Log.NothingPlanned(log);
    }

    async Task LookAtAsync(CampaignEntry entry, DateTimeOffset now, CancellationToken cancellation)
    {
        switch (entry.Campaign)
        {
            case null or { IsAhead: true } or { State: CampaignState.Paused, IsUnderWay: false }:
                if (entry.Planned is { } planned) await DecideAsync(planned, entry.Campaign, now, cancellation);
                break;
            case { State: CampaignState.Paused } paused when now >= paused.Id.EndsFor(entry.Session):
            case { State: CampaignState.Expanding } stuck when stuck.IsOverdueAt(now, options.Value.Window):
                await GiveUpAsync(entry.Campaign, cancellation);
                break;
            case { State: CampaignState.Expanding } stuck when stuck.DecidedAt <= now - Grace:
                await messages.SendAsync(stuck, cancellation);
                break;
            case { State: CampaignState.Sending } sending when !await deliveries.IsUnsettledAsync(sending, cancellation):
                if (await campaigns.ChangeAsync(sending.Id, current => current.Complete(), cancellation) is not null)
                    Log.Done(log, sending.Id);
                break;
        }
    }

    async Task DecideAsync(PlannedCampaign planned, Campaign? known, DateTimeOffset now, CancellationToken cancellation)
    {
        switch (planned.At(now, options.Value.Window))
        {
            case CampaignVerdict.Due when MayStart(known, now):
                if (await StartAsync(planned.Id, known, now, cancellation) is not { } started) return;
                Log.Started(log, planned.Id);
                await messages.SendAsync(started, cancellation);
                return;
            case CampaignVerdict.Overdue when known is not null:
                await GiveUpAsync(known, cancellation);
                return;
            case CampaignVerdict.Overdue:
                if (await campaigns.AddAsync(Campaign.Missed(planned.Id, now), cancellation)) Log.Missed(log, planned.Id);
                return;
        }
    }

    bool MayStart(Campaign? known, DateTimeOffset now)
    {
        if (options.Value.NotOnRestDays && Holidays.IsRestDay(Berlin.Date(now))) return false;

        return known?.State == CampaignState.Released || !options.Value.NeedsRelease && known is null or { State: CampaignState.Planned };
    }

    /// <returns>null if another instance was first, or somebody decided otherwise.</returns>
    async Task<Campaign?> StartAsync(CampaignId id, Campaign? known, DateTimeOffset now, CancellationToken cancellation)
    {
        if (known is not null) return await campaigns.ChangeAsync(id, current => current.Start(now), cancellation);

        var campaign = Campaign.Start(id, now);
        return await campaigns.AddAsync(campaign, cancellation) ? campaign : null;
    }

    async Task GiveUpAsync(Campaign campaign, CancellationToken cancellation)
    {
        if (await campaigns.ChangeAsync(campaign.Id, current => current.GiveUp(clock.GetUtcNow()), cancellation) is not null)
            Log.Missed(log, campaign.Id);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Campaign {Campaign} started")]
        public static partial void Started(ILogger log, CampaignId campaign);

        [LoggerMessage(LogLevel.Information, "Nothing is due; next: {Campaign} on {Due}")]
        public static partial void NothingDue(ILogger log, CampaignId campaign, string due);

        [LoggerMessage(LogLevel.Information, "Nothing is due, and nothing is planned")]
        public static partial void NothingPlanned(ILogger log);

        [LoggerMessage(LogLevel.Information, "Campaign {Campaign} is done")]
        public static partial void Done(ILogger log, CampaignId campaign);

        [LoggerMessage(LogLevel.Warning, "Campaign {Campaign} was not sent in time; staff will be told")]
        public static partial void Missed(ILogger log, CampaignId campaign);
    }
}
