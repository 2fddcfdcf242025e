using AccessiblePdf.Writer.Fonts;
using StbImageWriteSharp;

namespace AccessiblePdf.Writer.Images;

/// <summary>Pixels to be painted on, in RGB.</summary>
/// <param name="width">Pixels in a row.</param>
/// <param name="height">Rows.</param>
sealed class Canvas(int width, int height)
{
    readonly byte[] pixels = new byte[3 * width * height];

    public void Fill(int left, int top, int right, int bottom, (byte R, byte G, byte B) colour)
    {
        for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++) Blend(x, y, colour, 1);
    }

    /// <summary>How wide a line of text is, in pixels.</summary>
    public static double WidthOf(string text, TrueTypeFont font, double size) =>
        text.EnumerateRunes().Sum(rune => font.AdvanceOf(font.GlyphOf(rune.Value))) * size / font.UnitsPerEm;

    /// <summary>Writes a line of text.</summary>
    /// <param name="text">Without line ends.</param>
    /// <param name="font">The font.</param>
    /// <param name="size">In pixels to the em.</param>
    /// <param name="left">Where it begins.</param>
    /// <param name="baseline">Where its letters stand.</param>
    /// <param name="colour">Of the letters.</param>
    public void Write(string text, TrueTypeFont font, double size, double left, double baseline, (byte R, byte G, byte B) colour)
    {
        // signed areas left of each line, summed up along a row, are how much of each pixel the letters cover
        var areas = new float[width * height + 2];
        var scale = size / font.UnitsPerEm;
        foreach (var rune in text.EnumerateRunes())
        {
            var (glyph, pen) = (font.GlyphOf(rune.Value), left);
            GlyphOutline.Trace(font, glyph, (0, 0), (from, to) => AddLine(areas,
                (pen + from.X * scale, baseline - from.Y * scale), (pen + to.X * scale, baseline - to.Y * scale)));
            left += font.AdvanceOf(glyph) * scale;
        }

        for (var y = 0; y < height; y++)
        {
            var sum = 0f;
            for (var x = 0; x < width; x++) Blend(x, y, colour, Math.Min(1, Math.Abs(sum += areas[y * width + x])));
        }
    }

    public byte[] ToPng()
    {
        using var file = new MemoryStream();
        new ImageWriter().WritePng(pixels, width, height, ColorComponents.RedGreenBlue, file);
        return file.ToArray();
    }

    void AddLine(float[] areas, (double X, double Y) from, (double X, double Y) to)
    {
        if (from.Y == to.Y) return;
        var direction = from.Y < to.Y ? 1 : -1;
        var (start, end) = direction > 0 ? (from, to) : (to, from);
        var slope = (end.X - start.X) / (end.Y - start.Y);
        for (var y = Math.Max(0, (int)start.Y); y < Math.Min(height, (int)Math.Ceiling(end.Y)); y++)
        {
            var (top, bottom) = (Math.Max(y, start.Y), Math.Min(y + 1, end.Y));
            AddPiece(areas.AsSpan(y * width, width + 2), start.X + slope * (top - start.Y), start.X + slope * (bottom - start.Y),
                direction * (bottom - top));
        }
    }

    /// <summary>A piece of a line within one row: what lies right of it is covered by its height.</summary>
    void AddPiece(Span<float> row, double from, double to, double rise)
    {
        var (left, right) = (Math.Clamp(Math.Min(from, to), 0, width), Math.Clamp(Math.Max(from, to), 0, width));
        var first = (int)left;
        var pieces = Math.Max(1, (int)Math.Ceiling(right) - first);
        for (var column = first; column < first + pieces; column++)
        {
            var (a, b) = (Math.Max(left, column), Math.Min(right, column + 1));
            var part = right > left ? rise * (b - a) / (right - left) : rise;
            var inside = (a + b) / 2 - column;
            row[column] += (float)(part * (1 - inside));
            row[column + 1] += (float)(part * inside);
        }
    }

    void Blend(int x, int y, (byte R, byte G, byte B) colour, double cover)
    {
        var pixel = pixels.AsSpan(3 * (y * width + x), 3);
        pixel[0] = Mixed(pixel[0], colour.R, cover);
        pixel[1] = Mixed(pixel[1], colour.G, cover);
        pixel[2] = Mixed(pixel[2], colour.B, cover);
    }

    static byte Mixed(byte under, byte over, double cover) => (byte)Math.Round(under + (over - under) * cover);
}
