using System.Net;
using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Programme;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Operations.Failures;

/// <summary>What cannot be read is written anew by what it was made from.</summary>
public sealed class UnreadableMendedTests
{
    [Fact]
    public async Task A_file_of_the_programme_mends_the_row_of_a_session_that_it_names()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PutAsync(Containers.Programme, "2027.yaml", ProgrammeFiles.With());
        var store = stage.Service<ProgrammeStore>();
        await Stage.EventuallyAsync(async () => (await store.AllAsync(CancellationToken.None)).Count == 1);
        var good = (await store.AllAsync(CancellationToken.None))[0].Session;
        await stage.Service<TableServiceClient>().GetTableClient(Tables.Sessions).UpdateEntityAsync(
            new TableEntity("programme", good.Id.Value) { ["Seats"] = "viele" }, ETag.All);
        Assert.Empty(await store.AllAsync(CancellationToken.None));

        await stage.PutAsync(Containers.Programme, "2027.yaml", ProgrammeFiles.With());

        await Stage.EventuallyAsync(async () => (await store.AllAsync(CancellationToken.None)) is [{ Session: var mended }]
            && mended.Seats == good.Seats);
    }

    [Fact]
    public async Task A_spoiled_entry_of_a_document_is_published_anew()
    {
        await using var stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await stage.PlanAsync(October);
        await stage.PutNotesAsync("Was wir besprochen haben.");
        await stage.PdfWithAsync("besprochen");
        await stage.Service<TableServiceClient>().GetTableClient(Tables.Documents).UpdateEntityAsync(
            new TableEntity("2026", October.Id.Value) { ["Pages"] = "viele" }, ETag.All);
        Assert.Equal(HttpStatusCode.OK, (await stage.Http.GetAsync("/dokumentation")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.PageAsync()).StatusCode);

        await stage.FireAsync("ReconcileDocumentation");

        await stage.PdfWithAsync("besprochen");
    }
}
