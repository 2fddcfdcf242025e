using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Programme.Staff;

/// <summary>
/// <c>/redaktion/termine/datei</c>: a programme file is chosen, its difference is shown, and only then is it put into the container and
/// applied.
/// </summary>
public sealed class ReceiveProgramme(ProgrammeImport import, SessionConsequences consequences, StaffArea staff)
{
    const string Route = "redaktion/termine/datei";
    const string ApplyRoute = Route + "/uebernehmen";
    public const string Path = "/" + Route;
    public const string ApplyPath = "/" + ApplyRoute;

    const string MayNot =
        "Die Anwendung darf hier keine Dateien ablegen (Einstellung staffUploads). Bitte legen Sie die Datei in den Container „programme“.";

    [Function(nameof(ChooseProgrammeFile))]
    public Task<IResult> ChooseProgrammeFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        staff.ShowAsync(new ProgrammeFileModel(staff.FrameOf(request), FieldProblems.None));

    [Function(nameof(CompareProgrammeFile))]
    public Task<IResult> CompareProgrammeFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        staff.AskAsync<ProgrammeFilePage>(request, post => CompareAsync(post, cancellation),
            post => Task.FromResult<IModelOf<ProgrammeFilePage>>(new ProgrammeFileModel(post.Frame, post.Problems)), cancellation);

    [Function(nameof(ReceiveProgramme))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ApplyRoute)] HttpRequest request,
        CancellationToken cancellation) => staff.ActAsync(request, post => ApplyAsync(post, cancellation),
            post => AgainAsync(post, cancellation), cancellation);

    async Task<IResult?> CompareAsync(StaffPost post, CancellationToken cancellation)
    {
        if (post.Body.Files is not [{ } file]) post.Problems.Add("datei", "Bitte wählen Sie eine Datei.");
        else if (file.Length > ProgrammeFile.MaxBytes) post.Problems.Add("datei", ProgrammeFile.TooLarge.Problems[0].Text);
        if (post.Problems.Any) return null;

        using var bytes = new MemoryStream();
        await post.Body.Files[0].CopyToAsync(bytes, cancellation);
        return await staff.ShowAsync(await PageAsync(post, NameOf(post.Body.Files[0].FileName), bytes.ToArray(), cancellation));
    }

    async Task<StaffDone?> ApplyAsync(StaffPost post, CancellationToken cancellation)
    {
        if (await FileOfAsync(post, cancellation) is not ({ } page, { } bytes))
        {
            post.Problems.Add("datei", "Bitte wählen Sie die Datei noch einmal.");
            return null;
        }

        if (page.Preview!.Problems.Count > 0) post.Problems.Add("inhalt", "Die Datei hat Fehler und ändert deshalb nichts.");
        else if (page.Version != post[FormVersion.Field])
            post.Problems.Add("inhalt", "Das Programm hat sich inzwischen geändert. Bitte sehen Sie sich die Unterschiede noch einmal an.");
        if (post.Problems.Any) return null;

        try
        {
            await import.PutAsync(page.Name, bytes, cancellation);
        }
        catch (RequestFailedException refused) when (refused.Status == 403)
        {
            post.Problems.Add("datei", MayNot);
            return null;
        }

        return new(ShowSessions.PathOf(page.Preview.Changes.Select(change => change.After.Session).FirstOrDefault()),
            $"Die Datei ist übernommen: {page.Preview.Told}.", "Programmdatei übernommen", $"Datei {page.Name}");
    }

    async Task<IModelOf<ProgrammeFilePage>> AgainAsync(StaffPost post, CancellationToken cancellation) =>
        (await FileOfAsync(post, cancellation)).Page ?? new ProgrammeFileModel(post.Frame, post.Problems);

    async Task<(ProgrammeFileModel? Page, byte[]? Bytes)> FileOfAsync(StaffPost post, CancellationToken cancellation)
    {
        var bytes = new byte[ProgrammeFile.MaxBytes + 1];
        return Convert.TryFromBase64String(post["inhalt"], bytes, out var length) && length is > 0 and <= ProgrammeFile.MaxBytes
            ? (await PageAsync(post, NameOf(post["name"]), bytes[..length], cancellation), bytes[..length])
            : (null, null);
    }

    async Task<ProgrammeFileModel> PageAsync(StaffPost post, string name, byte[] bytes, CancellationToken cancellation)
    {
        var preview = await import.PreviewAsync(name, bytes, cancellation);
        List<string> warnings = [.. preview.Warnings];
        foreach (var change in preview.Changes)
            if (change.Before is { Session: var before })
                foreach (var consequence in await consequences.OfAsync(before, change.After.Session, cancellation))
                    warnings.Add($"{SessionWarnings.Named(before)}: {consequence}");
        return new(post.Frame, post.Problems)
        {
            Name = name,
            Content = Convert.ToBase64String(bytes),
            Preview = preview with { Warnings = warnings },
        };
    }

    /// <summary>A name without folders that a blob can have.</summary>
    static string NameOf(string typed)
    {
        var name = new string([.. typed.Split('/', '\\')[^1].Where(c => !char.IsControl(c))]).Trim('.', ' ');
        return name.Length > 200 ? name[^200..] : name.Length == 0 ? "programm" : name;
    }
}
