using AccessiblePdf;
using AccessiblePdf.Model;
using Microsoft.Extensions.Options;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>
/// Reads the logo that stands beside a foreword or a report. A cover without it is better than none, so what is wrong with it is only told.
/// </summary>
public sealed class LogoReader(NotesStore store, IOptions<SiteOptions> site)
{
    /// <summary>
    /// No logo if the text shows the same picture, or if the file was replaced since it was listed: its own event has the document made
    /// again.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shown">The pictures of the text.</param>
    public async Task<Logo> ReadAsync(NotesFolder folder, IReadOnlyList<Picture> shown, CancellationToken cancellation)
    {
        switch (folder.PrintableLogos)
        {
            case [] when folder.Logos is [var other, ..]:
                return Refused(other, $"Ein Logo mit der Endung „{Path.GetExtension(other.Name).ToLowerInvariant()}“ lässt sich nicht "
                    + "drucken. Erwartet wird PNG oder JPEG.");
            case []: return Logo.None;
            case [var file]: return await ReadAsync(folder, file, shown, cancellation);
            case var several:
                var names = string.Join(", ", several.Select(file => $"„{file.Name}“"));
                return Refused(several[0], $"Im Ordner liegen mehrere Logos: {names}.");
        }
    }

    async Task<Logo> ReadAsync(NotesFolder folder, NotesFile file, IReadOnlyList<Picture> shown, CancellationToken cancellation)
    {
        if (file.Bytes > PictureLimits.MaxBytes) return Refused(file, PictureLimits.TooLarge);
        if (await store.ReadAsync(folder.Name, file, cancellation) is not { } bytes) return Logo.None;

        try
        {
            var image = PublishedImage.From(bytes).Bytes;
            return shown.Any(picture => picture.Bytes.Span.SequenceEqual(image.Span)) ? Logo.None
                : new(new() { Image = image, AlternativeText = $"Logo: {site.Value.Operator.Name}" }, []);
        }
        catch (InvalidDocumentException refused)
        {
            return Refused(file, Refusals.TextOf(refused));
        }
    }

    static Logo Refused(NotesFile file, string problem) => new(null, [new(file, Without(problem))]);

    static string Without(string problem) => $"{problem} Das Titelblatt erscheint ohne Logo.";
}
