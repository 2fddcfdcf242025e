using AccessiblePdf;
using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>A PDF in a temporary file that is deleted when it is closed, so that even a large PDF needs little memory.</summary>
/// <param name="Content">The file, positioned at its beginning.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Warnings">What staff should look at.</param>
sealed record PrintedFile(Stream Content, int Pages, IReadOnlyList<PdfWarning> Warnings) : IAsyncDisposable
{
    const int Buffer = 64 * 1024;

    /// <summary>Reads the whole file into memory and closes it; for small files only.</summary>
    public async Task<byte[]> TakeAsync(CancellationToken cancellation)
    {
        await using (Content) return (await BinaryData.FromStreamAsync(Content, cancellation)).ToArray();
    }

    /// <summary>Runs an action before the file is passed on to its next owner; closes the file if the action fails.</summary>
    public async Task KeepWhileAsync(Func<Task> doing)
    {
        try
        {
            await doing();
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();

    /// <exception cref="InvalidDocumentException">The document cannot be written as an accessible PDF.</exception>
    public static PrintedFile Of(AccessibleDocument document)
    {
        var name = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        const FileOptions Temporary = FileOptions.DeleteOnClose | FileOptions.Asynchronous;
        var file = new FileStream(name, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Buffer, Temporary);
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
