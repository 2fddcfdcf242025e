using System.Net;
using System.Net.Http.Json;

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

    public sealed class App : IAsyncLifetime
    {
        public Stage Stage { get; private set; } = null!;

        public async Task InitializeAsync() => Stage = await Stage.OpenAsync();

        public async Task DisposeAsync() => await Stage.DisposeAsync();
    }
}
