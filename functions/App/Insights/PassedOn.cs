namespace ThaffFunctions.Insights;

/// <param name="To">To whom.</param>
/// <param name="On">When.</param>
public sealed record PassedOn(string To, DateOnly On);
