using Azure;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.MailingList.SigningUp;
using ThaffFunctions.Shared;

namespace ThaffFunctions.MailingList;

/// <summary>One address of the mailing list.</summary>
public sealed record Subscriber(string Key, EmailAddress Email, SubscriberState State, Preferences Preferences)
{
    /// <summary>Waits to be confirmed; an active subscriber has one after signing up again, for example with other preferences.</summary>
    public SubscriptionRequest? Request { get; init; }

    /// <summary>Whether the consent that counts covers what staff write besides invitations and documentation.</summary>
    public bool TakesAnnouncements { get; init; }

    /// <summary>
    /// Of the sign-up page, as long as nobody chose another: mails are in it, and their links lead to pages in it.
    /// </summary>
    public Language Language { get; init; } = Language.German;

    /// <summary>Whose address it is, if staff entered it.</summary>
    public Contact? Contact { get; init; }

    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>How often the address was asked to confirm on <see cref="MailedOn"/>.</summary>
    public int MailsThatDay { get; init; }

    public DateOnly? MailedOn { get; init; }

    public ETag ETag { get; init; }

    public static Subscriber Asking(string key, EmailAddress email, SubscriptionRequest request) =>
        new(key, email, SubscriberState.Pending, request.Preferences) { Request = request };

    /// <summary>Changes nothing that counts before it is confirmed: anybody can type anybody's address.</summary>
    public Subscriber Ask(SubscriptionRequest request) => this with { Request = request };

    /// <summary>Is asked to confirm once more.</summary>
    public Subscriber CountMail(DateOnly today) =>
        this with { MailsThatDay = MailedOn == today ? MailsThatDay + 1 : 1, MailedOn = today };

    /// <summary>What was asked for counts from now on; its <see cref="Consent"/> is a row of its own.</summary>
    public Subscriber Confirm() => Request is { } request
        ? this with
        {
            State = SubscriberState.Active,
            Preferences = request.Preferences,
            Language = ConsentWording.Of(request.Wording).Language,
            TakesAnnouncements = ConsentWording.CoversAnnouncements(ConsentWording.Of(request.Wording).Template),
            Request = null,
            LeftAt = null,
        }
        : this;

    /// <summary>Whatever was asked before does not bring them back. Whose address it is need not be known any more.</summary>
    public Subscriber Leave(DateTimeOffset now) => State == SubscriberState.Left && Request is null
        ? this
        : this with { State = SubscriberState.Left, LeftAt = LeftAt ?? now, Request = null, Contact = null };
}
