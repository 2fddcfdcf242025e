using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration;

/// <summary>
/// Applicants of whom something is stored already: the same person again (one row, and the mail again a few times a day), a person who had
/// cancelled (a new place at the end of the line), or another person with a known address (as many as may share one).
/// </summary>
sealed class ReturningApplicants(RegistrationStore store, IOptions<RegistrationOptions> options, TimeProvider clock)
{
    const int MostJitter = 20; // milliseconds

    public async Task<SeatOutcome> TakeAsync(Applicant applicant, string key, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await TryTakeAsync(applicant, key, cancellation);
            }
            catch (TableTransactionFailedException changed) when (changed.Status is 409 or 412)
            {
                await Task.Delay(Random.Shared.Next(MostJitter), cancellation); // somebody changed one of the rows since they were read
            }
        }
    }

    async Task<SeatOutcome> TryTakeAsync(Applicant applicant, string key, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await store.ReadSeatsAsync(applicant.Session, cancellation) is not { } stored) return new SeatOutcome.UnknownSession();
        if (!stored.Seats.IsOpenAt(now)) return new SeatOutcome.NotOpen(stored.Seats);

        return await store.FindAttendeeAsync(applicant.Session, key, cancellation) switch
        {
            { State: not AttendeeState.Cancelled } same => await MailAgainAsync(same, applicant.WantsNewsletter, stored.Seats, now, cancellation),
            { } cancelled => await SeatAsync(stored, applicant.SeatAgain(cancelled, now), now, cancellation),
            null => await SeatColleagueAsync(stored, applicant, key, now, cancellation),
        };
    }

    async Task<SeatOutcome> MailAgainAsync(Attendee attendee, bool wantsNewsletter, Seats seats, DateTimeOffset now, CancellationToken cancellation)
    {
        var today = Berlin.Date(now);
        var mails = attendee.MailedOn == today ? attendee.MailsThatDay : 0;
        var mail = mails < options.Value.MailsPerRegistrationAndDay ? RegistrationStore.NewDelivery(attendee.Session) : null;
        var isNewWish = wantsNewsletter && !attendee.WantsNewsletter;
        if (mail is null && !isNewWish) return new SeatOutcome.Received(seats, null);

        var transaction = store.Begin(attendee.Session).Put(attendee with
        {
            WantsNewsletter = attendee.WantsNewsletter || wantsNewsletter,
            MailedOn = today,
            MailsThatDay = mail is null ? mails : mails + 1,
        });
        if (isNewWish) transaction.AddWish(attendee.Key);
        if (mail is not null) transaction.AddDelivery(mail, RegistrationMail.KindOf(attendee.State), attendee.Key, now);
        await transaction.SubmitAsync(cancellation);
        return new SeatOutcome.Received(seats, mail);
    }

    async Task<SeatOutcome> SeatColleagueAsync(StoredSeats stored, Applicant applicant, string key, DateTimeOffset now, CancellationToken cancellation)
    {
        var address = await store.FindAddressAsync(applicant.Session, applicant.Email, cancellation);
        if (address?.Persons >= options.Value.PersonsPerAddress) return new SeatOutcome.AddressFull();

        return await SeatAsync(stored, (state, place) => applicant.Seat(key, state, place, now), now, cancellation, transaction =>
        {
            if (address is var (persons, etag)) transaction.ReplaceAddress(applicant.Email, persons + 1, etag);
            else transaction.AddAddress(applicant.Email);
        });
    }

    async Task<SeatOutcome> SeatAsync(
        StoredSeats stored,
        Func<AttendeeState, int, Attendee> attendeeAt,
        DateTimeOffset now,
        CancellationToken cancellation,
        Action<RegistrationStore.SeatTransaction>? andAddress = null)
    {
        var (after, state, place) = stored.Seats.Admit();
        var attendee = attendeeAt(state, place);
        var mail = RegistrationStore.NewDelivery(attendee.Session);
        var transaction = store.Begin(attendee.Session)
            .Replace(after, stored.ETag, Guid.NewGuid().ToString("N"))
            .Put(attendee)
            .AddDelivery(mail, RegistrationMail.KindOf(state), attendee.Key, now);
        if (attendee.WantsNewsletter) transaction.AddWish(attendee.Key);
        andAddress?.Invoke(transaction);
        await transaction.SubmitAsync(cancellation);
        return new SeatOutcome.Received(stored.Seats, mail);
    }
}
