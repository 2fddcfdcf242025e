using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Campaigns.Scheduling;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Campaigns.Reminders;

/// <summary>
/// Reminds attendees who have a seat, with the link to the online room. Checked again when it is sent: nobody gets it who has cancelled,
/// and nobody at all if the session was moved or cancelled. Whose calendar entry has changed since it was mailed last gets it again.
/// </summary>
sealed class ReminderMail(PreSendCheck check, AttendeeRecipients attendees, PageRenderer pages, TimeProvider clock) : ICampaignMail
{
    public const string KindName = "reminder";

    public CampaignKind Of => CampaignKind.Reminder;

    public string Kind => KindName;

    public string CalledByStaff => "Erinnerung";

    public Task<string?> DescribeAsync(Delivery delivery, CancellationToken cancellation) => check.DescribeAsync(delivery, cancellation);

    public string? StaffPathOf(Delivery delivery) => PreSendCheck.StaffPathOf(delivery);

    public Task<MailBatch> DraftAsync(Campaign campaign, Session? session, bool toAttendees, Language language) =>
        DraftAsync(session!, language);

    async Task<MailBatch> DraftAsync(Session session, Language language)
    {
        var now = clock.GetUtcNow();
        var days = Berlin.Date(session.Start).DayNumber - Berlin.Date(now).DayNumber;
        var when = InDays(days, language);
        var shown = session.SeatsOnline is null ? session : session.As(AttendanceMode.OnSite) with
        {
            Place = MailBatch.Placeholder(AttendeeRecipients.Venue),
            Directions = "",
        };
        var model = new ReminderModel(shown, MailBatch.Placeholder(AttendeeRecipients.Name), when,
            MailBatch.Placeholder(AttendeeRecipients.Manage), MailBatch.Placeholder(AttendeeRecipients.Others))
        {
            CanBePassedOn = PromotionDeadline.IsOpenAt(now, session),
        };
        var (hour, day) = (language.ShortHour(session.Start), language.ShortMoment(session.Start));
        var about = days <= 1 ? $"{when}, {hour}" : language.Say($"den {day}", day);
        var reminder = language.Say("Erinnerung an", "Reminder for");
        return new($"{reminder} {about}: {session.InSubject}", await pages.In(language).RenderAsync(model), []);
    }

    public async Task<MailBatch?> ComposeAsync(string partition, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation)
    {
        var (campaign, session, instead) = await check.CheckAsync(CampaignRange.OfPartition(partition).Campaign, cancellation);
        return campaign is null ? instead : await attendees.AddWithEntriesAsync(
            language => DraftAsync(session!, language), session!, deliveries, CalledByStaff, cancellation);
    }

    static string InDays(int days, Language language) => days switch
    {
        <= 0 => language.Say("heute", "today"),
        1 => language.Say("morgen", "tomorrow"),
        7 => language.Say("in einer Woche", "in a week"),
        14 => language.Say("in zwei Wochen", "in two weeks"),
        _ => language.Say($"in {days} Tagen", $"in {days} days"),
    };
}
