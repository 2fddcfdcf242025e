namespace ThaffFunctions.Insights;

/// <param name="To">The recipient.</param>
/// <param name="On">The day.</param>
public sealed record PassedOn(string To, DateOnly On)
{
    /// <summary>
    /// Until when an answer is expected; null if nobody said, then it is never overdue (<see cref="Progress.IsOverdueOn"/>).
    /// </summary>
    public DateOnly? AnswerBy { get; init; }
}
