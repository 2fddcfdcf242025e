namespace ThaffFunctions.Staff.Today;

/// <summary>A line of the start page.</summary>
/// <param name="Text">What is to be done or known, in German.</param>
/// <param name="Path">The page on which it is done.</param>
public sealed record ToDo(string Text, string Path);
