using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation.GoodPractice;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.YearVolume;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Documentation.Staff;

/// <summary><c>/redaktion/dokumentation</c>: the documents of a year and how they stand.</summary>
public sealed class ListDocuments(ProgrammeQuery programme, PublishedStore store, StaffArea staff, TimeProvider clock)
{
    internal const string Route = "redaktion/dokumentation";
    public const string Path = "/" + Route;

    [Function(nameof(ListDocuments))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        var today = Berlin.Date(clock.GetUtcNow());
        var year = int.TryParse(request.Query["jahr"], NumberStyles.None, CultureInfo.InvariantCulture, out var chosen)
            && chosen is >= 2000 and < 2100 ? chosen : today.Year;
        var sessions = await programme.AllAsync(cancellation);
        var entries = (await store.SessionsAsync(cancellation, year)).ToDictionary(entry => entry.Path.Name);
        var volume = await store.FindAsync(VolumePlan.PathOf(year), cancellation);
        var report = await store.FindAsync(ReportEditor.Path, cancellation);
        return await staff.ShowAsync(new DocumentsModel(
            staff.FrameOf(request), year,
            [.. sessions.Select(session => session.Id.Year).Append(today.Year).Append(year).Distinct().OrderDescending()],
            [
                .. sessions.Where(session => session.Id.Year == year && !session.IsCancelled).Select(session =>
                    RowOf(session.Id.Value, session.Title, session.Start, entries.GetValueOrDefault(session.Id.Value))),
                RowOf($"{year}", $"{VolumePdf.TitleOf(year)}, mit Vorwort", null, volume, DocumentWords.OfVolume(volume)),
                RowOf(ReportEditor.Folder, ReportEditor.CalledByStaff, null, report),
            ]));
    }

    static (string, string, DateTimeOffset?, string, int) RowOf(
        string folder, string title, DateTimeOffset? day, DocumentEntry? entry, string? state = null) =>
        (folder, title, day, state ?? DocumentWords.Of(DocumentWords.StateOf(entry), entry?.Edition is not null),
            entry?.Remarks.Count ?? 0);
}
