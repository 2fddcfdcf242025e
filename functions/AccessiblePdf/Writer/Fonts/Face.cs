namespace AccessiblePdf.Writer.Fonts;

/// <summary>The typefaces that come with the library.</summary>
enum Face
{
    Regular,
    Bold,
    Italic,
    BoldItalic,
    Code,
    CodeBold,
    Symbols,
    Emoji,
    Hebrew,
    HebrewBold,
    Arabic,
    ArabicBold,
}
