using Azure;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Registration;

/// <summary>
/// Applicants of whom something is stored already: the same person again (one row, and the mail again a few times a day), a person who had
/// cancelled (a new place at the end of the line), or another person with a known address (as many as may share one; who cancelled does not
/// count). Names are compared as they are now: who handed the seat to a colleague by correcting the name may register anew.
/// </summary>
sealed class ReturningApplicants(RegistrationStore store, IOptions<RegistrationOptions> options, TimeProvider clock)
{
    public Task<SeatOutcome> TakeAsync(Applicant applicant, CancellationToken cancellation) =>
        Overtaken.DecideAgainAsync(() => TryTakeAsync(applicant, cancellation), cancellation);

    async Task<SeatOutcome> TryTakeAsync(Applicant applicant, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await store.ReadSeatsAsync(applicant.Session, cancellation) is not { } stored) return new SeatOutcome.UnknownSession();

        var (persons, etag) = await store.ReadAddressAsync(applicant.Session, applicant.Email, cancellation);
        var same = persons.Where(applicant.IsSamePersonAs).OrderBy(person => person.State == AttendeeState.Cancelled).FirstOrDefault();
        if (same is { State: not AttendeeState.Cancelled })
            return await MailAgainAsync(same, applicant.WantsNewsletter, stored.Seats, now, cancellation);
        if (persons.Count(person => person.State != AttendeeState.Cancelled) >= options.Value.PersonsPerAddress)
            return new SeatOutcome.AddressFull();

        return await SeatAsync(stored, SeatFor(applicant, same, persons, now), etag, now, cancellation);
    }

    Func<AttendeeState, int, Attendee> SeatFor(Applicant applicant, Attendee? cancelled, IReadOnlyList<Attendee> persons,
        DateTimeOffset now) =>
        cancelled is null
            ? (state, place) => applicant.Seat(store.KeyBeside(applicant, persons), state, place, now)
            : applicant.SeatAgain(cancelled, now);

    async Task<SeatOutcome> MailAgainAsync(Attendee attendee, bool wantsNewsletter, Seats seats, DateTimeOffset now,
        CancellationToken cancellation)
    {
        var today = Berlin.Date(now);
        var mails = attendee.MailedOn == today ? attendee.MailsThatDay : 0;
        var mail = mails < options.Value.MailsPerRegistrationAndDay ? RegistrationStore.NewDelivery(attendee.Session) : null;
        var isNewWish = wantsNewsletter && !attendee.WantsNewsletter;
        if (mail is null && !isNewWish) return new SeatOutcome.Received(seats, attendee.Key, null);

        var transaction = store.Begin(attendee.Session).Put(attendee with
        {
            WantsNewsletter = attendee.WantsNewsletter || wantsNewsletter,
            MailedOn = today,
            MailsThatDay = mail is null ? mails : mails + 1,
        });
        if (isNewWish) transaction.AddWish(attendee.Key);
        if (mail is not null) transaction.AddDelivery(mail, RegistrationMail.KindOf(attendee.State), attendee.Key, now);
        await transaction.SubmitAsync(cancellation);
        return new SeatOutcome.Received(seats, attendee.Key, mail);
    }

    async Task<SeatOutcome> SeatAsync(
        StoredSeats stored,
        Func<AttendeeState, int, Attendee> attendeeAt,
        ETag address,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        var (after, state, place) = stored.Seats.Admit();
        var attendee = attendeeAt(state, place);
        var mail = RegistrationStore.NewDelivery(attendee.Session);
        var transaction = store.Begin(attendee.Session)
            .Replace(after, stored.ETag)
            .Put(attendee)
            .PutAddress(attendee.Email, address)
            .AddDelivery(mail, RegistrationMail.KindOf(state), attendee.Key, now);
        if (attendee.WantsNewsletter) transaction.AddWish(attendee.Key);
        await transaction.SubmitAsync(cancellation);
        return new SeatOutcome.Received(stored.Seats, attendee.Key, mail);
    }
}
