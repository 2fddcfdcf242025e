using Azure;
using ThaffFunctions.Shared;

namespace ThaffFunctions.MailingList;

/// <summary>One address of the mailing list.</summary>
public sealed record Subscriber(string Key, EmailAddress Email, SubscriberState State, Preferences Preferences)
{
    /// <summary>Waits to be confirmed; an active subscriber has one after signing up again, for example with other preferences.</summary>
    public Wish? Wish { get; init; }

    /// <summary>Whether the consent that counts covers what staff write besides invitations and documentation.</summary>
    public bool TakesAnnouncements { get; init; }

    /// <summary>Whose address it is, if staff entered it.</summary>
    public Contact? Contact { get; init; }

    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>How often the address was asked to confirm on <see cref="MailedOn"/>.</summary>
    public int MailsThatDay { get; init; }

    public DateOnly? MailedOn { get; init; }

    public ETag ETag { get; init; }

    public static Subscriber Asking(string key, EmailAddress email, Wish wish) =>
        new(key, email, SubscriberState.Pending, wish.Preferences) { Wish = wish };

    /// <summary>Changes nothing that counts before it is confirmed: anybody can type anybody's address.</summary>
    public Subscriber Ask(Wish wish) => this with { Wish = wish };

    /// <summary>Is asked to confirm once more.</summary>
    public Subscriber CountMail(DateOnly today) =>
        this with { MailsThatDay = MailedOn == today ? MailsThatDay + 1 : 1, MailedOn = today };

    /// <summary>What was asked for counts from now on; its <see cref="Consent"/> is a row of its own.</summary>
    public Subscriber Confirm() => Wish is { } wish
        ? this with
        {
            State = SubscriberState.Active,
            // where the wish names no sectors or topics, they stay as they were chosen
            Preferences = wish.Preferences with
            {
                Sectors = wish.Preferences.Sectors is [] ? Preferences.Sectors : wish.Preferences.Sectors,
                Topics = wish.Preferences.Topics is [] ? Preferences.Topics : wish.Preferences.Topics,
            },
            TakesAnnouncements = ConsentWording.CoversAnnouncements(ConsentWording.Of(wish.Wording).Template),
            Wish = null,
            LeftAt = null,
        }
        : this;

    /// <summary>Whatever was asked before does not bring them back. Whose address it is need not be known any more.</summary>
    public Subscriber Leave(DateTimeOffset now) => State == SubscriberState.Left && Wish is null
        ? this
        : this with { State = SubscriberState.Left, LeftAt = LeftAt ?? now, Wish = null, Contact = null };
}
