namespace AccessiblePdf.Writer.Fonts;

/// <summary>The font files of the faces, each read when a document first needs it.</summary>
static class FontFiles
{
    static readonly Lazy<TrueTypeFont>[] Files =
    [
        .. new[] { "SansRegular", "SansBold", "SansItalic", "SansBoldItalic", "CodeRegular", "CodeBold", "Symbols", "Emoji" }
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
}
