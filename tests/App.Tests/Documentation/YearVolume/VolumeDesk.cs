using System.Net;
using Azure.Storage.Blobs;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Documentation.YearVolume;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using UglyToad.PdfPig;

namespace ThaffFunctions.Tests.Documentation.YearVolume;

/// <summary>A year of two sessions, what staff do with it, and what visitors see of its volume.</summary>
static class VolumeDesk
{
    public const int Year = 2026;

    public static readonly Session October = TestSessions.October;

    public static readonly Session November = TestSessions.October with
    {
        Id = SessionId.Parse("2026-11-ausbildung")!.Value,
        Title = "Ausbildung gewinnt",
        Start = TestSessions.October.Start.AddDays(35),
        End = TestSessions.October.End.AddDays(35),
    };

    /// <summary>Nothing happens by itself.</summary>
    public static readonly Dictionary<string, string> ByHand = new()
    {
        ["AzureWebJobs.ScheduleNotes.Disabled"] = "true",
        ["AzureWebJobs.PublishDocumentation.Disabled"] = "true",
        ["AzureWebJobs.PublishYearVolume.Disabled"] = "true",
    };

    public static async Task PlanYearAsync(this Stage stage)
    {
        await stage.PlanAsync(October);
        await stage.PlanAsync(November);
    }

    public static Task PutNotesAsync(this Stage stage, Session session, string text, string file = "notes.md") =>
        stage.PutAsync(Containers.Notes, $"{session.Id}/{file}", text);

    public static Task PutForewordAsync(this Stage stage, string text, string file = "vorwort.md") =>
        stage.PutAsync(Containers.Notes, $"{Year}/{file}", text);

    public static Task DeleteAsync(this Stage stage, string name) =>
        stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Notes).DeleteBlobAsync(name);

    public static Task PublishAsync(this Stage stage, Session session) =>
        stage.Service<SessionPublisher>().PublishAsync(session.Id, TimeSpan.Zero, CancellationToken.None);

    /// <summary>Makes the volume of what is there now, without message and quiet time.</summary>
    public static Task PublishVolumeAsync(this Stage stage, int year = Year) => stage.Service<Publisher>().PublishAsync(
        VolumePlan.PathOf(year), stop => stage.Service<VolumeSources>().FindAsync(year, stop), stage.Service<VolumeEditor>().EditAsync,
        TimeSpan.Zero, CancellationToken.None);

    public static Task<HttpResponseMessage> VolumeAsync(this Stage stage, int year = Year) =>
        stage.Http.GetAsync($"/dokumentation/{year}/jahresdokumentation.pdf");

    /// <summary>The volume as it is served; null if none is.</summary>
    public static async Task<byte[]?> VolumeBytesAsync(this Stage stage, int year = Year) =>
        await stage.VolumeAsync(year) is { StatusCode: HttpStatusCode.OK } answer ? await answer.Content.ReadAsByteArrayAsync() : null;

    public static async Task<string> VolumeTextAsync(this Stage stage) => NotesDesk.TextOf((await stage.VolumeBytesAsync())!);

    /// <summary>The volume, once its text has these words.</summary>
    public static Task<byte[]> VolumeWithAsync(this Stage stage, params string[] words) => Stage.EventuallyAsync(async () =>
        await stage.VolumeBytesAsync() is { } bytes && NotesDesk.TextOf(bytes) is var text
            && words.All(word => text.Contains(word, StringComparison.Ordinal)) ? bytes : null);

    /// <summary>The headings of the first level.</summary>
    public static IReadOnlyList<string> PartsOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.TryGetBookmarks(out var bookmarks) ? [.. bookmarks.Roots.Select(node => node.Title)] : [];
    }
}
