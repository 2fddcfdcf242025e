using System.Net;
using System.Net.Http.Json;
using Azure.Storage.Queues;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Mail;
using ThaffFunctions.Tests.Programme;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Operations.Failures;

public sealed class MeaninglessMessageTests(MeaninglessMessageTests.App app) : IClassFixture<MeaninglessMessageTests.App>
{
    [Theory]
    [InlineData("FollowProgramme")]
    [InlineData("SettleApplication")]
    [InlineData("SubscribeAttendee")]
    [InlineData("ExpandCampaign")]
    [InlineData("NoteFollowUp")]
    [InlineData("DeliverMail")]
    [InlineData("PublishDocumentation")]
    [InlineData("PublishYearVolume")]
    [InlineData("ScheduleNotes")]
    [InlineData("ImportProgramme")]
    public async Task A_message_that_means_nothing_fails_so_that_it_is_kept_and_staff_hear_of_it(string function)
    {
        var answer = await app.Stage.Http.PostAsJsonAsync($"/admin/functions/{function}", new { input = "kein Sinn" });

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task A_message_of_a_wrong_shape_holds_up_none_behind_it()
    {
        await using var stage = await TestMails.OpenAsync();
        await stage.PlanAsync(October);
        var queues = stage.Service<QueueServiceClient>();
        foreach (var queue in Queues.All.Split(';')) await queues.GetQueueClient(queue).SendMessageAsync("kein Sinn");

        var id = await stage.QueueAsync("ada@firma.example");
        await stage.PutNotesAsync("Was wir besprochen haben.");
        await stage.PutAsync(Containers.Programme, "2027.yaml", ProgrammeFiles.With());

        await stage.ReachesAsync(id, DeliveryState.Delivered);
        await stage.PdfWithAsync("besprochen");
        await Stage.EventuallyAsync(async () => (await stage.Service<ProgrammeQuery>().AllAsync(CancellationToken.None)).Count == 2);
    }

    public sealed class App : IAsyncLifetime
    {
        public Stage Stage { get; private set; } = null!;

        public async Task InitializeAsync() => Stage = await Stage.OpenAsync();

        public async Task DisposeAsync() => await Stage.DisposeAsync();
    }
}
