namespace AccessiblePdf.Writer.Fonts;

/// <summary>The font files of the faces, each read when a document first needs it.</summary>
static class FontFiles
{
    static readonly Lazy<TrueTypeFont>[] Files =
    [
        .. new[]
            {
                "SansRegular", "SansBold", "SansItalic", "SansBoldItalic", "CodeRegular", "CodeBold", "Symbols", "Emoji", "HebrewRegular",
                "HebrewBold", "ArabicRegular", "ArabicBold",
            }
            .Select(name => new Lazy<TrueTypeFont>(() => TrueTypeFont.Load(name + ".ttf"))),
    ];

    /// <summary>How many faces there are.</summary>
    public static int Count => Files.Length;

    public static TrueTypeFont Of(Face face) => Files[(int)face].Value;

    /// <summary>Where a character is looked for, in order.</summary>
    public static ReadOnlySpan<Face> Searched(Face face) => face switch
    {
        Face.Code => [Face.Code, Face.Regular, Face.Symbols, Face.Emoji],
        Face.CodeBold => [Face.CodeBold, Face.Bold, Face.Code, Face.Regular, Face.Symbols, Face.Emoji],
        Face.Bold => [Face.Bold, Face.Regular, Face.Code, Face.Symbols, Face.Emoji],
        Face.BoldItalic => [Face.BoldItalic, Face.Bold, Face.Regular, Face.Code, Face.Symbols, Face.Emoji],
        Face.Italic => [Face.Italic, Face.Regular, Face.Code, Face.Symbols, Face.Emoji],
        _ => [Face.Regular, Face.Code, Face.Symbols, Face.Emoji],
    };

    /// <summary>The face of a script of its own that a character is part of; that script's files are read for no other character.</summary>
    public static Face? OfScript(int codePoint, Face face)
    {
        var isBold = face is Face.Bold or Face.BoldItalic or Face.CodeBold;
        return codePoint switch
        {
            >= 0x0590 and <= 0x05FF or >= 0xFB1D and <= 0xFB4F => isBold ? Face.HebrewBold : Face.Hebrew,
            >= 0x0600 and <= 0x06FF or >= 0x0750 and <= 0x077F or >= 0x0870 and <= 0x08FF or >= 0xFB50 and <= 0xFDFF
                or >= 0xFE70 and <= 0xFEFE => isBold ? Face.ArabicBold : Face.Arabic,
            _ => null,
        };
    }
}
