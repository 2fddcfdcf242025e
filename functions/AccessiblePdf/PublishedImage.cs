using System.Buffers.Binary;
using System.IO.Hashing;
using AccessiblePdf.Model;
using AccessiblePdf.Writer.Images;
using StbImageSharp;
using StbImageWriteSharp;

namespace AccessiblePdf;

/// <summary>
/// A picture as it may stand on a page beside the PDF: upright, without transparency, and without what its file told of place, time and
/// camera.
/// </summary>
/// <param name="MediaType"><c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Bytes">The file; a <see cref="Figure"/> takes it too.</param>
public sealed record PublishedImage(string MediaType, int Width, int Height, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>JPEG quality, in per cent, of a picture that has to be rotated and is therefore encoded again.</summary>
    const int Quality = 90;

    /// <summary>Makes a picture fit to be published. An upright JPEG keeps its pixels as they are packed.</summary>
    /// <param name="file">The bytes of a PNG or JPEG file.</param>
    /// <exception cref="InvalidDocumentException">It is no such file, made for print (CMYK), larger than 20 megapixels, or holds more than
    /// it announces.</exception>
    public static PublishedImage From(ReadOnlyMemory<byte> file)
    {
        try
        {
            var picture = Picture.Read(file);
            return !file.Span.StartsWith(JpegImage.Signature) ? Png(picture)
                : picture.Orientation == Orientation.Upright ? new("image/jpeg", picture.Width, picture.Height, picture.Data)
                : Turned(picture);
        }
        catch (UnusableImageException cause)
        {
            throw new InvalidDocumentException(cause.Problem, "Image", cause.Message, cause);
        }
    }

    /// <summary>The compressed rows are valid PNG image data already (PNG, clause 11.2).</summary>
    static PublishedImage Png(Picture picture)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        (header[8], header[9]) = (8, (byte)(picture.IsGrey ? 0 : 2)); // bits, and grey or colour

        var file = new MemoryStream();
        file.Write(PngImage.Signature);
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, picture.Data.Span);
        WriteChunk(file, "IEND"u8, []);
        return new("image/png", picture.Width, picture.Height, file.ToArray());
    }

    static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        var check = new Crc32();
        check.Append(type);
        check.Append(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, check.GetCurrentHashAsUInt32());
        file.Write(number);
    }

    static PublishedImage Turned(Picture picture)
    {
        const int components = 3;
        var stored = Decode(picture.Data).Data;
        var upright = new byte[stored.Length];
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var (fromX, fromY) = picture.Orientation.Source(x, y, picture.PixelWidth, picture.PixelHeight);
                stored.AsSpan((fromY * picture.PixelWidth + fromX) * components, components)
                    .CopyTo(upright.AsSpan((y * picture.Width + x) * components));
            }
        }

        var file = new MemoryStream();
        new ImageWriter().WriteJpg(upright, picture.Width, picture.Height, StbImageWriteSharp.ColorComponents.RedGreenBlue, file, Quality);
        return new("image/jpeg", picture.Width, picture.Height, file.ToArray());
    }

    static ImageResult Decode(ReadOnlyMemory<byte> jpeg)
    {
        try
        {
            return ImageResult.FromMemory(jpeg.ToArray(), StbImageSharp.ColorComponents.RedGreenBlue);
        }
        catch (Exception cause) when (cause is not OutOfMemoryException) // the decoder throws exceptions of any kind for damaged bytes
        {
            throw new UnusableImageException(ImageProblem.Unreadable, "the JPEG file is damaged", cause);
        }
    }
}
