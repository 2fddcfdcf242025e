namespace AccessiblePdf.Model;

/// <summary>The look of a <see cref="TextRun"/>; values combine.</summary>
[Flags]
public enum TextStyle
{
    /// <summary>Nothing special.</summary>
    Plain = 0,

    /// <summary>Strong emphasis.</summary>
    Bold = 1,

    /// <summary>Emphasis.</summary>
    Italic = 2,

    /// <summary>Fixed width, for program text.</summary>
    Code = 4,

    /// <summary>Struck through.</summary>
    Strikethrough = 8,

    /// <summary>Underlined.</summary>
    Underline = 16,

    /// <summary>Small and lowered.</summary>
    Subscript = 32,

    /// <summary>Small and raised.</summary>
    Superscript = 64,
}
