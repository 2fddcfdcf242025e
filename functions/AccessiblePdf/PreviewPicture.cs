using AccessiblePdf.Writer.Fonts;
using AccessiblePdf.Writer.Images;

namespace AccessiblePdf;

/// <summary>
/// Pictures of text, for the previews of a page (Open Graph) and for its icon. They show what the page says in text anyway.
/// </summary>
public static class PreviewPicture
{
    /// <summary>Pixels of a preview, as Open Graph's readers want it.</summary>
    public const int Width = 1200, Height = 630;

    const int Margin = 80, MaxLines = 4;

    static readonly (byte, byte, byte) s_ground = (0x0b, 0x4f, 0x6c), s_paper = (0xff, 0xff, 0xff), s_soft = (0xc3, 0xe2, 0xef);
    static readonly Lazy<TrueTypeFont> s_regular = new(() => TrueTypeFont.Load("SansRegular.ttf"));
    static readonly Lazy<TrueTypeFont> s_bold = new(() => TrueTypeFont.Load("SansBold.ttf"));

    /// <summary>A PNG file of <see cref="Width"/> by <see cref="Height"/> pixels.</summary>
    /// <param name="heading">Small, above the title.</param>
    /// <param name="title">Large, in up to four lines; what is longer ends with an ellipsis.</param>
    /// <param name="foot">Below the title; may be empty.</param>
    public static byte[] Write(string heading, string title, string foot)
    {
        var canvas = new Canvas(Width, Height);
        canvas.Fill(0, 0, Width, Height, s_ground);
        canvas.Fill(0, Height - 16, Width, Height, s_soft);
        canvas.Write(heading, s_regular.Value, 40, Margin, 120, s_soft);
        var (lines, size) = Fitting(title);
        foreach (var (index, line) in lines.Index())
            canvas.Write(line, s_bold.Value, size, Margin, 200 + size + 1.2 * size * index, s_paper);
        canvas.Write(foot, s_regular.Value, 40, Margin, Height - 70, s_paper);
        return canvas.ToPng();
    }

    /// <summary>A PNG file of 32 by 32 pixels with one letter.</summary>
    /// <param name="letter">The letter.</param>
    public static byte[] Icon(char letter)
    {
        const int side = 32;
        var text = letter.ToString();
        var canvas = new Canvas(side, side);
        canvas.Fill(0, 0, side, side, s_ground);
        canvas.Write(text, s_bold.Value, 27, (side - Canvas.WidthOf(text, s_bold.Value, 27)) / 2, 25, s_paper);
        return canvas.ToPng();
    }

    /// <summary>The largest of some sizes in which the title has few enough lines.</summary>
    static (List<string> Lines, double Size) Fitting(string title)
    {
        foreach (var size in new[] { 76.0, 64, 54 })
            if (Broken(title, size) is { Count: <= 3 } lines) return (lines, size);

        var small = Broken(title, 48);
        if (small.Count <= MaxLines) return (small, 48);

        return ([.. small.Take(MaxLines - 1), small[MaxLines - 1] + " …"], 48);
    }

    static List<string> Broken(string text, double size)
    {
        List<string> lines = [""];
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (lines[^1].Length == 0 || Canvas.WidthOf(longer, s_bold.Value, size) <= Width - 2 * Margin) lines[^1] = longer;
            else lines.Add(word);
        }

        return lines;
    }
}
