using static ThaffFunctions.Tests.Registration.Changes.ChangeDesk;

namespace ThaffFunctions.Tests.Registration.Changes;

/// <summary>Who was not told of a change yet need not be told that it was taken back.</summary>
public sealed class ChangeTakenBackTests
{
    [Fact]
    public async Task A_change_that_is_taken_back_before_its_mail_sends_none()
    {
        await using var stage = await OpenAsync();
        await stage.PlanAsync(Cancelled);
        stage.Clock.Advance(TimeSpan.FromMinutes(5));
        await stage.PlanAsync(Planned with { Revision = 2 });

        await TickAsync(stage, Together);

        Assert.Empty(await ChangesAsync(stage));
    }

    [Theory]
    [InlineData(0)] // nothing went out yet
    [InlineData(1)] // the mail service had refused the mail for now
    public async Task A_change_that_is_taken_back_while_its_mail_waits_sends_none(int tries)
    {
        await using var stage = await OpenAsync(Slow);
        await DeliverAsync(stage);
        await stage.PlanAsync(Moved);
        await TickAsync(stage, Together, isSettled: false);
        var mails = await UnsettledAsync(stage);
        if (tries > 0) await Mail.TestMails.FailAsync(stage, "500", tries * mails.Count);
        for (var tried = 0; tried < tries; tried++)
            foreach (var mail in mails) await Mail.TestMails.FailsAsync(stage, "DeliverMail", mail.Id.ToString());
        await stage.PlanAsync(Planned with { Revision = 2 });

        foreach (var mail in mails) await stage.FireAsync("DeliverMail", mail.Id.ToString());
        await TickAsync(stage, Together);

        Assert.Equal(2, mails.Count);
        Assert.Empty(await ChangesAsync(stage));

        await stage.PlanAsync(Moved with { Revision = 3 }); // and so after all: nobody had been told
        await TickAsync(stage, Together, isSettled: false);
        await DeliverAsync(stage);
        Assert.Contains("bisher: Montag, 5. Oktober 2026", Assert.Single(await ChangesAsync(stage, Person.Ada)).Text,
            StringComparison.Ordinal);
    }
}
