using System.Text;
using AccessiblePdf.Model;
using StbImageSharp;

namespace AccessiblePdf.Tests;

public sealed class PublishedImageTests
{
    /// <summary>Two blocks wide, three high: 10 60 / 110 160 / 210 250.</summary>
    static readonly byte[] Levels = [10, 60, 110, 160, 210, 250];

    [Theory]
    [InlineData(1, 2, new byte[] { 10, 60, 110, 160, 210, 250 })]
    [InlineData(2, 2, new byte[] { 60, 10, 160, 110, 250, 210 })]
    [InlineData(3, 2, new byte[] { 250, 210, 160, 110, 60, 10 })]
    [InlineData(4, 2, new byte[] { 210, 250, 110, 160, 10, 60 })]
    [InlineData(5, 3, new byte[] { 10, 110, 210, 60, 160, 250 })]
    [InlineData(6, 3, new byte[] { 210, 110, 10, 250, 160, 60 })]
    [InlineData(7, 3, new byte[] { 250, 160, 60, 210, 110, 10 })]
    [InlineData(8, 3, new byte[] { 60, 160, 250, 10, 110, 210 })]
    public void A_jpeg_is_turned_as_its_camera_was_held_and_tells_nothing_else(int orientation, int columns, byte[] seen)
    {
        var image = PublishedImage.From(Jpegs.Of(2, Levels, 1, Jpegs.Exif(orientation)));

        Assert.Equal(("image/jpeg", columns * 8, seen.Length / columns * 8), (image.MediaType, image.Width, image.Height));
        Assert.DoesNotContain("Kamera", Encoding.Latin1.GetString(image.Bytes.Span), StringComparison.Ordinal);
        var pixels = ImageResult.FromMemory(image.Bytes.ToArray(), ColorComponents.Grey);
        for (var block = 0; block < seen.Length; block++)
        {
            var (x, y) = (block % columns * 8 + 4, block / columns * 8 + 4);
            Assert.InRange(pixels.Data[y * pixels.Width + x], seen[block] - 6, seen[block] + 6);
        }
    }

    [Fact]
    public void A_transparent_png_lies_on_white()
    {
        var image = PublishedImage.From(Pngs.Of(3, 2, 6, 8, false, (x, _) => [200, 0, 0, x == 0 ? 0 : 255]));

        var pixels = ImageResult.FromMemory(image.Bytes.ToArray(), ColorComponents.RedGreenBlueAlpha);
        Assert.Equal("image/png", image.MediaType);
        Assert.Equal([255, 255, 255, 255, 200, 0, 0, 255], pixels.Data[..8]);
    }

    [Fact]
    public void What_is_no_picture_is_refused()
    {
        var refused = Assert.Throws<InvalidDocumentException>(() => PublishedImage.From("GIF89a"u8.ToArray()));

        Assert.Equal(DocumentProblem.UnreadableImage, refused.Problem);
    }
}
