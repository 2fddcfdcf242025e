using System.Globalization;
using AccessiblePdf;
using DocumentFormat.OpenXml;
using StbImageSharp;
using StbImageWriteSharp;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Drawings;

/// <summary>The cropping of a picture. The file keeps the whole picture, including what the author meant to remove.</summary>
/// <param name="Left">At the left, as a share of the width.</param>
/// <param name="Top">At the top, of the height.</param>
/// <param name="Right">At the right.</param>
/// <param name="Bottom">At the bottom.</param>
readonly record struct Crop(double Left, double Top, double Right, double Bottom)
{
    const int Quality = 90;

    public static Crop Nothing => default;

    /// <summary>Of a drawing, in 1/100,000 (ISO/IEC 29500-1, 20.1.8.55). Negative values add a margin and are ignored.</summary>
    public static Crop Of(OpenXmlElement? rectangle)
    {
        return new(Side("l"), Side("t"), Side("r"), Side("b"));

        double Side(string name) => Math.Clamp(rectangle.Number(name) ?? 0, 0, 100_000) / 100_000.0;
    }

    /// <summary>Of an older drawing: fractions, or 1/65,536 with the suffix f (ISO/IEC 29500-4, 19.1.2.11).</summary>
    public static Crop OfOlder(OpenXmlElement image)
    {
        return new(Side("cropleft"), Side("croptop"), Side("cropright"), Side("cropbottom"));

        double Side(string name)
        {
            var text = image.Value(name) ?? "";
            var isFixed = text.EndsWith('f');
            if (!double.TryParse(isFixed ? text[..^1] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                || !double.IsFinite(number)) return 0;

            return Math.Clamp(isFixed ? number / 65_536 : number, 0, 1);
        }
    }

    /// <summary>The picture after cropping.</summary>
    public PublishedImage Of(PublishedImage picture)
    {
        if (this == Nothing) return picture;

        var image = ImageResult.FromMemory(picture.Bytes.ToArray(), StbImageSharp.ColorComponents.RedGreenBlue);
        var (left, width) = Remaining(image.Width, Left, Right);
        var (top, height) = Remaining(image.Height, Top, Bottom);
        var pixels = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
            image.Data.AsSpan(((top + y) * image.Width + left) * 3, width * 3).CopyTo(pixels.AsSpan(y * width * 3));

        using var file = new MemoryStream();
        if (picture.MediaType == "image/jpeg")
            new ImageWriter().WriteJpg(pixels, width, height, StbImageWriteSharp.ColorComponents.RedGreenBlue, file, Quality);
        else
            new ImageWriter().WritePng(pixels, width, height, StbImageWriteSharp.ColorComponents.RedGreenBlue, file);
        return new(picture.MediaType, width, height, file.ToArray());
    }

    /// <summary>At least one line of pixels remains.</summary>
    static (int Start, int Length) Remaining(int length, double before, double after)
    {
        var start = Math.Min((int)Math.Round(length * before), length - 1);
        return (start, Math.Clamp(length - start - (int)Math.Round(length * after), 1, length - start));
    }
}
