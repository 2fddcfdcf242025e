namespace AccessiblePdf.Writer;

/// <summary>A colour in sRGB.</summary>
readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static Colour FromHex(int rgb) => new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);

    /// <summary>The operands of the operators rg and RG.</summary>
    public string Operands { get; } = $"{PdfSyntax.Number(Red / 255.0)} {PdfSyntax.Number(Green / 255.0)} {PdfSyntax.Number(Blue / 255.0)}";
}
