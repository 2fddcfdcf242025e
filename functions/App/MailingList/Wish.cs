namespace ThaffFunctions.MailingList;

/// <summary>A sign-up that its address has not confirmed yet.</summary>
/// <param name="Preferences">What was chosen; counts only once confirmed.</param>
/// <param name="AskedAt">When.</param>
/// <param name="AskedVia">How: the page, the endpoint, or the registration for a session.</param>
/// <param name="Wording">The version of <see cref="ConsentWording"/> that was shown.</param>
public sealed record Wish(Preferences Preferences, DateTimeOffset AskedAt, string AskedVia, string Wording);
