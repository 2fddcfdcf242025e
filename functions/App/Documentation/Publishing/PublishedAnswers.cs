using Microsoft.AspNetCore.Http;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>Answers HTTP requests for published documents. The containers themselves are private.</summary>
public sealed class PublishedAnswers(PublishedStore store, PageRenderer pages)
{
    static readonly Message Withdrawn = new(
        "Dokumentation zurückgezogen",
        "Diese Dokumentation wurde zurückgezogen.",
        "Alle anderen finden Sie in der Übersicht der Dokumentation.");

    static readonly Message Revised = new(
        "Dokumentation in Überarbeitung",
        "Diese Dokumentation wird überarbeitet.",
        "Alle anderen finden Sie in der Übersicht der Dokumentation.");

    /// <summary>The page of a document: its stored HTML inside a page component.</summary>
    /// <param name="path">The document; null if the request's address does not name one.</param>
    /// <param name="modelOf">Makes the page's model from the entry and the stored HTML.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="absent">What is said while there is nothing to show; null for the usual words.</param>
    internal async Task<IResult> PageAsync<TPage>(DocumentPath? path, Func<DocumentEntry, string, IModelOf<TPage>> modelOf,
        CancellationToken cancellation, Message? absent = null)
        where TPage : ModelComponent
    {
        var (entry, file) = await OpenAsync(path, (document, version) => document.Page(version), cancellation);
        return file is null
            ? await AbsentAsync(entry, absent)
            : await pages.ShowAsync(modelOf(entry!, await file.ReadTextAsync(cancellation)));
    }

    internal async Task<IResult> PdfAsync(HttpRequest request, DocumentPath? path, string saveAs, CancellationToken cancellation)
    {
        var (entry, file) = await OpenAsync(path, (document, version) => document.Pdf(version), cancellation);
        return file?.ServeTo(request, saveAs) ?? await AbsentAsync(entry);
    }

    internal async Task<IResult> PictureAsync(HttpRequest request, DocumentPath? path, string name, CancellationToken cancellation)
    {
        var (entry, file) = await OpenAsync(path, (document, version) => document.Picture(version, name), cancellation);
        return file?.ServeTo(request, null) ?? await AbsentAsync(entry);
    }

    /// <summary>A file of others: it is saved and never shown, since it can hold anything.</summary>
    internal async Task<IResult> MaterialAsync(HttpRequest request, DocumentPath? path, string name, CancellationToken cancellation)
    {
        var (entry, file) = await OpenAsync(path, (document, version) => document.Material(version, name), cancellation);
        return entry?.Edition?.Materials.Any(material => material.Name == name) == true && file is not null
            ? file.ServeTo(request, name, isDownload: true) : await AbsentAsync(entry);
    }

    async Task<(DocumentEntry? Entry, StoredFile? File)> OpenAsync(
        DocumentPath? path, Func<DocumentPath, string, string> nameIn, CancellationToken cancellation) =>
        path is { } known ? await store.OpenAsync(known, version => nameIn(known, version), cancellation) : default;

    /// <summary>
    /// 410 for the documentation of a session that was withdrawn, for good or while a draft of it waits; 404 for everything else.
    /// </summary>
    Task<IResult> AbsentAsync(DocumentEntry? entry, Message? absent = null) => entry is { IsWithdrawn: true, Path.Session: not null }
        ? pages.ShowAsync(entry.Preview is null ? Withdrawn : Revised, StatusCodes.Status410Gone)
        : pages.ShowAsync(absent ?? Message.NotFound, StatusCodes.Status404NotFound);
}
