using System.Globalization;

namespace AccessiblePdf.Writer.Fonts;

/// <summary>Glyphs of one font that stand on one line.</summary>
/// <param name="Font">The font.</param>
/// <param name="Codes">Its character codes.</param>
/// <param name="Spacing">What to add after each glyph, in thousandths of the font's size.</param>
/// <param name="Rise">How far above the line the glyphs stand, in thousandths of the font's size.</param>
sealed record GlyphRun(EmbeddedFont Font, ushort[] Codes, double[] Spacing, double Rise)
{
    /// <summary>How far the pen moves before the first glyph, in thousandths of the font's size.</summary>
    public double Lead { get; init; }

    byte[]? shown;

    /// <summary>The operator TJ with codes and spacing (ISO 32000-1, 9.4.3); words come again and again, so it is kept.</summary>
    public ReadOnlySpan<byte> Operator => shown ??= Write();

    byte[] Write()
    {
        ReadOnlySpan<byte> start = "["u8, end = ">]TJ"u8;
        var written = new byte[start.Length + PdfSyntax.LongestNumber + 1 + Codes.Length * (4 + 2 + PdfSyntax.LongestNumber) + end.Length];
        start.CopyTo(written);
        var length = start.Length;
        if (Lead != 0) length += PdfSyntax.Write(-Lead, written.AsSpan(length));
        written[length++] = (byte)'<';
        for (var i = 0; i < Codes.Length; i++)
        {
            Codes[i].TryFormat(written.AsSpan(length), out var digits, "X4", CultureInfo.InvariantCulture);
            length += digits;
            if (Spacing[i] == 0) continue;
            written[length++] = (byte)'>';
            length += PdfSyntax.Write(-Spacing[i], written.AsSpan(length));
            written[length++] = (byte)'<';
        }
        end.CopyTo(written.AsSpan(length));
        return written[..(length + end.Length)];
    }
}
