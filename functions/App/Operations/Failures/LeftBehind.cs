namespace ThaffFunctions.Operations.Failures;

/// <summary>Work that failed five times and waits for somebody.</summary>
/// <param name="Queue">The queue whose message it was.</param>
/// <param name="Id">The message in its poison queue.</param>
/// <param name="What">What did not happen, as a sentence for staff.</param>
/// <param name="About">What it is about; null where nobody knows.</param>
/// <param name="Since">When it was given up; null where the queue does not say.</param>
public sealed record LeftBehind(string Queue, string Id, string What, string? About, DateTimeOffset? Since);
