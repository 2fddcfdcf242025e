using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Calling;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Registration.Needs;

/// <summary>
/// Tells an attendee whether what they need is arranged, by what is true when it is sent. Of several answers the last is told; who was last
/// told another one is told that it changed.
/// </summary>
sealed class NeedAnswerMail(RegistrationStore store, ProgrammeQuery programme, ManageLink manage, MailNames names, PageRenderer pages,
    CallList calls, DeliveryStore deliveries) : IMailComposer
{
    public const string KindName = "registration-need-answered";

    const string IsChangedSince = "Die Antwort wurde inzwischen geändert.";

    public string Kind => KindName;

    public string CalledByStaff => "Antwort auf Bedarf";

    public Task<string?> DescribeAsync(Delivery delivery, CancellationToken cancellation) =>
        RegistrationMail.DescribeAsync(delivery, store, programme, cancellation);

    public string? StaffPathOf(Delivery delivery) => RegistrationMail.StaffPath(delivery);

    public async Task<OutgoingMail?> ComposeAsync(Delivery delivery, CancellationToken cancellation)
    {
        var id = SessionId.Parse(delivery.Id.Partition)!.Value;
        if (await programme.FindAsync(id, cancellation) is not { IsCancelled: false } session) return null;
        if (await store.FindAttendeeAsync(id, delivery.Recipient, cancellation) is not { State: not AttendeeState.Cancelled } attendee)
            return null;
        if (attendee.NeedState is not (NeedState.Granted or NeedState.Declined)
            || attendee.NeedMails is [.., var last] && last != delivery.Id.Row) // rows of earlier versions name none
            return null; // it was changed meanwhile

        var name = await names.OfAsync(attendee, cancellation);
        var model = new NeedAnswerMailModel(session, attendee.NeedState == NeedState.Granted, attendee.NeedAnswer, name,
            manage.For(session, attendee), attendee.Language)
        {
            IsChanged = await WasToldOtherwiseAsync(attendee, cancellation),
        };
        return new(attendee.Email, name, model.Subject, await pages.In(attendee.Language).RenderAsync(model))
        {
            WithoutMailbox = stop => calls.AddAsync(attendee, delivery.Id, CalledByStaff, stop),
        };
    }

    /// <summary>
    /// Whether the last of the earlier mails that reached the mail service, or may have, told another answer. One that has not is
    /// withdrawn, so that a worker which has composed it already can no longer claim it.
    /// </summary>
    async Task<bool> WasToldOtherwiseAsync(Attendee attendee, CancellationToken cancellation)
    {
        var isOther = false;
        foreach (var (at, row) in attendee.NeedMails.SkipLast(1).Index())
        {
            var mail = await deliveries.ChangeAsync(new(Tables.Registrations, attendee.Session.Value, row),
                earlier => earlier is { State: DeliveryState.Queued, ExpiredClaims: 0 } ? earlier.Skipped(IsChangedSince) : null,
                cancellation);
            if (mail is { ExpiredClaims: > 0 } or { State: DeliveryState.Sending or DeliveryState.Sent or DeliveryState.Delivered })
                isOther = attendee.NeedAnswers.Count != attendee.NeedMails.Count || attendee.NeedAnswers[at] != attendee.NeedAnswers[^1];
        }

        return isOther;
    }
}
