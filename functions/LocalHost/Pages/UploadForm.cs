using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ThaffFunctions.LocalHost.Blobs;
using ThaffFunctions.LocalHost.Storage;

namespace ThaffFunctions.LocalHost.Pages;

/// <summary>Puts a file into a watched container by a form, where one has no tool for storage at hand.</summary>
sealed class UploadForm(StartPageSettings settings, PollPauses pauses)
{
    public const string Path = "/_local/upload";

    public static string Html(IReadOnlyList<WatchedContainer> watched) => watched.Count == 0 ? "" : $"""
        <h2 id="upload">Put a file</h2>
        <form method="post" action="{Path}" enctype="multipart/form-data">
        <p><label>Container <select name="container">{string.Concat(watched.Select(one => $"<option>{Page.Text(one.Container)}</option>"))}</select></label>
        <label>folder (optional) <input name="folder" placeholder="2026-03-welcome"></label></p>
        <p><label>File <input type="file" name="file" required></label> <button>Put it</button></p>
        </form>
        """;

    public async Task<IResult> PutAsync(HttpRequest request)
    {
        var stop = request.HttpContext.RequestAborted;
        if (!request.HasFormContentType || await request.ReadFormAsync(stop) is not { Files: [{ FileName.Length: > 0 } file, ..] } form)
            return Page.Show("No file", "<p>Choose a file and send it again.</p>", StatusCodes.Status400BadRequest);
        if (settings.Watched.FirstOrDefault(one => one.Container == form["container"]) is not { } watched)
            return Page.Show("Unknown container", "<p>Only watched containers can be filled here.</p>", StatusCodes.Status400BadRequest);

        var folder = form["folder"].ToString().Trim(' ', '/');
        var name = System.IO.Path.GetFileName(file.FileName);
        if (folder.Length > 0) name = $"{folder}/{name}";
        await using var content = file.OpenReadStream();
        var container = new BlobContainerClient(settings.Storage, watched.Container);
        await container.GetBlobClient(name).UploadAsync(
            content, new BlobUploadOptions { HttpHeaders = new() { ContentType = file.ContentType } }, stop);
        pauses.End(container.Uri);
        return Page.Show("The file is there", $"""
            <p><code>{Page.Text(name)}</code> lies in <code>{Page.Text(watched.Container)}</code>. The change goes to <code>{Page.Text(watched.Queue)}</code>;
            what became of it is told by the output of the host and, where it concerns staff, in the <a href="/_local/mailbox">mailbox</a>.</p>
            """);
    }
}
