namespace ThaffFunctions.Shared.Storage;

/// <summary>What is remembered of a timer that erases.</summary>
/// <param name="Timer">The function's name.</param>
/// <param name="At">When it ended last.</param>
/// <param name="Erased">How many rows or files it erased then.</param>
/// <param name="LastErasedAt">When it last had something to erase; null if never.</param>
/// <param name="LastErased">How much that was.</param>
public sealed record ErasureRun(string Timer, DateTimeOffset At, int Erased, DateTimeOffset? LastErasedAt, int LastErased);
