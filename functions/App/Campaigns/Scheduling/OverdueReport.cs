using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Campaigns.Scheduling;

/// <summary>Tells staff which campaigns were missed: at most one report a day, each campaign in one report.</summary>
public sealed class OverdueReport(CampaignStore campaigns, CampaignMails mails, ProgrammeQuery programme, StaffNotices notices)
{
    public async Task SendAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var today = Berlin.Date(now);
        var missed = await campaigns.AllAsync(cancellation).Where(campaign => campaign.State == CampaignState.Overdue)
            .ToListAsync(cancellation);
        if (missed.All(campaign => campaign.ReportedOn != today)) missed = await MarkAsync(missed, today, cancellation);

        // Telling the same day twice does nothing; yesterday's may have been cut off between mark and mail.
        foreach (var day in missed.Where(campaign => campaign.ReportedOn >= today.AddDays(-1))
            .GroupBy(campaign => campaign.ReportedOn!.Value))
            if (await NoticeAsync(day.Key, day, cancellation) is { } notice) await notices.TellAsync(notice, cancellation);
    }

    async Task<List<Campaign>> MarkAsync(List<Campaign> missed, DateOnly today, CancellationToken cancellation)
    {
        await IndependentItems.ForEachAsync(
            missed.Where(campaign => campaign.ReportedOn is null),
            campaign => campaigns.ChangeAsync(campaign.Id, current => current with { ReportedOn = today }, cancellation), cancellation);
        return missed.ConvertAll(campaign => campaign with { ReportedOn = campaign.ReportedOn ?? today });
    }

    /// <returns>null if no session of them is there any more.</returns>
    async Task<StaffNotice?> NoticeAsync(DateOnly day, IEnumerable<Campaign> missed, CancellationToken cancellation)
    {
        var sessions = (await programme.AllAsync(cancellation)).ToDictionary(session => session.Id);
        string[] lines = [.. missed.OrderBy(campaign => campaign.Due)
            .Select(campaign => Line(campaign, campaign.Id.Session is { } id ? sessions.GetValueOrDefault(id) : null)).OfType<string>()];
        return lines is [] ? null : new(
            $"overdue-campaigns-{day:O}",
            "Nicht versandt: verpasste Aussendungen",
            [
                "Diese Aussendungen waren geplant, konnten aber nicht rechtzeitig verschickt werden. Damit niemand eine verspätete "
                + "Nachricht bekommt, gehen sie nicht mehr hinaus.",
                "Bitte entscheiden Sie, ob die Angeschriebenen auf anderem Weg Bescheid bekommen sollen.",
            ],
            lines);
    }

    /// <returns>null for a session that is not there any more.</returns>
    string? Line(Campaign missed, Session? session)
    {
        var kind = mails.For(missed.Id.Kind).CalledByStaff + missed.Id.InAdvance;
        var about = (missed, session) switch
        {
            ({ Announcement: { } announcement }, _) => $"„{announcement.Subject}“",
            ({ Id.Session: null, Due: { } due }, _) => $"vom {Berlin.Day(due)}",
            (_, not null) => $"zu „{session.Title}“ am {Berlin.Day(session.Start)}",
            _ => null,
        };
        if (about is null) return null;

        var part = missed.Recipients > 0 ? " (schon begonnen; ein Teil der Nachrichten ist verschickt)" : "";
        return $"{kind} {about}{part}";
    }
}
