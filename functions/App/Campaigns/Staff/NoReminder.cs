using Microsoft.Extensions.Options;
using ThaffFunctions.Campaigns.Staff.Announcements;
using ThaffFunctions.Programme;
using ThaffFunctions.Programme.Staff;

namespace ThaffFunctions.Campaigns.Staff;

/// <summary>Tells staff of a session to come that is so soon after it was added or moved that nobody is reminded of it.</summary>
sealed class NoReminder(CampaignQuery query, IOptions<CampaignOptions> options, TimeProvider clock)
{
    /// <returns>null if a reminder goes out or went out, or none ever does.</returns>
    public async Task<SessionNote?> NoteAsync(Session session, CancellationToken cancellation)
    {
        if (session.IsCancelled || session.Start <= clock.GetUtcNow() || !options.Value.Reminders.Any()) return null;

        foreach (var days in options.Value.Reminders)
        {
            if (await query.FindAsync(CampaignId.Reminder(session, days), cancellation) is not null) return null;
        }

        return new("Keine Erinnerung: Ihr Zeitpunkt war schon vorbei, als dieser Tag feststand. Mitteilung an die Angemeldeten schreiben",
            $"{ComposeAnnouncement.Path}?termin={session.Id}");
    }
}
