namespace ThaffFunctions.Shared.Storage;

/// <summary>
/// Tells whether what a message asks for has been done. Timers do again what a lost message was about; a message in a poison queue whose
/// work was done by one is then of no use, and is removed.
/// </summary>
public interface IMessageCompletion
{
    /// <summary>The queue whose messages it knows.</summary>
    string Queue { get; }

    /// <returns>False also for a message it cannot read: somebody has to look at it.</returns>
    Task<bool> IsDoneAsync(string message, CancellationToken cancellation);
}
