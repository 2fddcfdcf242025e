using System.Globalization;
using System.Text;
using AccessiblePdf.Model;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.Html;

/// <summary>Writes a picture with the width that its author chose.</summary>
sealed class FigureHtml(StringBuilder html, InlineHtml inlines, string path, IEnumerable<Picture> pictures)
{
    /// <summary>The width of the text on a wide screen, in CSS pixels; on narrower screens the style sheet scales pictures down.</summary>
    const int ColumnWidth = 720;

    readonly Dictionary<ReadOnlyMemory<byte>, Picture> byBytes = pictures.ToDictionary(picture => picture.Bytes);

    public void Write(Figure figure)
    {
        var picture = byBytes[figure.Image];
        var source = InlineHtml.Escaped(AddressOf(picture));
        var alternative = figure.Decorative ? "" : InlineHtml.Escaped(figure.AlternativeText);
        var (width, height) = SizeOf(picture, figure.Width);
        html.Append(CultureInfo.InvariantCulture, $"<figure{InlineHtml.IdOf(figure)}>");
        if (figure.Target is { } target) html.Append("<a href=\"").Append(InlineHtml.Escaped(target.AbsoluteUri)).Append("\">");
        html.Append(CultureInfo.InvariantCulture, $"<img src=\"{source}\" alt=\"{alternative}\"");
        html.Append(CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{height}\" loading=\"lazy\">");
        if (figure.Target is not null) html.Append("</a>");
        if (figure.Caption.Count > 0)
        {
            html.Append("<figcaption>");
            inlines.Write(figure.Caption);
            html.Append("</figcaption>\n");
        }

        html.Append("</figure>\n");
    }

    string AddressOf(Picture picture) => $"{path}/bilder/{string.Join('/', picture.Name.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>The size in CSS pixels; a picture is never enlarged beyond its own pixels.</summary>
    static (int Width, int Height) SizeOf(Picture picture, double? share)
    {
        var scale = share is { } known ? Math.Min(1, known * ColumnWidth / picture.Width) : 1;
        return (Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
    }
}
