namespace AccessiblePdf.Model;

/// <summary>How the items of a <see cref="NumberedList"/> are numbered (ISO 32000-1, table 347).</summary>
public enum Numbering
{
    /// <summary>1. 2. 3.</summary>
    Digits,

    /// <summary>a. b. c.</summary>
    LowerAlpha,

    /// <summary>A. B. C.</summary>
    UpperAlpha,

    /// <summary>i. ii. iii.</summary>
    LowerRoman,

    /// <summary>I. II. III.</summary>
    UpperRoman,
}
