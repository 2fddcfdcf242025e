using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Documentation.YearVolume;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Operations.Failures;

/// <summary>Staff hear of what cannot be read, once.</summary>
public sealed class UnreadableToldTests
{
    const string Staff = "redaktion@thaff.example";

    [Fact]
    public async Task Staff_are_told_once_which_row_it_is()
    {
        var storage = await StorageEmulator.NewAccountAsync();
        foreach (var start in new[] { "eins", "zwei" }) // what one process has told the next one does not tell again
        {
            await using var stage = await Stage.OpenAsync(storage: storage);
            await SpoilSessionAsync(stage, "2026-11-kaputt");
            await SpoilSessionAsync(stage, $"2026-12-{start}");

            for (var n = 0; n < 3; n++) Assert.Equal(HttpStatusCode.OK, (await stage.Http.GetAsync("/")).StatusCode);

            await Stage.EventuallyAsync(async () => await MailsSayingAsync(stage, $"sessions: programme / 2026-12-{start}") == 1);
            Assert.Equal(start == "eins" ? 1 : 0, await MailsSayingAsync(stage, "sessions: programme / 2026-11-kaputt"));
            Assert.Single(await stage.MailsAsync(Staff));
        }
    }

    [Fact]
    public async Task What_goes_wrong_while_staff_are_told_keeps_nothing_that_is_found_later_from_being_told()
    {
        var account = await StorageEmulator.NewAccountAsync();
        var fault = new OwnFault();
        var options = new BlobClientOptions();
        options.AddPolicy(fault, HttpPipelinePosition.PerCall);
        await using var stage = await Stage.OpenAsync(
            replace: services => services.AddSingleton(new BlobServiceClient(account, options)), storage: account);
        await SpoilSessionAsync(stage, "2026-11-kaputt");
        await stage.Http.GetAsync("/");
        await Stage.EventuallyAsync(() => Task.FromResult(fault.Struck));
        fault.IsOver = true;

        await SpoilSessionAsync(stage, "2026-12-kaputt");
        await stage.Http.GetAsync("/");

        await Stage.EventuallyAsync(async () => await MailsSayingAsync(stage, "sessions: programme / 2026-12-kaputt") == 1);
    }

    [Fact]
    public async Task A_spoiled_content_is_left_out_of_the_volume_and_staff_hear_of_it()
    {
        await using var stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        var other = October with { Id = SessionId.Parse("2026-10-andere")!.Value };
        foreach (var session in new[] { October, other })
        {
            await stage.PlanAsync(session);
            await stage.PutAsync(Containers.Notes, $"{session.Id}/notes.md", $"Text von {session.Id}.");
            await stage.PublishAsync(session.Id);
        }

        var content = (await stage.EditionFilesAsync()).First(file => file.EndsWith("inhalt.json", StringComparison.Ordinal));
        await stage.PutAsync(Containers.Documentation, content, "kein JSON");
        await stage.PutAsync(Containers.Notes, "2026/vorwort.md", "Ein Vorwort zum Jahr."); // a new volume

        await Stage.EventuallyAsync(async () => await MailsSayingAsync(stage, $"documentation: {content}") == 1);
        var volume = await Stage.EventuallyAsync(async () => await stage.VolumeBytesAsync() is { } bytes
            && NotesDesk.TextOf(bytes) is var text && text.Contains("Ein Vorwort zum Jahr", StringComparison.Ordinal) ? text : null);
        Assert.Contains(other.Id.Value, volume, StringComparison.Ordinal);
        Assert.DoesNotContain($"Text von {October.Id}", volume, StringComparison.Ordinal);
    }

    static async Task SpoilSessionAsync(Stage stage, string id) => await stage.Service<TableServiceClient>()
        .GetTableClient(Tables.Sessions).UpsertEntityAsync(new TableEntity("programme", id) { ["Seats"] = "viele", ["Title"] = "Nur ein Titel" });

    static async Task<int> MailsSayingAsync(Stage stage, string text) =>
        (await stage.MailsAsync(Staff)).Count(mail => mail.Text.Contains(text, StringComparison.Ordinal));

    /// <summary>Something that is no failure of storage, right where it is looked up what was told.</summary>
    sealed class OwnFault : HttpPipelinePolicy
    {
        public bool IsOver { get; set; }

        public bool Struck { get; private set; }

        // nobody waits so
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var isMark = message.Request.Uri.Path.Contains("/unreadable/", StringComparison.Ordinal);
            if (IsOver || !isMark) return ProcessNextAsync(message, pipeline);

            Struck = true;
            throw new InvalidOperationException("a fault of our own");
        }
    }
}
