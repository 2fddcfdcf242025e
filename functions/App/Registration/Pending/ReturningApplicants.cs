using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Registration.Pending;

/// <summary>
/// Settles applications with an address that is known: of the same person again (one row, and the mail again a few times a day), of a
/// person who had cancelled (a new place at the end of the line), or of another person (as many as may share an address; who cancelled does
/// not count). Names are compared as they are now: who handed the seat to a colleague by correcting the name may register anew. Each
/// settlement deletes the application's row in its own transaction, so that doing it twice changes nothing. Whose session was cancelled
/// meanwhile gets no place, and a mail that says so.
/// </summary>
public sealed class ReturningApplicants(
    SeatStore seats, AddressStore addresses, RegistrationStore registrations, PendingStore pending, ProgrammeQuery programme,
    RowKeyHash hash, IOptions<RegistrationOptions> options, TimeProvider clock)
{
    /// <summary>
    /// Decides on an application with a known address. It does not wait for those who register meanwhile, nor they for it.
    /// </summary>
    public Task SettleAsync(SessionId session, string application, CancellationToken cancellation) => OptimisticConcurrency.RetryAsync(
        async () =>
        {
            if (await pending.FindApplicationAsync(session, application, cancellation) is { } found)
                await TrySettleAsync(found, cancellation);
        },
        cancellation);

    /// <summary>Whether the address may have one person more, as this one would be again.</summary>
    public async Task<bool> MayReturnAsync(Attendee cancelled, CancellationToken cancellation)
    {
        var address = await addresses.FindAsync(cancelled.Session, cancelled.Email, cancellation);
        var persons = await registrations.FindAttendeesAsync(cancelled.Session, address.Persons, cancellation);
        return persons.Count(person => person.State != AttendeeState.Cancelled) < options.Value.PersonsPerAddress;
    }

    /// <summary>One try; fails where somebody else was first.</summary>
    async Task TrySettleAsync(PendingApplication application, CancellationToken cancellation)
    {
        var applicant = application.Applicant;
        var now = clock.GetUtcNow();
        var address = await addresses.FindAsync(applicant.Session, applicant.Email, cancellation);
        var persons = await registrations.FindAttendeesAsync(applicant.Session, address.Persons, cancellation);
        var same = persons.Where(applicant.IsSamePersonAs).OrderBy(person => person.State == AttendeeState.Cancelled).FirstOrDefault();
        var sharing = persons.Where(person => person.State != AttendeeState.Cancelled).OrderBy(person => person.Place).ToList();
        await (same is { State: not AttendeeState.Cancelled } ? MailAgainAsync(application, same, now, cancellation)
            : sharing.Count >= options.Value.PersonsPerAddress ? TellFullAsync(application, address, sharing[0].Key, now, cancellation)
            : SeatAsync(application, same, address, now, cancellation));
    }

    async Task MailAgainAsync(PendingApplication application, Attendee attendee, DateTimeOffset now,
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
        var transaction = seats.Begin(attendee.Session).Settle(application);
        if (mailsAgain) transaction.PutAndRepeat(returned, now);
        else if (isNewRequest) transaction.Put(returned);
        if (isNewRequest) transaction.AddNewsletterRequest(attendee.Key, new(now, application.Applicant.NewsletterAskedFrom!));
        await transaction.SubmitAsync(cancellation);
    }

    /// <summary>Once a day, by a mail to the address alone.</summary>
    async Task TellFullAsync(PendingApplication application, AddressUse address, string person,
        DateTimeOffset now, CancellationToken cancellation)
    {
        var applicant = application.Applicant;
        var today = Berlin.Date(now);
        var transaction = seats.Begin(applicant.Session).Settle(application);
        if (address.ToldFullOn != today) transaction
            .PutAddress(applicant.Email, address with { ToldFullOn = today })
            .AddMail(RegistrationMailKind.AddressFull, person, now);
        await transaction.SubmitAsync(cancellation);
    }

    async Task SeatAsync(
        PendingApplication application, Attendee? cancelled, AddressUse address, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = application.Applicant.Session;
        var stored = await seats.ReadAsync(id, cancellation)
            ?? throw new InvalidOperationException("The seats row disappeared.");
        // read after the seats row: whoever finds an older session here is refused when it writes
        var session = await programme.FindAsync(id, cancellation);
        var applicant = session is null ? application.Applicant : application.Applicant.For(session);
        var (after, state, place) = session is { IsCancelled: true }
            ? stored.Seats.TurnAway() : stored.Seats.Admit(applicant.Mode ?? AttendanceMode.OnSite);
        var attendee = cancelled is null
            ? applicant.ToAttendee(applicant.KeyBeside(address.Persons, hash), state, place, now)
            : applicant.ToReturningAttendee(cancelled, state, place, now);
        await seats.Begin(id)
            .Replace(after, stored.ETag)
            .Take(attendee, applicant, address, now)
            .Settle(application)
            .SubmitAsync(cancellation);
    }
}
