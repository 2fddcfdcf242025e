using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Campaigns.Scheduling;

/// <summary>
/// Which campaigns a session gets and when, in local time (Europe/Berlin). A campaign whose time had passed when the session, or its new
/// date, was imported is left out. Where <see cref="Holidays">Sundays and holidays</see> are kept, an invitation waits for the day after,
/// and a reminder comes on the day before.
/// </summary>
static class CampaignSchedule
{
    public static IEnumerable<PlannedCampaign> Of(Session session, CampaignOptions options) => session.IsCancelled
        ? []
        : [.. Invitation(session, options), .. options.Reminders.SelectMany(days => Reminder(session, days, options))];

    /// <summary>The next morning after the documentation came out, and after the session.</summary>
    public static DateTimeOffset FollowUp(Session session, DateTimeOffset published, CampaignOptions options) =>
        NotOnRestDay(NextAfter(session.End > published ? session.End : published, options.Time), +1, options);

    /// <summary>The digest of the month that the day belongs to: on the first, or the next working day.</summary>
    public static DateTimeOffset Digest(DateOnly day, CampaignOptions options) =>
        NotOnRestDay(Berlin.AtOrAfter(day.AddDays(1 - day.Day), options.Time), +1, options);

    /// <summary>The later of the day planned and the next morning after publishing, while registration is open.</summary>
    static IEnumerable<PlannedCampaign> Invitation(Session session, CampaignOptions options)
    {
        var planned = DaysBefore(session, options.InvitationDays, options.Time);
        var published = NextAfter(KnownSince(session), options.Time);
        var open = NotInTheNight(session.RegistrationOpens, options.Time);
        var due = NotOnRestDay(new[] { planned, published, open }.Max(), +1, options);
        var id = CampaignId.Invitation(session.Id);
        if (due < id.EndsFor(session)) yield return new(id, due, id.EndsFor(session));
    }

    static IEnumerable<PlannedCampaign> Reminder(Session session, int days, CampaignOptions options)
    {
        var due = NotOnRestDay(DaysBefore(session, days, options.Time), -1, options);
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

    /// <param name="due">When it would be due.</param>
    /// <param name="step">The days to go at a time: forwards or back.</param>
    /// <param name="options">Say whether such days are kept.</param>
    static DateTimeOffset NotOnRestDay(DateTimeOffset due, int step, CampaignOptions options)
    {
        if (!options.NotOnRestDays || !Holidays.IsRestDay(Berlin.Date(due))) return due;

        var day = Berlin.Date(due);
        while (Holidays.IsRestDay(day)) day = day.AddDays(step);
        return Berlin.AtOrAfter(day, options.Time);
    }
}
