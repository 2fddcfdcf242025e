using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// Reminds attendees who have a seat, with the link to the online room. Checked again when it is sent: nobody gets it who has cancelled,
/// and nobody at all if the session was moved or cancelled.
/// </summary>
sealed class ReminderMail(
    LastLook look, Attendees attendees, ManageLink managing, PageRenderer pages, TimeProvider clock) : IBatchComposer
{
    public const string KindName = "reminder";

    const string Name = "name";
    const string Manage = "manage";

    public string Kind => KindName;

    public string CalledByStaff => "Erinnerung";

    public Task<string?> DescribeAsync(Delivery delivery, CancellationToken cancellation) => look.DescribeAsync(delivery, cancellation);

    public async Task<MailBatch?> ComposeAsync(string partition, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation)
    {
        var (id, _) = CampaignDeliveryStore.Read(partition);
        var (found, instead) = await look.TakeAsync(id, cancellation);
        if (found is not { } session) return instead;

        var now = clock.GetUtcNow();
        var when = InDays(Berlin.Date(session.Start).DayNumber - Berlin.Date(now).DayNumber);
        var model = new ReminderModel(session, MailBatch.Placeholder(Name), when, MailBatch.Placeholder(Manage))
        {
            CanBePassedOn = now < session.Start.AddHours(-Vacancy.PromotionEndsHours),
        };
        var html = await pages.RenderAsync(model);
        var byRecipient = deliveries.ToLookup(delivery => delivery.Recipient, delivery => delivery.Id);
        var recipients = attendees.SeatedAsync(session.Id, cancellation)
            .Where(attendee => byRecipient.Contains(attendee.Key))
            .Select(async (attendee, token) => To(attendee, await attendees.MailNameAsync(attendee, token), session,
                byRecipient[attendee.Key].First()));
        return new($"Erinnerung: {when} „{session.Title}“", html, await recipients.ToListAsync(cancellation));
    }

    BatchRecipient To(Attendee attendee, string? name, Session session, DeliveryId delivery) =>
        new(delivery, attendee.Email, name, new Dictionary<string, string>
        {
            [Name] = name is null ? "" : $" {name}",
            [Manage] = managing.For(session, attendee.Key).AbsoluteUri,
        });

    static string InDays(int days) => days switch
    {
        <= 0 => "heute",
        1 => "morgen",
        7 => "in einer Woche",
        14 => "in zwei Wochen",
        _ => $"in {days} Tagen",
    };
}
