namespace ThaffFunctions.Staff.Today;

/// <summary>A line of the start page.</summary>
/// <param name="Text">What is to be done or known, in German.</param>
/// <param name="Path">The page on which it is done.</param>
public sealed record ToDo(string Text, string Path)
{
    /// <summary>
    /// Of a line that tells of a report and stays, whatever is done about it: where it is posted that somebody has read it, and which
    /// report. Null: the line goes when there is nothing left to do.
    /// </summary>
    public (string Action, string Report)? TickOff { get; init; }
}
