namespace ThaffFunctions.Shared.Storage;

/// <summary>
/// Something stored cannot be read, and the caller asked for it alone. It has been logged, counted and handed over to be told to staff;
/// a loop goes on without it (<see cref="OneByOne"/>).
/// </summary>
public sealed class UnreadableException(Unreadable what, Exception why) : Exception($"Unreadable: {what}", why);
