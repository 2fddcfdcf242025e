namespace ThaffFunctions.LocalHost.Mail;

/// <summary>A fault that is switched on for the next requests.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Count">For how many requests yet.</param>
/// <param name="ResetAfterSeconds">What the 429's reset header says.</param>
sealed record Fault(FaultKind Kind, int Count = 1, int ResetAfterSeconds = 5);
