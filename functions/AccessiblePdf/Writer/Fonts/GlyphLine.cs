namespace AccessiblePdf.Writer.Fonts;

/// <summary>Glyphs being put side by side.</summary>
/// <param name="most">How many there are at most.</param>
sealed class GlyphLine(int most)
{
    readonly List<GlyphRun> runs = new(1);
    readonly ushort[] codes = new ushort[most];
    readonly double[] spacing = new double[most];

    /// <summary>The width of the last run, which may change until the next glyph is added.</summary>
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
            Space(font.InThousandths(font.Font.Kerning?.Between(lastGlyph, glyph) ?? 0));
        }
        Append(code, glyph);
    }

    /// <summary>
    /// Places an accent centred over the preceding glyph, higher over a tall one. Its glyph is drawn there while the pen stays: tools that
    /// look where letters stand take steps back or up for another word or line.
    /// </summary>
    public void AddMark(EmbeddedFont font, int glyph, string text)
    {
        if (this.font is null || lastGlyph < 0)
        {
            Add(font, font.CodeOf(glyph, text), glyph);
            return;
        }
        var under = this.font.Font.BoxOf(lastGlyph);
        var mark = font.Font.BoxOf(glyph);
        var baseWidth = this.font.InThousandths(this.font.Font.AdvanceOf(lastGlyph));
        var middle = this.font.InThousandths(under.Left + under.Right) / 2 - baseWidth;
        var shift = middle - font.InThousandths(mark.Left + mark.Right) / 2;
        var rise = mark.Bottom > 0 ? Math.Max(0, this.font.InThousandths(under.Top) - font.InThousandths(font.Font.XHeight)) : 0;
        var code = font.CodeOf(glyph, InUnits(shift), InUnits(rise), text);
        var (baseFont, baseGlyph) = (this.font, lastGlyph);
        EndRun();
        lastSpacing = [-font.WidthOf(code)];
        runs.Add(new(font, [code], lastSpacing) { IsMark = true });
        (this.font, lastGlyph) = (baseFont, baseGlyph);

        int InUnits(double thousandths) => (int)Math.Round(thousandths * font.Font.UnitsPerEm / 1000);
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
            runs.Add(new(font!, codes.AsSpan(0, count).ToArray(), lastSpacing));
            spacing.AsSpan(0, count).Clear();
        }
        (font, count, lastGlyph) = (null, 0, -1);
    }
}
