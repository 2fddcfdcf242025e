using Microsoft.Extensions.Options;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Campaigns.Staff;

/// <summary>What the start page says of mailings: which go out within a week and to how many, and of which mails failed lately.</summary>
public sealed class DueMailings(CampaignQuery query, Recipients recipients, CampaignDeliveryStore deliveries,
    IOptions<CampaignOptions> options, TimeProvider clock)
{
    static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>The start page goes through so many people and mails; the mailing's own page has exact figures.</summary>
    const int MaxCounted = 1000;

    public async Task<IReadOnlyList<ToDo>> NextAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var next = (await query.AllAsync(cancellation))
            .Where(entry => entry.Planned is { } planned && planned.Due >= now && planned.Due < now + Week
                && (entry.Campaign ?? Campaign.Plan(entry.Id, now)).IsAhead);
        return [.. await Task.WhenAll(next.Select(entry => LineAsync(entry, now, cancellation)))];
    }

    public async Task<IReadOnlyList<ToDo>> FailedAsync(CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - Week;
        var lately = (await query.AllAsync(cancellation)).Where(entry =>
            entry.Campaign is { State: CampaignState.Sending or CampaignState.Done } campaign && campaign.DecidedAt >= since);
        var lines = await Task.WhenAll(lately.Select(async entry =>
            (await deliveries.CountAsync(entry.Id, cancellation, MaxCounted)).GetValueOrDefault(DeliveryState.Failed) is > 0 and var failed
                ? new ToDo($"{CampaignWords.NameOf(entry)}: {CampaignWords.Count(failed)} fehlgeschlagen", OpenCampaign.PathOf(entry.Id))
                : null));
        return [.. lines.OfType<ToDo>()];
    }

    async Task<ToDo> LineAsync(CampaignEntry entry, DateTimeOffset now, CancellationToken cancellation)
    {
        var campaign = entry.Campaign ?? Campaign.Plan(entry.Id, now);
        var reach = await recipients.CountAsync(campaign, entry.Session, cancellation, MaxCounted);
        var people = reach is { Reached: 1, IsComplete: true } ? "1 Person"
            : $"{(reach.IsComplete ? "" : "mehr als ")}{CampaignWords.Count(reach.Reached)} Personen";
        var waits = campaign.State == CampaignState.Held || (options.Value.NeedsRelease && campaign.State != CampaignState.Released);
        return new($"{CampaignWords.NameOf(entry)}: {Berlin.Moment(entry.Planned!.Due)} an {people}{(waits ? "; wartet auf Freigabe" : "")}",
            OpenCampaign.PathOf(entry.Id));
    }
}
