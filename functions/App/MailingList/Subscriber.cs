using Azure;
using ThaffFunctions.Shared;

namespace ThaffFunctions.MailingList;

/// <summary>Pending: asked, not yet confirmed. Left: kept as proof of the consent that was, gets nothing.</summary>
public enum SubscriberState { Pending, Active, Left }

/// <summary>A sign-up that its address has not confirmed yet.</summary>
/// <param name="Preferences">What was chosen; counts only once confirmed.</param>
/// <param name="AskedAt">When.</param>
/// <param name="AskedVia">How: the page, the endpoint, or the registration for a session.</param>
/// <param name="Wording">The version of <see cref="ConsentWording"/> that was shown.</param>
public sealed record Wish(Preferences Preferences, DateTimeOffset AskedAt, string AskedVia, string Wording);

/// <summary>The proof of consent: who asked when, how and to which wording, and when and how the address confirmed it.</summary>
public sealed record Consent(DateTimeOffset AskedAt, string AskedVia, string Wording, DateTimeOffset ConfirmedAt, string ConfirmedVia);

/// <summary>One address of the mailing list.</summary>
public sealed record Subscriber(string Key, EmailAddress Email, SubscriberState State, Preferences Preferences)
{
    /// <summary>Waits to be confirmed; an active subscriber has one after signing up again, for example with other preferences.</summary>
    public Wish? Wish { get; init; }

    public Consent? Consent { get; init; }

    public DateTimeOffset? LeftAt { get; init; }

    public ETag ETag { get; init; }

    public static Subscriber Asking(string key, EmailAddress email, Wish wish) =>
        new(key, email, SubscriberState.Pending, wish.Preferences) { Wish = wish };

    /// <summary>Changes nothing that counts before it is confirmed: anybody can type anybody's address.</summary>
    public Subscriber Ask(Wish wish) => this with { Wish = wish };

    public Subscriber Confirm(DateTimeOffset now, string via) => Wish is { } wish
        ? this with
        {
            State = SubscriberState.Active,
            Preferences = wish.Preferences,
            Consent = new(wish.AskedAt, wish.AskedVia, wish.Wording, now, via),
            Wish = null,
            LeftAt = null,
        }
        : this;

    /// <summary>Whatever was asked before does not bring them back.</summary>
    public Subscriber Leave(DateTimeOffset now) => State == SubscriberState.Left && Wish is null
        ? this
        : this with { State = SubscriberState.Left, LeftAt = LeftAt ?? now, Wish = null };
}
