using Microsoft.Extensions.Options;
using ThaffFunctions.Mail;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Registration.Confirming;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Registration.Managing;

/// <summary>What the page behind a personal link shows: the registration as it is now, and what can be done with it.</summary>
public sealed class ManagePages(
    ManageLink link, RegistrationStore store, SeatStore seatStore, SeatConfirmation confirmation, CancellationUndo undo,
    ProgrammeQuery programme, Suppression suppression, IOptions<RegistrationOptions> options, TimeProvider clock)
{
    internal static readonly Bilingual CancelledNotice = new("Sie haben abgesagt.", "You have cancelled.");

    internal static readonly Bilingual SwitchedNotice = new("Sie haben gewechselt.", "You have switched.");

    /// <summary>null where the link is not one of ours, or what it was for is gone.</summary>
    public async Task<(Attendee, Session)?> FindAsync(string token, CancellationToken cancellation) =>
        link.Read(token) is var (id, key)
        && await store.FindAttendeeAsync(id, key, cancellation) is { } attendee
        && await programme.FindAsync(id, cancellation) is { } session
            ? (attendee, session)
            : null;

    public async Task<ManagePageModel> PageAsync(
        string token, Attendee attendee, Session session, Bilingual? notice, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var isReachable = attendee.Email.HasMailbox
            && !await suppression.IsSuppressedAsync(attendee.Email, SuppressionScope.Everything, cancellation);
        if (isReachable && notice == CancelledNotice) notice = new(
            $"{notice.German} Eine Bestätigung schicken wir Ihnen per E-Mail.", $"{notice.English} We will confirm this by e-mail.");
        if (isReachable && notice == SwitchedNotice) notice = new(
            $"{notice.German} Eine E-Mail mit allem Nötigen ist unterwegs.",
            $"{notice.English} An e-mail with everything you need is on its way.");
        var page = new ManagePageModel(token, attendee, session, IsAhead: !session.IsCancelled && session.Start > now,
            await confirmation.DeadlineAsync(attendee, session, cancellation), notice, RegistrationFields.Of(attendee), FieldProblems.None)
        {
            RetentionDays = options.Value.RetentionDays,
            IsPast = session.IsPastAt(now),
            IsReachable = isReachable,
            IsLateForNeeds = now >= session.NeedsUntil,
            UndoableUntil = await undo.PossibleUntilAsync(attendee, session, cancellation),
            Position = attendee.State == AttendeeState.Waiting ? await store.PositionAsync(attendee, cancellation) : null,
        };
        if (!page.CanChange || await seatStore.ReadAsync(session.Id, cancellation) is not { Seats: var seats }) return page;

        return page with
        {
            IsPassedOn = attendee.State == AttendeeState.Seated
                && seats.Release(attendee.State, attendee.Mode).PromotableAt(now, session, attendee.Mode) > 0,
            CanSwitch = seats.CanSwitch(attendee.State, attendee.Mode, AttendanceWords.Other(attendee.Mode)),
            WaitsInVain = seats.WaitsInVain(attendee.State, attendee.Mode),
        };
    }
}
