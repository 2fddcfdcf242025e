namespace ThaffFunctions.LocalHost.Mail;

/// <summary>A fault that is injected into the next requests.</summary>
/// <param name="Kind">The kind of fault.</param>
/// <param name="Count">The number of requests it is still injected into.</param>
/// <param name="ResetAfterSeconds">The seconds until the time in the reset header of a 429 answer.</param>
sealed record Fault(FaultKind Kind, int Count = 1, int ResetAfterSeconds = 5);
