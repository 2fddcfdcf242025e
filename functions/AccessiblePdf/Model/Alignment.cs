namespace AccessiblePdf.Model;

/// <summary>Where the lines of a table's column stand.</summary>
public enum Alignment
{
    /// <summary>At the left.</summary>
    Start,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the right, for numbers.</summary>
    End,
}
