using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// Reminds attendees who have a seat, with the link to the online room. Checked again when it is sent: nobody gets it who has cancelled,
/// and nobody at all if the session was moved or cancelled. Whose calendar entry has changed since it was mailed last gets it again.
/// </summary>
sealed class ReminderMail(PreSendCheck look, AttendeeRecipients attendees, PageRenderer pages, TimeProvider clock) : ICampaignMail
{
    public const string KindName = "reminder";

    public CampaignKind Of => CampaignKind.Reminder;

    public string Kind => KindName;

    public string CalledByStaff => "Erinnerung";

    public Task<string?> DescribeAsync(Delivery delivery, CancellationToken cancellation) => look.DescribeAsync(delivery, cancellation);

    public string? StaffPathOf(Delivery delivery) => PreSendCheck.StaffPathOf(delivery);

    public async Task<MailBatch> DraftAsync(Campaign campaign, Session? session, bool toAttendees)
    {
        var now = clock.GetUtcNow();
        var when = InDays(Berlin.Date(session!.Start).DayNumber - Berlin.Date(now).DayNumber);
        var shown = session.SeatsOnline is null ? session : session.As(AttendanceMode.OnSite) with
        {
            Place = MailBatch.Placeholder(AttendeeRecipients.Venue),
            Directions = "",
        };
        var model = new ReminderModel(shown, MailBatch.Placeholder(AttendeeRecipients.Name), when,
            MailBatch.Placeholder(AttendeeRecipients.Manage), MailBatch.Placeholder(AttendeeRecipients.Others))
        {
            CanBePassedOn = now < session.Start.AddHours(-Seats.PromotionEndsHours),
        };
        var (hour, day) = (Berlin.ShortHour(session.Start), Berlin.ShortMoment(session.Start));
        var about = when is "heute" or "morgen" ? $"{when}, {hour}" : $"den {day}";
        return new($"Erinnerung an {about}: {session.InSubject}", await pages.RenderAsync(model), []);
    }

    public async Task<MailBatch?> ComposeAsync(string partition, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation)
    {
        var (campaign, session, instead) = await look.TakeAsync(CampaignRange.OfPartition(partition).Campaign, cancellation);
        return campaign is null ? instead : await attendees.AddWithEntriesAsync(
            await DraftAsync(campaign, session, toAttendees: true), session!, deliveries, CalledByStaff, cancellation);
    }

    static string InDays(int days) => days switch
    {
        <= 0 => "heute",
        1 => "morgen",
        7 => "in einer Woche",
        14 => "in zwei Wochen",
        _ => $"in {days} Tagen",
    };
}
