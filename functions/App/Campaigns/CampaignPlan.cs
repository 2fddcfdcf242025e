using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// Which campaigns a session gets and when, in local time (Europe/Berlin). A campaign whose time had passed when the session, or its new
/// date, was imported is left out.
/// </summary>
static class CampaignPlan
{
    public static IEnumerable<PlannedCampaign> Of(Session session, CampaignOptions options) => session.IsCancelled
        ? []
        : [.. Invitation(session, options), .. options.Reminders.SelectMany(days => Reminder(session, days, options.Time))];

    /// <summary>The later of the day planned and the next morning after publishing, while registration is open.</summary>
    static IEnumerable<PlannedCampaign> Invitation(Session session, CampaignOptions options)
    {
        var planned = DaysBefore(session, options.InvitationDays, options.Time);
        var published = NextAfter(KnownSince(session), options.Time);
        var open = NotInTheNight(session.RegistrationOpens, options.Time);
        var due = new[] { planned, published, open }.Max();
        var id = CampaignId.Invitation(session.Id);
        if (due < id.EndsFor(session)) yield return new(id, due, id.EndsFor(session));
    }

    static IEnumerable<PlannedCampaign> Reminder(Session session, int days, TimeOnly time)
    {
        var due = DaysBefore(session, days, time);
        var id = CampaignId.Reminder(session, days);
        if (due >= KnownSince(session)) yield return new(id, due, id.EndsFor(session));
    }

    /// <summary>Nobody could have planned for a date before it stood in the programme.</summary>
    static DateTimeOffset KnownSince(Session session) => session.MovedAt ?? session.PublishedAt;

    static DateTimeOffset DaysBefore(Session session, int days, TimeOnly time) =>
        Berlin.AtOrAfter(Berlin.Date(session.Start).AddDays(-days), time);

    static DateTimeOffset NextAfter(DateTimeOffset moment, TimeOnly time)
    {
        var today = Berlin.AtOrAfter(Berlin.Date(moment), time);
        return today > moment ? today : Berlin.AtOrAfter(Berlin.Date(moment).AddDays(1), time);
    }

    /// <summary>Registration often opens at midnight; mails wait for the morning.</summary>
    static DateTimeOffset NotInTheNight(DateTimeOffset moment, TimeOnly time)
    {
        var morning = Berlin.AtOrAfter(Berlin.Date(moment), time);
        return morning > moment ? morning : moment;
    }
}
