using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using CsCheck;
using ThaffFunctions.Demonstration;
using ThaffFunctions.Programme;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Tests.Demonstration;

public sealed class DemonstrationTests
{
    static readonly Dictionary<string, string> Enabled = new() { ["Demonstration:Enabled"] = "true" };

    [Fact]
    public void On_every_day_of_every_year_it_is_a_year_around_that_day() =>
        Gen.Int[0, 3000].Select(new DateOnly(2025, 1, 1).AddDays).Sample(today =>
        {
            var file = ProgrammeFile.Read("d.yaml", Encoding.UTF8.GetBytes(DemonstrationYear.Programme(today)));
            var dates = file.Sessions.Select(session => Berlin.Date(session.Start)).ToList();

            Assert.Empty(file.Problems);
            Assert.Equal(12, file.Sessions.Count);
            Assert.Equal(dates.Order(), dates);
            Assert.Equal(12, dates.Select(date => (date.Year, date.Month)).Distinct().Count());
            Assert.Equal(5, dates.Count(date => date < today));
            Assert.InRange(dates[5].DayNumber - today.DayNumber, 7, 14);
            Assert.Equal([60, 6], file.Sessions.Skip(5).Take(2).Select(session => session.Seats));
            Assert.All(file.Sessions.Skip(5).Take(2),
                session => Assert.True(Berlin.Date(session.RegistrationOpens) < today && Berlin.Date(session.RegistrationCloses) > today));
            Assert.DoesNotContain(DemonstrationYear.Notes(today),
                note => note.Name.EndsWith(".md", StringComparison.Ordinal) && note.Content.Contains((byte)'@'));
            Assert.All(DemonstrationYear.Notes(today),
                note => Assert.Contains(SessionId.Parse(note.Name.Split('/')[0]),
                    file.Sessions.Take(5).Select(session => (SessionId?)session.Id)));
        });

    [Fact]
    public async Task An_empty_programme_is_filled_before_the_first_visitor_comes()
    {
        await using var stage = await Stage.OpenAsync(settings: Enabled);

        var sessions = JsonDocument.Parse(await stage.Http.GetStringAsync("/programm.json")).RootElement.GetProperty("sessions")
            .EnumerateArray().ToList();

        Assert.Equal(12, sessions.Count);
        Assert.Equal("open", sessions[5].GetProperty("registration").GetString());
        Assert.Equal("open", sessions[6].GetProperty("registration").GetString());
        Assert.True(await stage.Service<BlobServiceClient>().GetBlobContainerClient("programme").GetBlobClient("demonstration.yaml")
            .ExistsAsync());
    }

    [Fact]
    public async Task The_notes_of_the_demonstration_fill_the_register_and_leave_staff_nothing_to_mend()
    {
        await using var stage = await Stage.OpenAsync(settings: new(Enabled) { ["Documentation:QuietSeconds"] = "1" });

        await Stage.EventuallyAsync(async () => (await stage.Service<ThaffFunctions.Insights.InsightQuery>().AllAsync(default)).Count == 5);

        var stages = (await stage.Service<ThaffFunctions.Insights.InsightQuery>().AllAsync(default)).SelectMany(session => session.Insights)
            .Select(insight => insight.Progress.Stage);
        Assert.Equal(3, stages.Distinct().Count());
        Assert.DoesNotContain(await stage.MailsAsync(),
            mail => mail.Subject.Contains("Hinweisen", StringComparison.Ordinal)
                || mail.Subject.Contains("nicht übernommen", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(13)]
    public async Task Whenever_it_is_started_the_next_invitation_can_be_sent_at_once_and_only_once(int hour)
    {
        await using var stage = await Stage.OpenAsync(new(2026, 11, 23, hour, 0, 0, TimeSpan.Zero), Enabled);

        for (var n = 0; n < 3; n++) await stage.FireAsync("SendDueCampaigns");

        await Stage.EventuallyAsync(async () => (await InvitationsAsync()).Count == 8);
        await stage.FireAsync("SendDueCampaigns");
        Assert.Equal(8, (await InvitationsAsync()).Select(mail => mail.To).Distinct().Count());

        async Task<List<SentMail>> InvitationsAsync() =>
            [.. (await stage.MailsAsync()).Where(mail => mail.Headers.ContainsKey("List-Unsubscribe"))];
    }

    [Fact]
    public async Task A_programme_that_is_there_is_left_alone()
    {
        var storage = await StorageEmulator.NewAccountAsync();
        await using (var stage = await Stage.OpenAsync(storage: storage))
        {
            await stage.PutAsync("programme", "2027.yaml", Programme.ProgrammeFiles.With());
            await Stage.EventuallyAsync(async () => (await stage.Service<ProgrammeQuery>().AllAsync(default)).Count == 1);
        }

        await using var again = await Stage.OpenAsync(settings: Enabled, storage: storage);

        Assert.Single(await again.Service<ProgrammeQuery>().AllAsync(default));
    }

    [Fact]
    public async Task No_demonstration_is_loaded_where_none_is_asked_for()
    {
        await using var stage = await Stage.OpenAsync();

        Assert.Empty(await stage.Service<ProgrammeQuery>().AllAsync(default));
    }
}
