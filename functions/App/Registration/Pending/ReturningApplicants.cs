using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Registration.Pending;

/// <summary>
/// Settles applications with an address that is known: of the same person again (one row, and the mail again a few times a day), of a
/// person who had cancelled (a new place at the end of the line), or of another person (as many as may share an address; who cancelled does
/// not count). Names are compared as they are now: who handed the seat to a colleague by correcting the name may register anew. Each
/// settlement deletes the application's row in its own transaction, so that doing it twice changes nothing. Whose session was cancelled
/// meanwhile gets no place, and a mail that says so.
/// </summary>
sealed class ReturningApplicants(
    RegistrationStore store, ProgrammeQuery programme, IOptions<RegistrationOptions> options, TimeProvider clock)
{
    /// <summary>One try; fails where somebody else was first.</summary>
    /// <returns>What follows.</returns>
    public async Task<IReadOnlyList<OutboxMessage>> TrySettleAsync(PendingApplication application, CancellationToken cancellation)
    {
        var applicant = application.Applicant;
        var now = clock.GetUtcNow();
        var address = await store.FindAddressAsync(applicant.Session, applicant.Email, cancellation);
        var persons = await store.FindAttendeesAsync(applicant.Session, address.Persons, cancellation);
        var same = persons.Where(applicant.IsSamePersonAs).OrderBy(person => person.State == AttendeeState.Cancelled).FirstOrDefault();
        if (same is { State: not AttendeeState.Cancelled }) return await MailAgainAsync(application, same, now, cancellation);

        var sharing = persons.Where(person => person.State != AttendeeState.Cancelled).OrderBy(person => person.Place).ToList();
        return sharing.Count >= options.Value.PersonsPerAddress
            ? await TellFullAsync(application, address, sharing[0].Key, now, cancellation)
            : await SeatAsync(application, same, address, now, cancellation);
    }

    /// <summary>Whether the address may have one person more, as this one would be again.</summary>
    public async Task<bool> MayReturnAsync(Attendee cancelled, CancellationToken cancellation)
    {
        var address = await store.FindAddressAsync(cancelled.Session, cancelled.Email, cancellation);
        var persons = await store.FindAttendeesAsync(cancelled.Session, address.Persons, cancellation);
        return persons.Count(person => person.State != AttendeeState.Cancelled) < options.Value.PersonsPerAddress;
    }

    async Task<IReadOnlyList<OutboxMessage>> MailAgainAsync(PendingApplication application, Attendee attendee, DateTimeOffset now,
        CancellationToken cancellation)
    {
        var today = Berlin.Date(now);
        var mails = attendee.MailedOn == today ? attendee.MailsThatDay : 0;
        var mailsAgain = mails < options.Value.MailsPerRegistrationAndDay;
        var isNewRequest = application.Applicant.NewsletterAskedFrom is not null && !attendee.WantsNewsletter;
        var returned = attendee with
        {
            Language = application.Applicant.Language,
            WantsNewsletter = attendee.WantsNewsletter || isNewRequest,
            MailedOn = today,
            MailsThatDay = mailsAgain ? mails + 1 : mails,
        };
        var transaction = store.Begin(attendee.Session).Settle(application);
        if (mailsAgain) transaction.PutAndRepeat(returned, now);
        else if (isNewRequest) transaction.Put(returned);
        if (isNewRequest) transaction.AddNewsletterRequest(attendee.Key, new(now, application.Applicant.NewsletterAskedFrom!));
        return await transaction.SubmitAsync(cancellation);
    }

    /// <summary>Once a day, by a mail to the address alone.</summary>
    async Task<IReadOnlyList<OutboxMessage>> TellFullAsync(PendingApplication application, AddressUse address, string person,
        DateTimeOffset now, CancellationToken cancellation)
    {
        var applicant = application.Applicant;
        var today = Berlin.Date(now);
        var transaction = store.Begin(applicant.Session).Settle(application);
        if (address.ToldFullOn != today) transaction
            .PutAddress(applicant.Email, address with { ToldFullOn = today })
            .AddMail(RegistrationMail.AddressFull, person, now);
        return await transaction.SubmitAsync(cancellation);
    }

    async Task<IReadOnlyList<OutboxMessage>> SeatAsync(
        PendingApplication application, Attendee? cancelled, AddressUse address, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = application.Applicant.Session;
        var stored = await store.ReadSeatsAsync(id, cancellation)
            ?? throw new InvalidOperationException("The seats row disappeared.");
        // read after the seats row: whoever finds an older session here is refused when it writes
        var session = await programme.FindAsync(id, cancellation);
        var applicant = session is null ? application.Applicant : application.Applicant.For(session);
        var (after, state, place) = session is { IsCancelled: true }
            ? stored.Seats.TurnAway() : stored.Seats.Admit(applicant.Mode ?? AttendanceMode.OnSite);
        var attendee = cancelled is null
            ? applicant.ToAttendee(store.KeyBeside(applicant, address.Persons), state, place, now)
            : applicant.ToReturningAttendee(cancelled, state, place, now);
        return await store.Begin(id)
            .Replace(after, stored.ETag)
            .Take(attendee, applicant, address, now)
            .Settle(application)
            .SubmitAsync(cancellation);
    }
}
