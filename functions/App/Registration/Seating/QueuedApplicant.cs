using ThaffFunctions.Registration.Applying;

namespace ThaffFunctions.Registration.Seating;

/// <summary>One applicant's place in the line at the desk.</summary>
sealed record QueuedApplicant(Applicant Applicant)
{
    /// <summary>Set when the application is decided and stored, or failed.</summary>
    public TaskCompletionSource<SeatOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
