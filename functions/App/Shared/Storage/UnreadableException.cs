namespace ThaffFunctions.Shared.Storage;

/// <summary>
/// A single row or file cannot be read. It has been logged, counted and put on the list for staff; a loop leaves its item out (<see
/// cref="IndependentItems"/>).
/// </summary>
sealed class UnreadableException(Unreadable what, Exception why) : Exception($"Unreadable: {what}", why);
