using System.Globalization;
using AccessiblePdf;
using AccessiblePdf.Model;
using DocumentFormat.OpenXml.Packaging;

namespace ThaffFunctions.NotesReading.Word.Drawings;

/// <summary>Takes pictures out of a Word file, each once, and prepares them for publishing.</summary>
sealed class WordPictures
{
    const string InWord = "In Word hilft „Bilder komprimieren“.";

    readonly Dictionary<(Uri, Crop), FoundPicture> found = [];
    readonly HashSet<string> names = [];
    long left = PictureLimits.MaxBytesTogether, pixelsLeft = PictureLimits.MaxPixelsTogether;

    /// <summary>The pictures that can be published, in the order of their first use.</summary>
    public IReadOnlyList<Picture> All => [.. found.Values.Select(one => one.Picture).OfType<Picture>()];

    public FoundPicture Find(OpenXmlPart image, Crop crop) =>
        found.TryGetValue((image.Uri, crop), out var known) ? known : found[(image.Uri, crop)] = Read(image, crop);

    FoundPicture Read(OpenXmlPart image, Crop crop)
    {
        var name = Path.GetFileName(image.Uri.OriginalString);
        if (pixelsLeft < 0) return new(name, null, $"{PictureLimits.TooManyPixels} {InWord}", IsRefused: true);
        if (BytesOf(image) is not { } bytes) return new(name, null, $"{PictureLimits.TooLarge} {InWord}", IsRefused: true);
        if (OlderPicture.IsOne(bytes)) name = Path.ChangeExtension(name, ".png");
        else if (!IsPng(bytes) && !IsJpeg(bytes))
            return new(name, null, $"Bilder im Format {Path.GetExtension(name).TrimStart('.').ToUpperInvariant()} können nicht "
                + "übernommen werden. Bitte als PNG oder JPEG einfügen.", IsRefused: false);

        try
        {
            var whole = PublishedImage.From(OlderPicture.IsOne(bytes) ? OlderPicture.ToPng(bytes) : bytes);
            pixelsLeft -= (long)whole.Width * whole.Height;
            var published = crop.Of(whole);
            return new(name, new(Free(name), published.MediaType, published.Width, published.Height, published.Bytes), null,
                IsRefused: false);
        }
        catch (InvalidDocumentException refused)
        {
            return new(name, null, Refusals.TextOf(refused), IsRefused: true);
        }
    }

    byte[]? BytesOf(OpenXmlPart image)
    {
        using var stream = image.GetStream(FileMode.Open, FileAccess.Read);
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if ((left -= read) < 0 || bytes.Length + read > PictureLimits.MaxBytes) return null;
            bytes.Write(buffer.AsSpan(..read));
        }

        return bytes.ToArray();
    }

    /// <summary>One file may be shown several times with different cropping.</summary>
    string Free(string name)
    {
        var free = name;
        for (var number = 2; !names.Add(free); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)}-{number}{Path.GetExtension(name)}");
        return free;
    }

    static bool IsPng(ReadOnlySpan<byte> bytes) => bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..];

    static bool IsJpeg(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xD8, 0xFF, ..];
}
