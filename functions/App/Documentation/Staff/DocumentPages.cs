using Azure;
using Microsoft.AspNetCore.Http;
using ThaffFunctions.Documentation.GoodPractice;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.YearVolume;
using ThaffFunctions.Insights.Reading;
using ThaffFunctions.NotesReading;
using ThaffFunctions.NotesReading.Languages;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Documentation.Staff;

/// <summary>Collects what the page of one document shows, and takes its forms.</summary>
public sealed class DocumentPages(DocumentFolders places, NotesStore notes, NotesReader reader, PublishedStore store, StaffArea staff)
{
    const string MayNot =
        "Die Anwendung darf hier keine Dateien ablegen (Einstellung staffUploads). Bitte legen Sie die Dateien in den Container „notes“.";

    /// <summary>
    /// Within this time a change is being read; later the page tells what there is: not every file of a folder makes a new version.
    /// </summary>
    static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <summary>Storage tells the times of files in whole seconds, those of rows exactly.</summary>
    static readonly TimeSpan FileTimes = TimeSpan.FromSeconds(1);

    internal Task<DocumentFolder?> FindAsync(string folder, CancellationToken cancellation) => places.FindAsync(folder, cancellation);

    /// <summary>Takes a form about the document of a folder; where the app may not write the files, the page says so.</summary>
    internal async Task<IResult> ActAsync(
        HttpRequest request, string folder, Func<StaffPost, DocumentFolder, Task<StaffDone?>> act, CancellationToken cancellation)
    {
        if (await FindAsync(folder, cancellation) is not { } place)
            return await staff.ShowMissingAsync(request, OpenDocument.NoFolder);

        SecurityHeaders.LetOwnScriptRun(request.HttpContext.Response.Headers);
        return await staff.ActAsync<DocumentPage>(request, async post =>
        {
            try
            {
                return await act(post, place);
            }
            catch (RequestFailedException refused) when (refused.Status == 403)
            {
                post.Problems.Add("inhalt", MayNot);
                return null;
            }
        }, async post =>
        {
            var page = await PageAsync(post.Frame, place, post.Problems, cancellation);
            return post[ReceiveFiles.Then] is { Length: > 0 } then ? page with { AsDraft = then == ReceiveFiles.AsDraft } : page;
        }, cancellation);
    }

    internal async Task<DocumentModel> PageAsync(
        StaffFrame frame, DocumentFolder place, FieldProblems problems, CancellationToken cancellation)
    {
        var entry = await store.FindAsync(place.Document, cancellation);
        var folder = await notes.FindAsync(place.Folder, cancellation);
        var files = folder.FindTexts(place.NotesName).ToList();
        var state = StateOf(place, entry, folder, files);
        return new(frame, place.Folder, place.Title, place.NotesName, state, problems)
        {
            NotBefore = place.NotBefore,
            PublicPath = entry?.Edition is null ? null : place.PublicPath,
            HasPreview = entry?.Preview is not null && state == DocumentState.Draft,
            AsDraft = entry?.Edition is null,
            Remarks = state == DocumentState.Waiting ? [] : entry?.Remarks ?? [],
            TakesMaterial = place.TakesMaterial,
            Files = [.. folder.Files.OrderBy(file => file.Name, StringComparer.OrdinalIgnoreCase)],
            Notes = files,
            HasPage = files.Count == 1 && state is not DocumentState.Refused,
        };
    }

    /// <summary>Title and content of the notes as they are now, published or not; null if they cannot be read.</summary>
    internal async Task<(string Title, NotesContent Content)?> ReadAsync(DocumentFolder place, CancellationToken cancellation)
    {
        var folder = await notes.FindAsync(place.Folder, cancellation);
        if (folder.FindTexts(place.NotesName).ToList() is not [var file]
            || await reader.ReadAsync(folder, file, place.Title, cancellation)
                is not NotesReadResult.Done { Content: var content, Head: var head } read)
            return null;

        if (place.IsForeword) return (place.Title, content with { Blocks = [.. VolumePdf.ForewordOf(read)] });
        if (place.Document != ReportEditor.Path)
            return (head.Title ?? place.Title, content with { Blocks = InsightSections.Of(content.Blocks).Boxed });

        var report = GoodPracticeReport.Of(head.Title, content.Within(LanguageTag.German).Blocks);
        return (report.Title, content with { Blocks = ReportLayout.Of(report) });
    }

    /// <summary>
    /// A volume is public without a foreword: of a year's folder the foreword alone counts. Notes that came after the entry was saved wait,
    /// however long that takes: nobody decides about a version that was not shown.
    /// </summary>
    static DocumentState StateOf(DocumentFolder place, DocumentEntry? entry, NotesFolder folder, List<NotesFile> files)
    {
        if (files.Count == 0 && !(folder.Files.Count > 0 && entry?.Remarks.Count > 0)) return DocumentState.None;
        if (entry is null || files.Exists(file => entry.Saved < file.Changed)
            || entry.Saved < folder.Changed + FileTimes && (entry.Handled == NotesFolder.NoNotes || folder.Rested < Soon))
            return DocumentState.Waiting;
        if (!place.IsForeword) return DocumentWords.StateOf(entry);

        return entry.Preview is not null ? DocumentState.Draft
            : entry.Edition?.Version == entry.Handled && !files.TrueForAll(file => file.IsDraft == true)
            ? DocumentState.Public : DocumentState.Refused;
    }
}
