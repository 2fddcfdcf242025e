using Microsoft.Extensions.Options;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Campaigns.Scheduling;
using ThaffFunctions.Campaigns.Staff.SingleCampaign;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Campaigns.Staff;

/// <summary>
/// What the start page says of mailings: which go out within a week and to how many, which wait for a person, and of which mails failed
/// lately.
/// </summary>
sealed class DueMailings(CampaignQuery query, ReachCount reaches, CampaignDeliveryStore deliveries,
    IOptions<CampaignOptions> options, TimeProvider clock)
{
    static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>The start page goes through so many people and mails; the mailing's own page has exact figures.</summary>
    const int MaxCounted = 1000;

    /// <summary>What goes out by itself, and what is due and goes with the next run of the timer.</summary>
    public Task<IReadOnlyList<ToDo>> NextAsync(CancellationToken cancellation) =>
        LinesAsync((entry, now) =>
            IsNear(entry, now) && !WaitsForPerson(entry) && entry.Campaign is null or { IsAhead: true }, cancellation);

    /// <summary>
    /// What goes out only when somebody releases or resumes it. What was held is told whenever it is due, unless nothing plans it any more,
    /// as the invitation to a session that is cancelled.
    /// </summary>
    public Task<IReadOnlyList<ToDo>> WaitingAsync(CancellationToken cancellation) =>
        LinesAsync((entry, now) => WaitsForPerson(entry) && (entry.Campaign?.State switch
        {
            CampaignState.Paused => true,
            CampaignState.Held => entry.Planned is not null || entry.Id.Kind == CampaignKind.Announcement,
            _ => IsNear(entry, now),
        }), cancellation);

    public async Task<IReadOnlyList<ToDo>> FailedAsync(CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - Week;
        var lately = (await query.AllAsync(cancellation)).Where(entry =>
            entry.Campaign is { State: CampaignState.Sending or CampaignState.Done } campaign && campaign.DecidedAt >= since);
        var lines = await Task.WhenAll(lately.Select(async entry =>
            (await deliveries.CountAsync(entry.Id, cancellation, MaxCounted)).States.GetValueOrDefault(DeliveryState.Failed)
                is > 0 and var failed
                ? new ToDo($"{CampaignWords.NameOf(entry)}: {CampaignWords.Count(failed)} fehlgeschlagen", OpenCampaign.PathOf(entry.Id))
                : null));
        return [.. lines.OfType<ToDo>()];
    }

    async Task<IReadOnlyList<ToDo>> LinesAsync(Func<CampaignEntry, DateTimeOffset, bool> isMeant, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var meant = (await query.AllAsync(cancellation)).Where(entry => isMeant(entry, now));
        return [.. await Task.WhenAll(meant.Select(entry => LineAsync(entry, now, cancellation)))];
    }

    async Task<ToDo> LineAsync(CampaignEntry entry, DateTimeOffset now, CancellationToken cancellation)
    {
        if (entry.Campaign is { State: CampaignState.Paused }) // some have it already
            return new($"{CampaignWords.NameOf(entry)}: {CampaignWords.StateOf(CampaignState.Paused)}, geht nach dem Fortsetzen weiter",
                OpenCampaign.PathOf(entry.Id));

        var campaign = entry.Campaign ?? Campaign.Plan(entry.Id, now);
        var reach = await reaches.CountAsync(campaign, entry.Session, cancellation, MaxCounted);
        var people = reach is { Reached: 0, IsComplete: true }
            ? $"niemanden{(reach.LeftOut.Count == 1 ? $" ({reach.LeftOut.Keys.Single().TrimEnd('.')})" : "")}"
            : reach is { Reached: 1, IsComplete: true } ? "1 Person"
            : $"{(reach.IsComplete ? "" : "mehr als ")}{CampaignWords.Count(reach.Reached)} Personen";
        var waits = WhyWaiting(entry);
        var when = entry.Planned is not { } planned ? "nach der Freigabe an"
            : planned.Due > now ? $"{(waits.Length > 0 ? "" : "geht ")}am {Berlin.Moment(planned.Due)} an"
            : waits.Length > 0 ? $"{CampaignWords.WhenOf(entry, now)}, an"
            : "geht in der nächsten Viertelstunde an";
        return new($"{CampaignWords.NameOf(entry)}: {when} {people}{waits}", OpenCampaign.PathOf(entry.Id));
    }

    string WhyWaiting(CampaignEntry entry) => entry.Campaign?.State switch
    {
        CampaignState.Held => $"; {CampaignWords.StateOf(CampaignState.Held)}",
        _ => WaitsForPerson(entry) ? "; wartet auf Freigabe" : "",
    };

    bool WaitsForPerson(CampaignEntry entry) =>
        entry.WaitsForRelease(options.Value.NeedsRelease) || entry.Campaign is { State: CampaignState.Paused };

    bool IsNear(CampaignEntry entry, DateTimeOffset now) => entry.Planned is { } planned && planned.Due < now + Week
        && planned.At(now, options.Value.Window) != CampaignVerdict.Overdue;
}
