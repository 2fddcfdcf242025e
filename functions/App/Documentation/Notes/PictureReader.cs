using AccessiblePdf;
using AccessiblePdf.Model;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>Downloads the pictures that notes show, and converts them to what may be published.</summary>
public sealed class PictureReader(NotesStore store)
{
    /// <summary>Null if a file was changed while it was being read.</summary>
    public async Task<FoundPictures?> ReadAsync(NotesFolder folder, IEnumerable<ShownPicture> shown, CancellationToken cancellation)
    {
        Dictionary<string, Picture> byAddress = [];
        Dictionary<NotesFile, Picture> byFile = [];
        List<FileRemark> unusable = [];
        var (left, pixelsLeft) = (PictureLimits.MaxBytesTogether, PictureLimits.MaxPixelsTogether);
        foreach (var (address, line) in shown.DistinctBy(picture => picture.Address))
        {
            if (folder.Find(address) is not { } file || unusable.Any(remark => remark.File == file)) continue;

            if (byFile.GetValueOrDefault(file) is not { } picture)
            {
                if (file.Bytes > PictureLimits.MaxBytes || (left -= file.Bytes) < 0)
                {
                    unusable.Add(Remark(file, line, PictureLimits.TooLarge + " Bitte verkleinert ablegen."));
                    continue;
                }

                if (pixelsLeft < 0)
                {
                    unusable.Add(Remark(file, line, PictureLimits.TooManyPixels + " Bitte verkleinert ablegen."));
                    continue;
                }

                if (await store.ReadAsync(folder.Name, file, cancellation) is not { } bytes) return null;

                try
                {
                    var published = PublishedImage.From(bytes);
                    pixelsLeft -= (long)published.Width * published.Height;
                    picture = byFile[file] = new(Composed.Of(file.Name), published.MediaType, published.Width, published.Height,
                        published.Bytes);
                }
                catch (InvalidDocumentException refused)
                {
                    unusable.Add(Remark(file, line, Refusals.TextOf(refused)));
                    continue;
                }
            }

            byAddress[address] = picture;
        }

        return new(byAddress, unusable);
    }

    /// <summary>Why a picture cannot be published, as a German sentence; null if it can.</summary>
    public static string? ProblemOf(byte[] bytes)
    {
        try
        {
            PublishedImage.From(bytes);
            return null;
        }
        catch (InvalidDocumentException refused)
        {
            return Refusals.TextOf(refused);
        }
    }

    static FileRemark Remark(NotesFile file, int line, string text) => new(file, $"{text} Die Mitschrift zeigt es in Zeile {line}.");
}
