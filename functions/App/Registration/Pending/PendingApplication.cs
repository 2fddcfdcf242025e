using ThaffFunctions.Registration.Applying;

namespace ThaffFunctions.Registration.Pending;

/// <summary>
/// An application for which somebody had the same address already: stored before the answer, settled after it. So the answer takes the same
/// time and the same calls to storage, whoever is registered.
/// </summary>
/// <param name="Key">Of its row.</param>
/// <param name="Applicant">What was applied for.</param>
public sealed record PendingApplication(string Key, Applicant Applicant);
