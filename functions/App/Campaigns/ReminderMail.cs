using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Mail;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Campaigns;

/// <summary>Reminds who has a seat, and tells the link to the online room. Who gave the seat back meanwhile gets none, nor does anybody for a date that is off.</summary>
sealed class ReminderMail(ProgrammeQuery programme, Attendees attendees, ManageLink managing, PageRenderer pages, TimeProvider clock) : IMailComposer
{
    public const string KindName = "reminder";

    public string Kind => KindName;

    public async Task<OutgoingMail?> ComposeAsync(Delivery delivery, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var id = CampaignDeliveries.CampaignOf(delivery);
        if (await programme.FindAsync(id.Session, cancellation) is not { IsCancelled: false } session || !id.StillConcerns(session) || now >= session.Start) return null;
        if (await attendees.FindAsync(session.Id, delivery.Recipient, cancellation) is not { State: AttendeeState.Seated } attendee) return null;

        var when = InDays(Berlin.Date(session.Start).DayNumber - Berlin.Date(now).DayNumber);
        var html = await pages.RenderAsync(new ReminderModel(session, attendee.Name, when, managing.For(session, attendee.Key)));
        return new(attendee.Email, attendee.Name, $"Erinnerung: {session.Title} {when}", html);
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
