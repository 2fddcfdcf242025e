using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Needs;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Managing;

/// <summary>
/// Corrects what is stored about an attendee. At another address they are told how they stand once more, and what staff answered to what
/// they need; what confirmed the old one does not count.
/// </summary>
public sealed class AttendeeCorrection(
    RegistrationStore registrations, SeatStore seats, AddressStore addresses, IOptions<RegistrationOptions> options, TimeProvider clock)
{
    /// <summary>Sends the mail that tells somebody how they stand once more.</summary>
    /// <returns>False if they cancelled, or are gone.</returns>
    public Task<bool> MailAgainAsync(SessionId session, string attendeeKey, CancellationToken cancellation) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            if (await registrations.FindAttendeeAsync(session, attendeeKey, cancellation)
                is not { State: not AttendeeState.Cancelled } attendee) return false;

            await seats.Begin(session).PutAndRepeat(attendee, clock.GetUtcNow()).SubmitAsync(cancellation);
            return true;
        }, cancellation);

    /// <returns>Why it cannot be done, a German sentence; null if it is done.</returns>
    public async Task<string?> CorrectAsync(Attendee attendee, RegistrationFields typed, EmailAddress email, CancellationToken cancellation)
    {
        return await OptimisticConcurrency.RetryAsync(async () =>
        {
            if (await registrations.FindAttendeeAsync(attendee.Session, attendee.Key, cancellation) is not { } current)
                return "Diese Anmeldung ist inzwischen gelöscht.";
            if (current.State == AttendeeState.Cancelled) return "Diese Anmeldung ist inzwischen abgesagt.";

            var corrected = typed.Correct(current) with
            {
                Email = email,
                Phone = email.HasMailbox ? "" : typed.Phone,
                CallAbout = email.HasMailbox ? [] : current.CallAbout,
            };
            if (email.Canonical != current.Email.Canonical) return await MoveAsync(current, corrected);

            await registrations.ReplaceAsync(corrected, cancellation);
            return null;
        }, cancellation);

        async Task<string?> MoveAsync(Attendee current, Attendee corrected)
        {
            var to = await addresses.FindAsync(current.Session, corrected.Email, cancellation);
            var there = (await registrations.FindAttendeesAsync(current.Session, to.Persons, cancellation))
                .Where(person => person.State != AttendeeState.Cancelled && person.Key != current.Key).ToList();
            if (there.Exists(person => NameOf(person) == NameOf(corrected)))
                return "Unter dieser Adresse ist die Person schon angemeldet. Sagen Sie eine der beiden Anmeldungen ab.";
            if (there.Count >= options.Value.PersonsPerAddress)
                return $"Unter dieser Adresse sind schon {there.Count} Personen angemeldet; mehr sind nicht möglich.";

            var now = clock.GetUtcNow();
            var from = await addresses.FindAsync(current.Session, current.Email, cancellation);
            var stored = await seats.ReadAsync(current.Session, cancellation)
                ?? throw new InvalidOperationException("The seats row disappeared.");
            var tellsAnswer = email.HasMailbox && corrected.NeedState is (NeedState.Granted or NeedState.Declined);
            if (tellsAnswer)
                corrected = corrected with
                {
                    NeedMails = [SeatTransaction.NewDelivery(current.Session).Row],
                    NeedAnswers = [Attendee.StampOf(corrected.NeedState, corrected.NeedAnswer)],
                };
            var transaction = seats.Begin(current.Session)
                .Replace(stored.Seats, stored.ETag)
                .PutAndTell(corrected with { ConfirmedAt = email.HasMailbox ? null : now }, RegistrationMailKind.Of(current.State), now)
                .PutAddress(corrected.Email, to.With(current.Key))
                .LeaveAddress(current, from);
            if (tellsAnswer) transaction.AddAnswer(corrected, now);
            await transaction.SubmitAsync(cancellation);
            return null;
        }
    }

    static string NameOf(Attendee attendee) => $"{Applicant.FoldedText(attendee.FirstName)}\n{Applicant.FoldedText(attendee.LastName)}";
}
