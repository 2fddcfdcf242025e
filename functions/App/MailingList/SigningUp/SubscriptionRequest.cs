using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Consents;

namespace ThaffFunctions.MailingList.SigningUp;

/// <summary>A sign-up that its address has not confirmed yet.</summary>
/// <param name="Preferences">What was chosen; counts only once confirmed.</param>
/// <param name="AskedAt">When.</param>
/// <param name="AskedFrom">Where, in words for the proof of consent.</param>
/// <param name="Wording">The version of <see cref="ConsentWording"/> that is shown.</param>
public sealed record SubscriptionRequest(Preferences Preferences, DateTimeOffset AskedAt, string AskedFrom, string Wording);
