namespace ThaffFunctions.Staff.Audit;

/// <summary>One change that a member of staff made.</summary>
/// <param name="At">When.</param>
/// <param name="PersonId">The directory's id of who made it.</param>
/// <param name="Person">Their name at that time.</param>
/// <param name="What">What they did.</param>
/// <param name="On">What they did it to.</param>
public sealed record AuditEntry(DateTimeOffset At, string PersonId, string Person, string What, string On);
