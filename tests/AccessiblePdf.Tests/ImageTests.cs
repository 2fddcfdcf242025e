using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using AccessiblePdf.Model;
using AccessiblePdf.Writer.Images;

namespace AccessiblePdf.Tests;

public sealed class ImageTests
{
    const int Width = 11, Height = 9;

    public static IEnumerable<object[]> PngKinds =>
        from kind in new (byte Type, byte[] Depths)[] { (0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16]) }
        from depth in kind.Depths
        from isInterlaced in new[] { false, true }
        select new object[] { kind.Type, depth, isInterlaced };

    [Theory]
    [MemberData(nameof(PngKinds))]
    public void Every_kind_of_png_shows_its_pixels(byte colourType, byte bitDepth, bool isInterlaced)
    {
        var most = (1 << bitDepth) - 1;
        int Level(int x, int y) => (x + 2 * y) % 2 == 0 ? most : 0;
        var png = Pngs.Of(Width, Height, colourType, bitDepth, isInterlaced, (x, y) => colourType switch
        {
            2 => [Level(x, y), 0, most],
            3 => [Level(x, y) == 0 ? 0 : 1],
            4 => [Level(x, y), most],
            6 => [Level(x, y), 0, most, most],
            _ => [Level(x, y)],
        }, colourType == 3 ? [("PLTE", [0, 0, 255, 255, 0, 255])] : []);

        var picture = Picture.Read(png);

        var isGrey = colourType is 0 or 4;
        Assert.Equal((Width, Height, isGrey), (picture.Width, picture.Height, picture.IsGrey));
        var pixels = Pixels(picture);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var red = (byte)(Level(x, y) == 0 ? 0 : 255);
                Assert.Equal(isGrey ? [red] : [red, 0, 255], pixels[y][x]);
            }
        }
    }

    [Fact]
    public void What_is_transparent_is_laid_on_white()
    {
        var png = Pngs.Of(3, 1, colourType: 6, bitDepth: 8, isInterlaced: false,
            (x, _) => [200, 0, 0, x switch { 0 => 0, 1 => 128, _ => 255 }]);

        Assert.Equal([[255, 255, 255], [227, 127, 127], [200, 0, 0]], Pixels(Picture.Read(png))[0]);
    }

    [Fact]
    public void A_transparent_palette_colour_is_white()
    {
        var png = Pngs.Of(2, 1, colourType: 3, bitDepth: 8, isInterlaced: false, (x, _) => [x], ("PLTE", [255, 0, 0, 0, 255, 0]),
            ("tRNS", [0]));

        Assert.Equal([[255, 255, 255], [0, 255, 0]], Pixels(Picture.Read(png))[0]);
    }

    [Theory]
    [InlineData(0, 8, new byte[] { 0, 9 })]
    [InlineData(0, 16, new byte[] { 0, 9 })]
    [InlineData(0, 4, new byte[] { 0, 9 })]
    [InlineData(2, 8, new byte[] { 0, 9, 0, 0, 0, 0 })]
    [InlineData(2, 16, new byte[] { 0, 9, 0, 0, 0, 0 })]
    public void A_colour_named_as_transparent_is_white(byte colourType, byte bitDepth, byte[] transparent)
    {
        var png = Pngs.Of(2, 1, colourType, bitDepth, isInterlaced: false,
            (x, _) => colourType == 2 ? [x == 0 ? 9 : 3, 0, 0] : [x == 0 ? 9 : 3], ("tRNS", transparent));

        var picture = Picture.Read(png);

        Assert.All(Pixels(picture)[0][0], level => Assert.Equal(255, level));
        Assert.Contains(Pixels(picture)[0][1], level => level < 255);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_jpeg_is_passed_through_without_what_it_tells_of_place_and_camera(int components)
    {
        var plain = Jpegs.Of(3, [0, 128, 255], components);
        var chatty = Jpegs.Of(3, [0, 128, 255], components, (0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), Jpegs.Exif(1),
            (0xED, [.. "Photoshop IPTC Erfurt"u8]), (0xFE, [.. "Kommentar"u8]));

        var picture = Picture.Read(chatty);

        Assert.Equal(plain, picture.Data.ToArray());
        Assert.Equal((24, 8, components == 1), (picture.Width, picture.Height, picture.IsGrey));
        Assert.DoesNotContain("Erfurt",
            Encoding.Latin1.GetString(TaggedPdf.Bytes(Samples.Of(new Figure { Image = chatty, AlternativeText = "Streifen" }))),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, false, "left", "top")]
    [InlineData(2, false, "right", "top")]
    [InlineData(3, false, "right", "bottom")]
    [InlineData(4, false, "left", "bottom")]
    [InlineData(5, true, "left", "top")]
    [InlineData(6, true, "right", "top")]
    [InlineData(7, true, "right", "bottom")]
    [InlineData(8, true, "left", "bottom")]
    public void A_photo_stands_upright_however_the_camera_was_held(int exif, bool isSideways, string side, string edge)
    {
        var picture = Picture.Read(Jpegs.Of(2, [0, 255], 1, Jpegs.Exif(exif)));

        Assert.Equal(isSideways ? (8, 16) : (16, 8), (picture.Width, picture.Height));
        var matrix = picture.Orientation.Matrix(100, 200, 30, 40);
        var (x, y) = (matrix[2] + matrix[4], matrix[3] + matrix[5]); // where the first stored pixel's corner goes
        Assert.Equal((side == "left" ? 100 : 130, edge == "bottom" ? 200 : 240), (x, y));
    }

    [Fact]
    public void Damaged_orientation_is_upright()
    {
        var (marker, content) = Jpegs.Exif(6);

        for (var length = 0; length < content.Length - 8; length++)
            Assert.Equal(8, Picture.Read(Jpegs.Of(1, [0], 1, (marker, content[..length]))).Height);
        Assert.Equal(Orientation.Upright, Picture.Read(Jpegs.Of(1, [0], 1, Jpegs.Exif(77))).Orientation);
    }

    [Fact]
    public void The_same_image_is_embedded_once()
    {
        var png = Samples.Png(60, 40);
        var figures = Enumerable.Range(0, 5).Select(_ => (Block)new Figure { Image = png.ToArray(), AlternativeText = "Verlauf" })
            .ToArray();

        var text = Encoding.Latin1.GetString(TaggedPdf.Bytes(Samples.Of(figures)));

        Assert.Equal(2, text.Split("/Subtype/Image").Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_published_png_is_taken_over_as_it_is_packed(byte colourType)
    {
        var png = Pngs.Of(Width, Height, colourType, 8, isInterlaced: false, (x, y) => colourType == 0 ? [9 * x + y] : [9 * x, 20 * y, 77]);
        var published = PublishedImage.From(png).Bytes;

        var picture = Picture.Read(published);

        Assert.True(published.Span.IndexOf(picture.Data.Span) > 0);
        Assert.Equal(Pixels(Picture.Read(png)), Pixels(picture));
    }

    [Fact]
    public void A_published_png_that_was_changed_anywhere_is_whole_or_refused()
    {
        var published = PublishedImage.From(Samples.Png(Width, Height)).Bytes.ToArray();
        for (var at = PngImage.Signature.Length; at < published.Length; at++)
        {
            foreach (var changed in new byte[] { 0, 1, 8, 255 })
            {
                var png = published.ToArray();
                png[at] = changed;
                try
                {
                    var picture = Picture.Read(png);
                    Assert.Equal(picture.PixelHeight, Pixels(picture).Length);
                }
                catch (UnusableImageException)
                {
                    // as good
                }
            }
        }
    }

    [Fact]
    public void A_decorative_picture_is_no_part_of_the_structure()
    {
        using var pdf = TaggedPdf.Of(new Paragraph("Text"), new Figure { Image = Samples.Png(8, 8), Decorative = true });

        Conformance.Check(pdf);
        Assert.Empty(pdf.Root.Below("Figure"));
        Assert.Single(pdf.Pages[0].GetImages());
    }

    [Fact]
    public void A_jpeg_made_for_print_is_refused() => Refused(DocumentProblem.CmykImage, Jpegs.Of(1, [0], components: 4));

    [Fact]
    public void An_image_of_more_than_twenty_megapixels_is_refused_before_it_is_decoded()
    {
        var png = Samples.Png(1, 1);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 5001);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 4000);

        Refused(DocumentProblem.ImageTooLarge, png);
    }

    [Fact]
    public void What_little_follows_the_last_row_is_left_alone()
    {
        byte[] row = [0, 200, 100, 50];

        Assert.Equal([[200, 100, 50]], Pixels(Picture.Read(Samples.Png(1, 1, 8, 2, 0, [.. row, .. new byte[60_000]])))[0]);
        Refused(DocumentProblem.OverfullImage, Samples.Png(1, 1, 8, 2, 0, [.. row, .. new byte[70_000]]));
    }

    [Fact]
    public void A_jpeg_of_more_scans_than_any_encoder_writes_is_refused()
    {
        var jpeg = Jpegs.Of(1, [128]);
        var scan = jpeg.AsSpan(jpeg.AsSpan().IndexOf(new byte[] { 0xFF, 0xDA })..^2).ToArray();

        Assert.Equal(8, Picture.Read(Scans(100)).Height);
        Refused(DocumentProblem.OverfullImage, Scans(101));

        byte[] Scans(int count) =>
            [.. jpeg[..^(scan.Length + 2)], .. Enumerable.Repeat(scan, count).SelectMany(bytes => bytes), 0xFF, 0xD9];
    }

    [Fact]
    public void A_damaged_image_is_refused_wherever_it_ends()
    {
        var (jpeg, png) = (Jpegs.Of(2, [0, 255], 3, Jpegs.Exif(1)), Samples.Png(5, 5));

        for (var length = 0; length < jpeg.Length; length++) Refused(DocumentProblem.UnreadableImage, jpeg[..length]);
        for (var length = 0; length < png.Length - 16; length++) Refused(DocumentProblem.UnreadableImage, png[..length]);
    }

    static void Refused(DocumentProblem problem, byte[] image)
    {
        var document = Samples.Of(new Figure { Image = image, AlternativeText = "Bild" });

        Assert.Equal(problem, Assert.Throws<InvalidDocumentException>(() => TaggedPdf.Bytes(document)).Problem);
    }

    /// <summary>Unpacks the rows and undoes their filters.</summary>
    static byte[][][] Pixels(Picture picture)
    {
        var components = picture.IsGrey ? 1 : 3;
        using var inflated = new ZLibStream(new MemoryStream(picture.Data.ToArray()), CompressionMode.Decompress);
        var (rows, above) = (new List<byte[][]>(), new byte[components * picture.PixelWidth]);
        for (var y = 0; y < picture.PixelHeight; y++)
        {
            var filter = inflated.ReadByte();
            var row = new byte[above.Length];
            inflated.ReadExactly(row);
            for (var i = 0; i < row.Length; i++)
            {
                int left = i < components ? 0 : row[i - components], corner = i < components ? 0 : above[i - components];
                row[i] += (byte)(filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above[i],
                    4 => Paeth(left, above[i], corner),
                    _ => throw new InvalidDataException()
                });
            }
            rows.Add([.. row.Chunk(components)]);
            above = row;
        }
        return [.. rows];

        static int Paeth(int left, int above, int corner) =>
            new[] { left, above, corner }.MinBy(value => Math.Abs(left + above - corner - value));
    }
}
