using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Calling;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Pending;
using ThaffFunctions.Registration.PersonalData;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration;

/// <summary>For other slices: who is registered.</summary>
public sealed class Attendees(RegistrationStore store, PersonalRowStore rows, PendingStore pending, MailNames names,
    CallList calls)
{
    /// <summary>Who has a seat, page by page.</summary>
    public IAsyncEnumerable<Attendee> SeatedAsync(SessionId session, CancellationToken cancellation) =>
        InStateAsync(session, AttendeeState.Seated, cancellation);

    /// <summary>Who stands so, page by page.</summary>
    public IAsyncEnumerable<Attendee> InStateAsync(SessionId session, AttendeeState state, CancellationToken cancellation) =>
        store.AttendeesAsync(session, state, cancellation);

    /// <summary>Who has a seat or waits, page by page.</summary>
    public IAsyncEnumerable<Attendee> ExpectedAsync(SessionId session, CancellationToken cancellation) =>
        store.ExpectedAsync(session, cancellation);

    public Task<Attendee?> FindAsync(SessionId session, string key, CancellationToken cancellation) =>
        store.FindAttendeeAsync(session, key, cancellation);

    /// <inheritdoc cref="MailNames.OfAsync"/>
    public ValueTask<string?> MailNameAsync(Attendee attendee, CancellationToken cancellation) => names.OfAsync(attendee, cancellation);

    /// <inheritdoc cref="CallList.AddAsync"/>
    public Task CallAsync(Attendee attendee, DeliveryId mail, string about, CancellationToken cancellation) =>
        calls.AddAsync(attendee, mail, about, cancellation);

    /// <summary>The keys of everybody who registered for a session with this address.</summary>
    /// <param name="session">The session.</param>
    /// <param name="address">The address.</param>
    /// <param name="reliesOnIndex">
    /// Whether nobody counts as registered whose address has lost its row, which tells without reading the session's other rows. An erasure
    /// relies on nothing.
    /// </param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<string>> KeysOfAsync(
        SessionId session, EmailAddress address, bool reliesOnIndex, CancellationToken cancellation) =>
        reliesOnIndex && !await rows.KnowsAsync(session, address, cancellation) ? []
            : await rows.PersonsAsync(session, address, cancellation);

    /// <summary>A request for the newsletter that is still to be taken care of.</summary>
    public Task<NewsletterRequest?> FindNewsletterRequestAsync(SessionId session, string key, CancellationToken cancellation) =>
        pending.FindNewsletterRequestAsync(session, key, cancellation);

    /// <summary>The request for the newsletter was taken care of.</summary>
    public Task ForgetNewsletterRequestAsync(SessionId session, string key, CancellationToken cancellation) =>
        pending.ForgetAsync(session, PendingWork.NewsletterRequest, key, cancellation);
}
