using System.Globalization;
using Azure.Storage.Blobs;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Shared.Failures;

/// <summary>What is wrong with a file, for people.</summary>
/// <param name="Line">Counted from 1; null where it concerns the whole file.</param>
/// <param name="Field">The field as written in the file; null for none.</param>
/// <param name="Text">What is wrong and what is expected, in German.</param>
public sealed record FileProblem(int? Line, string? Field, string Text);

/// <summary>Files that could not be handled: the list of problems goes to container <c>failed</c>.</summary>
public sealed class FailedFiles(BlobServiceClient blobs, TimeProvider clock)
{
    public async Task ReportAsync(string container, string name, string etag, IReadOnlyList<FileProblem> problems, CancellationToken cancellation)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{container}/{name}/{clock.GetUtcNow():yyyy-MM-dd'T'HH-mm-ss-fff'Z'}.txt");
        var text = string.Join('\n', problems.Select(problem => $"Zeile {problem.Line}, Feld „{problem.Field}“: {problem.Text}"));
        await blobs.GetBlobContainerClient(Containers.Failed).GetBlobClient(path).UploadAsync(BinaryData.FromString(text), cancellation);
    }
}
