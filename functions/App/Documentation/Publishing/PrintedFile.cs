using AccessiblePdf;
using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>A PDF in a temporary file, which is deleted when it is closed. So a PDF of any size needs little memory.</summary>
/// <param name="Content">The file, at its beginning.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Warnings">What staff should look at.</param>
sealed record PrintedFile(Stream Content, int Pages, IReadOnlyList<PdfWarning> Warnings) : IAsyncDisposable
{
    const int Buffer = 64 * 1024;

    /// <summary>The bytes of a small one; closes the file.</summary>
    public async Task<byte[]> TakeAsync(CancellationToken cancellation)
    {
        await using (Content) return (await BinaryData.FromStreamAsync(Content, cancellation)).ToArray();
    }

    /// <summary>Does what must be done before the file is handed on, and closes the file if that fails.</summary>
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

    /// <exception cref="InvalidDocumentException">The document cannot become an accessible file.</exception>
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
