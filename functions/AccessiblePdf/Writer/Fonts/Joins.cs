namespace AccessiblePdf.Writer.Fonts;

/// <summary>How a part of a text is joined to the letters around it.</summary>
[Flags]
enum Joins
{
    None = 0,

    /// <summary>The letter before it reaches into it.</summary>
    Before = 1,

    /// <summary>The letter after it takes up its last one.</summary>
    After = 2,
}
