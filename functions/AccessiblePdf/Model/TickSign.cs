namespace AccessiblePdf.Model;

/// <summary>A sign to tick within a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">In UTF-16 code units, with a variation selector after it.</param>
/// <param name="Meaning">What it says.</param>
public readonly record struct TickSign(int Start, int Length, TickMeaning Meaning)
{
    /// <summary>The end, exclusive.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is a box, empty or ticked.</summary>
    public bool IsBox => Meaning is TickMeaning.BoxEmpty or TickMeaning.BoxTicked;
}
