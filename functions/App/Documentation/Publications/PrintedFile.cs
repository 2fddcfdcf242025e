using AccessiblePdf;
using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Publications;

/// <summary>A PDF of any size, written to a file that disappears when it is closed: memory holds what is being set, not what is done.</summary>
/// <param name="Content">The file, at its beginning.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Warnings">What staff should look at.</param>
sealed record PrintedFile(Stream Content, int Pages, IReadOnlyList<PdfWarning> Warnings)
{
    const int Buffer = 64 * 1024;

    /// <summary>For a small one: all of it, and the file is closed.</summary>
    public async Task<byte[]> TakeAsync(CancellationToken cancellation)
    {
        await using (Content) return (await BinaryData.FromStreamAsync(Content, cancellation)).ToArray();
    }

    /// <summary>Does what comes before the file is handed on: if that fails, nobody else would close it.</summary>
    public async Task KeepWhileAsync(Func<Task> doing)
    {
        try
        {
            await doing();
        }
        catch
        {
            await Content.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="InvalidDocumentException">The document cannot become an accessible file.</exception>
    public static PrintedFile Of(AccessibleDocument document)
    {
        var name = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(name, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Buffer, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var written = PdfWriter.Write(document, file);
            file.Position = 0;
            return new(file, written.Pages, written.Warnings);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
