using Microsoft.Extensions.Options;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Managing;

/// <summary>
/// Corrects what is stored about an attendee. At another address they are told how they stand once more, and what confirmed the old one
/// does not count.
/// </summary>
public sealed class AttendeeCorrection(
    RegistrationStore store, BackgroundSender sender, IOptions<RegistrationOptions> options, TimeProvider clock)
{
    /// <returns>Why it cannot be done, a German sentence; null if it is done.</returns>
    public async Task<string?> CorrectAsync(Attendee attendee, RegistrationFields typed, EmailAddress email, CancellationToken cancellation)
    {
        string? problem = null;
        var next = await OptimisticConcurrency.RetryAsync(async () =>
        {
            problem = null;
            if (await store.FindAttendeeAsync(attendee.Session, attendee.Key, cancellation) is not { } current)
                return Refused("Diese Anmeldung ist inzwischen gelöscht.");
            if (current.State == AttendeeState.Cancelled) return Refused("Diese Anmeldung ist inzwischen abgesagt.");

            var corrected = typed.Correct(current) with
            {
                Email = email,
                Phone = email.HasMailbox ? "" : typed.Phone,
                CallAbout = email.HasMailbox ? [] : current.CallAbout,
            };
            return email.Canonical == current.Email.Canonical
                ? await store.Begin(current.Session).Put(corrected).SubmitAsync(cancellation)
                : await MoveAsync(current, corrected);
        }, cancellation);
        foreach (var (queue, id) in next) sender.Post(queue, id);
        return problem;

        async Task<IReadOnlyList<OutboxMessage>> MoveAsync(Attendee current, Attendee corrected)
        {
            var to = await store.FindAddressAsync(current.Session, corrected.Email, cancellation);
            var there = (await store.FindAttendeesAsync(current.Session, to.Persons, cancellation))
                .Where(person => person.State != AttendeeState.Cancelled && person.Key != current.Key).ToList();
            if (there.Exists(person => NameOf(person) == NameOf(corrected)))
                return Refused("Unter dieser Adresse ist die Person schon angemeldet. Sagen Sie eine der beiden Anmeldungen ab.");
            if (there.Count >= options.Value.PersonsPerAddress)
                return Refused($"Unter dieser Adresse sind schon {there.Count} Personen angemeldet; mehr sind nicht möglich.");

            var now = clock.GetUtcNow();
            var from = await store.FindAddressAsync(current.Session, current.Email, cancellation);
            var stored = await store.ReadSeatsAsync(current.Session, cancellation)
                ?? throw new InvalidOperationException("The seats row disappeared.");
            return await store.Begin(current.Session)
                .Replace(stored.Seats, stored.ETag)
                .PutAndTell(corrected with { ConfirmedAt = email.HasMailbox ? null : now }, RegistrationMail.KindOf(current.State), now)
                .PutAddress(corrected.Email, to.With(current.Key))
                .LeaveAddress(current, from)
                .SubmitAsync(cancellation);
        }

        IReadOnlyList<OutboxMessage> Refused(string why)
        {
            problem = why;
            return [];
        }
    }

    static string NameOf(Attendee attendee) => $"{Applicant.FoldedText(attendee.FirstName)}\n{Applicant.FoldedText(attendee.LastName)}";
}
