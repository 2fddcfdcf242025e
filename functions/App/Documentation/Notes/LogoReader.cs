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
    /// <summary>No logo if the file was replaced since it was listed: its own event has the document made again.</summary>
    public async Task<Logo> ReadAsync(NotesFolder folder, CancellationToken cancellation)
    {
        switch (folder.Logos)
        {
            case []: return Logo.None;
            case [var file]: return await ReadAsync(folder, file, cancellation);
            case var several:
                var names = string.Join(", ", several.Select(file => $"„{file.Name}“"));
                return new(null, [.. several.Select(file => new FileRemark(file, Without($"Im Ordner liegen mehrere Logos: {names}.")))]);
        }
    }

    async Task<Logo> ReadAsync(NotesFolder folder, NotesFile file, CancellationToken cancellation)
    {
        if (file.Bytes > PictureLimits.MaxBytes) return Refused(file, PictureLimits.TooLarge);
        if (await store.ReadAsync(folder.Name, file, cancellation) is not { } bytes) return Logo.None;

        try
        {
            return new(new() { Image = PublishedImage.From(bytes).Bytes, AlternativeText = $"Logo: {site.Value.Operator}" }, []);
        }
        catch (InvalidDocumentException refused)
        {
            return Refused(file, Refusals.TextOf(refused));
        }
    }

    static Logo Refused(NotesFile file, string problem) => new(null, [new(file, Without(problem))]);

    static string Without(string problem) => $"{problem} Das Titelblatt erscheint ohne Logo.";
}
