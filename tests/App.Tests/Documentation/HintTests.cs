namespace ThaffFunctions.Tests.Documentation;

/// <summary>What could be better in notes: told once, and nothing that is not so yet.</summary>
public sealed class HintTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("---\nstatus: entwurf\n---\n")]
    public async Task The_same_hints_are_told_once_whatever_the_programme_changes(string head)
    {
        await stage.PutNotesAsync($"{head}![Plan](fehlt.png)");
        await stage.PublishAsync();
        await stage.PlanAsync(TestSessions.October with { Speakers = ["Jemand Neues"] });
        await stage.PublishAsync();
        await stage.PutNotesAsync($"{head}![Plan](auch-nicht.png)");
        await stage.PublishAsync();

        await Stage.EventuallyAsync(async () =>
            (await MailsAsync("fehlt.png")).Count > 0 && (await MailsAsync("auch-nicht.png")).Count > 0);
        Assert.Single(await MailsAsync("fehlt.png"));
        Assert.Single(await MailsAsync("auch-nicht.png"));
    }

    [Fact]
    public async Task Another_hint_to_the_same_file_is_told()
    {
        await stage.PutNotesAsync("![Plan](eins.png)\n\n![Plan](zwei.png)");
        await stage.PutPictureAsync("eins.png", TestPictures.Png());
        await stage.PublishAsync();
        await stage.DeleteNotesAsync("eins.png");
        await stage.PublishAsync();

        await Stage.EventuallyAsync(async () => (await MailsAsync("eins.png")).Count == 1 && (await MailsAsync("zwei.png")).Count == 2);
    }

    [Fact]
    public async Task Hints_that_are_told_before_all_is_stored_do_not_say_that_it_is()
    {
        await stage.PutNotesAsync("![Plan](fehlt.png)");
        await stage.PublishAsync();

        await Stage.EventuallyAsync(async () =>
            (await MailsAsync("in diesem Augenblick veröffentlicht")) is [{ Subject: var subject }]
                && !subject.Contains("veröffentlicht", StringComparison.Ordinal));
    }

    async Task<List<SentMail>> MailsAsync(string words) =>
        [.. (await stage.MailsAsync("redaktion@thaff.example")).Where(mail => mail.Text.Contains(words, StringComparison.Ordinal))];
}
