using System.Globalization;

namespace AccessiblePdf.Writer.Fonts;

/// <summary>Text as glyphs.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Runs">Glyphs of one font each, left to right.</param>
/// <param name="Width">The width in thousandths of the font's size.</param>
sealed record ShapedText(string Text, IReadOnlyList<GlyphRun> Runs, double Width)
{
    /// <summary>The width at a size, in points.</summary>
    public double WidthAt(double size) => Width * size / 1000;
}

/// <summary>Glyphs of one font that stand on one line.</summary>
/// <param name="Font">The font.</param>
/// <param name="Codes">Its character codes.</param>
/// <param name="Spacing">What to add after each glyph, in thousandths of the font's size.</param>
/// <param name="Rise">How far above the line the glyphs stand, in thousandths of the font's size.</param>
sealed record GlyphRun(EmbeddedFont Font, ushort[] Codes, double[] Spacing, double Rise)
{
    byte[]? shown;

    /// <summary>The operator TJ with codes and spacing (ISO 32000-1, 9.4.3); words come again and again, so it is kept.</summary>
    public ReadOnlySpan<byte> Operator => shown ??= Write();

    byte[] Write()
    {
        ReadOnlySpan<byte> start = "[<"u8, end = ">]TJ"u8;
        var written = new byte[start.Length + Codes.Length * (4 + 2 + PdfSyntax.LongestNumber) + end.Length];
        start.CopyTo(written);
        var length = start.Length;
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

/// <summary>Glyphs being put side by side.</summary>
/// <param name="most">How many there are at most.</param>
sealed class GlyphLine(int most)
{
    readonly List<GlyphRun> runs = new(1);
    readonly ushort[] codes = new ushort[most];
    readonly double[] spacing = new double[most];

    /// <summary>That of the last run, which still changes until a glyph follows.</summary>
    double[] lastSpacing = [];
    int count;
    EmbeddedFont? font;
    double width;
    int lastGlyph = -1;

    public void Add(EmbeddedFont font, ushort code, int glyph = -1)
    {
        if (this.font != font)
        {
            EndRun();
            this.font = font;
        }
        else if (lastGlyph >= 0 && glyph >= 0)
        {
            Space(font.InThousandths(font.Font.Kerning.Between(lastGlyph, glyph)));
        }
        Append(code, glyph);
    }

    /// <summary>Sets an accent over the middle of the glyph before it, higher over a tall one.</summary>
    public void AddMark(EmbeddedFont font, ushort code, int glyph)
    {
        if (this.font is null || lastGlyph < 0)
        {
            Add(font, code, glyph);
            return;
        }
        var under = this.font.Font.BoxOf(lastGlyph);
        var mark = font.Font.BoxOf(glyph);
        var baseWidth = this.font.InThousandths(this.font.Font.AdvanceOf(lastGlyph));
        var middle = this.font.InThousandths(under.Left + under.Right) / 2 - baseWidth;
        var shift = middle - font.InThousandths(mark.Left + mark.Right) / 2;
        var rise = mark.Bottom > 0 ? Math.Max(0, this.font.InThousandths(under.Top) - font.InThousandths(font.Font.XHeight)) : 0;

        var (baseFont, baseGlyph) = (this.font, lastGlyph);
        Space(shift);
        EndRun();
        lastSpacing = [-shift - font.WidthOf(code)];
        runs.Add(new(font, [code], lastSpacing, rise));
        width -= shift;
        (this.font, lastGlyph) = (baseFont, baseGlyph);
    }

    public ShapedText ToShapedText(string text)
    {
        EndRun();
        return new(text, runs.ToArray(), width);
    }

    void Append(ushort code, int glyph)
    {
        codes[count++] = code;
        width += font!.WidthOf(code);
        lastGlyph = glyph;
    }

    void Space(double amount)
    {
        if (count > 0) spacing[count - 1] += amount;
        else if (lastSpacing.Length > 0) lastSpacing[^1] += amount;
        else return;
        width += amount;
    }

    void EndRun()
    {
        if (count > 0)
        {
            lastSpacing = spacing.AsSpan(0, count).ToArray();
            runs.Add(new(font!, codes.AsSpan(0, count).ToArray(), lastSpacing, 0));
            spacing.AsSpan(0, count).Clear();
        }
        (font, count, lastGlyph) = (null, 0, -1);
    }
}
