using ThaffFunctions.Mail;
using ThaffFunctions.MailingList;
using ThaffFunctions.Shared;
using ThaffFunctions.Tests.MailingList;
using static ThaffFunctions.Tests.Mail.Events.EventPosts;

namespace ThaffFunctions.Tests.Mail.Events;

/// <summary>What SendGrid tells about an address ends what is sent to it.</summary>
public sealed class SuppressingEventsTests : IAsyncLifetime
{
    EventPosts posts = null!;

    Stage Stage => posts.Stage;

    public async Task InitializeAsync() => posts = await EventPosts.OpenAsync();

    public async Task DisposeAsync() => await posts.DisposeAsync();

    [Theory]
    [InlineData("bounce", "bounce", null, true, true)]
    [InlineData("bounce", null, null, true, true)]
    [InlineData("bounce", "blocked", null, false, false)]
    [InlineData("dropped", null, "Bounced Address", true, true)]
    [InlineData("dropped", null, "Invalid", true, true)]
    [InlineData("dropped", null, "Spam Reporting Address", false, true)]
    [InlineData("dropped", null, "Unsubscribed Address", false, true)]
    [InlineData("dropped", null, "Spam Content (if Spam Checker app is enabled)", false, false)]
    [InlineData("spamreport", null, null, false, true)]
    [InlineData("unsubscribe", null, null, false, true)]
    [InlineData("group_unsubscribe", null, null, false, true)]
    [InlineData("deferred", null, null, false, false)]
    [InlineData("delivered", null, null, false, false)]
    public async Task Some_events_say_that_an_address_must_not_be_mailed(string name, string? type, string? reason, bool everything,
        bool mailingList)
    {
        await posts.PostAsync(posts.Event(name, await posts.SendingAsync(), type: type, reason: reason));

        Assert.Equal((everything, mailingList),
            (await IsSuppressedAsync(SuppressionScope.Everything), await IsSuppressedAsync(SuppressionScope.MailingList)));
    }

    [Theory]
    [InlineData("bounce", "bounce")]
    [InlineData("spamreport", null)]
    [InlineData("unsubscribe", null)]
    public async Task A_hard_bounce_or_a_complaint_ends_the_subscription_and_its_proof_follows_the_period(string name, string? type)
    {
        await Stage.AddActiveAsync(Ada);
        var sent = posts.Event(name, await posts.SendingAsync(), type: type);

        await posts.PostAsync(sent);
        await posts.PostAsync(sent);

        var subscriber = await Stage.SubscriberAsync(Ada);
        Assert.Equal((SubscriberState.Left, Stage.Clock.GetUtcNow()), (subscriber!.State, subscriber.LeftAt!.Value));
        Assert.Single(await Stage.ConsentsAsync(Ada));
        Stage.Clock.SetUtcNow(Stage.Clock.GetUtcNow().AddYears(4)); // three, from the end of the year
        await Stage.FireAsync("EraseProofs");
        Assert.Null(await Stage.SubscriberAsync(Ada));
    }

    [Fact]
    public async Task Of_a_sign_up_whose_mailbox_does_not_exist_nothing_is_kept()
    {
        await Stage.SubscribeAsync(Ada);
        await Stage.ConfirmationAsync(Ada);

        await posts.PostAsync(posts.Event("bounce", await posts.SendingAsync(), type: "bounce"));

        Assert.Null(await Stage.SubscriberAsync(Ada));
    }

    [Fact]
    public async Task A_full_mailbox_ends_nothing()
    {
        await Stage.AddActiveAsync(Ada);

        await posts.PostAsync(posts.Event("bounce", await posts.SendingAsync(), type: "blocked"));

        Assert.Equal(SubscriberState.Active, (await Stage.SubscriberAsync(Ada))!.State);
    }

    [Fact]
    public async Task An_event_that_comes_twice_counts_once()
    {
        var left = posts.Event("unsubscribe", await posts.SendingAsync());
        await posts.PostAsync(left);
        // subscribed again
        await Stage.Service<Suppression>().AllowMailingListAsync(EmailAddress.Stored("Ada@firma.example"), CancellationToken.None);

        await posts.PostAsync(left);

        Assert.False(await IsSuppressedAsync(SuppressionScope.MailingList));
    }

    [Fact]
    public async Task A_new_consent_does_not_bring_back_a_mailbox_that_does_not_exist()
    {
        await posts.PostAsync(posts.Event("bounce", await posts.SendingAsync()));

        await Stage.Service<Suppression>().AllowMailingListAsync(EmailAddress.Stored(Ada), CancellationToken.None);

        Assert.True(await IsSuppressedAsync(SuppressionScope.MailingList));
    }

    Task<bool> IsSuppressedAsync(SuppressionScope scope) =>
        Stage.Service<Suppression>().IsSuppressedAsync(EmailAddress.Stored("ADA@firma.example"), scope, CancellationToken.None);
}
