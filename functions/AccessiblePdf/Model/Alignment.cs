namespace AccessiblePdf.Model;

/// <summary>Where the lines of a table's column stand.</summary>
public enum Alignment
{
    /// <summary>Where lines begin: at the left, or at the right for text from right to left.</summary>
    Start,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>Where lines end, for numbers.</summary>
    End,
}
