namespace AccessiblePdf.Model;

/// <summary>A line to write on, as in "Name: ____". Assistive technology does not announce it.</summary>
/// <param name="Letters">How long it is, in letters of average width, from 1 to 200.</param>
public sealed record Blank(int Letters = 12) : Inline;
