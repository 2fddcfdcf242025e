using System.Globalization;

namespace AccessiblePdf.Writer.Fonts;

/// <summary>Glyphs of one font that stand on one line.</summary>
/// <param name="Font">The font.</param>
/// <param name="Codes">Its character codes.</param>
/// <param name="Spacing">What to add after each glyph, in thousandths of the font's size.</param>
sealed record GlyphRun(EmbeddedFont Font, ushort[] Codes, double[] Spacing)
{
    /// <summary>How far the pen moves before the first glyph, in thousandths of the font's size.</summary>
    public double Lead { get; init; }

    /// <summary>Whether it is a mark on what stands before it; some tools tell a letter twice if one operator shows both.</summary>
    public bool IsMark { get; init; }

    byte[]? shown;

    /// <summary>Codes and spacing for the operator TJ (ISO 32000-1, 9.4.3); words come again and again, so they are kept.</summary>
    public ReadOnlySpan<byte> Operand => shown ??= Write();

    byte[] Write()
    {
        var written = new byte[PdfSyntax.LongestNumber + 2 + Codes.Length * (4 + 2 + PdfSyntax.LongestNumber)];
        var length = 0;
        if (Lead != 0) length += PdfSyntax.Write(-Lead, written);
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
        written[length++] = (byte)'>';
        return written[..length];
    }
}
