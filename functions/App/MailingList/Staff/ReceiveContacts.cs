using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.MailingList.Import;
using ThaffFunctions.Staff;

namespace ThaffFunctions.MailingList.Staff;

/// <summary>
/// A list of contacts handed in on the page. One that can be read goes where those lie that come by other ways, and the same import reads
/// it; so it may take its time.
/// </summary>
public sealed class ReceiveContacts(ContactImport import, ListPages pages, StaffArea staff, TimeProvider clock)
{
    const string Route = FindSubscriber.Route + "/einlesen";
    public const string Path = "/" + Route;

    [Function(nameof(ReceiveContacts))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        staff.ActAsync<ListPage>(request, post => PutAsync(post, cancellation), async post => await pages.PageAsync(post, cancellation),
            cancellation);

    async Task<StaffDone?> PutAsync(StaffPost post, CancellationToken cancellation)
    {
        if (post.Body.Files is not [var file])
        {
            post.Problems.Add("datei", "Bitte wählen Sie eine Datei aus.");
            return null;
        }

        var name = ContactReport.Stored(NameOf(file), clock.GetUtcNow());
        post.Problems.Add("datei", await PutAsync(name, file, cancellation));
        return post.Problems.Any ? null : new(FindSubscriber.Path,
            "Die Datei wird eingelesen. Der Bericht steht unter „Zuletzt eingelesen“; laden Sie die Seite dafür neu.", "Kontakte eingelesen",
            $"Datei {name}");
    }

    /// <returns>What is wrong; null if it lies there.</returns>
    async Task<string?> PutAsync(string name, IFormFile file, CancellationToken cancellation)
    {
        if (file.Length > ContactFile.MaxBytes) return ContactFile.TooLarge.Problem!.Text;

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        if (ContactFile.Read(name, content.ToArray()).Problem is { } problem) return problem.ToString();

        try
        {
            return await import.TryPutAsync(name, content.ToArray(), cancellation) ? null : "Bitte versuchen Sie es in einer Sekunde noch einmal.";
        }
        catch (RequestFailedException refused) when (refused.Status == 403)
        {
            return "Die Anwendung darf hier keine Dateien ablegen. Bitte legen Sie die Datei in den Container „kontakte“.";
        }
    }

    /// <summary>Without folders, and of characters that every way takes.</summary>
    static string NameOf(IFormFile file) => new([.. System.IO.Path.GetFileName(file.FileName.Replace('\\', '/'))
        .Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or ' ' ? letter : '-').TakeLast(100)]);
}
