namespace ThaffFunctions.Registration.Pending;

/// <summary>Somebody asked for the newsletter when registering.</summary>
/// <param name="AskedAt">When.</param>
/// <param name="AskedFrom">Where, in words for the proof of consent.</param>
public sealed record NewsletterRequest(DateTimeOffset AskedAt, string AskedFrom);
