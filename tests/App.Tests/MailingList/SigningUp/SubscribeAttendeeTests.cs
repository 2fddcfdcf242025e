using ThaffFunctions.Mail;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.SigningUp;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared;
using ThaffFunctions.Tests.Registration;

namespace ThaffFunctions.Tests.MailingList.SigningUp;

public sealed class SubscribeAttendeeTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Who_ticks_the_newsletter_is_asked_and_who_does_not_is_not()
    {
        await stage.RegisterAsync(Person.Bo);
        await stage.RegisterAsync(Person.Ada, null, ("newsletter", "ja"));

        var link = (await stage.ConfirmationAsync(Person.Ada.Email)).LinkTo("/newsletter/bestaetigen");
        Assert.Equal(SubscriberState.Pending, (await stage.SubscriberAsync(Person.Ada.Email))!.State);
        await stage.ConfirmAsync(link);

        Assert.Equal($"Anmeldung zu {TestSessions.October.Id}, Schnittstelle (JSON)",
            Assert.Single(await stage.ConsentsAsync(Person.Ada.Email)).AskedFrom);
        Assert.Null(await stage.SubscriberAsync(Person.Bo.Email));
    }

    [Fact]
    public async Task The_message_twice_is_one_mail()
    {
        await stage.RegisterAsync(Person.Ada, null, ("newsletter", "ja"));
        await stage.ConfirmationAsync(Person.Ada.Email);
        var key = (await stage.Service<Attendees>().SeatedAsync(TestSessions.October.Id, CancellationToken.None).SingleAsync()).Key;

        await stage.FireAsync("SubscribeAttendee", $"{TestSessions.October.Id}/{key}");
        await stage.SubscribeAsync("marker@firma.example");
        await stage.ConfirmationAsync("marker@firma.example");

        Assert.Single(await stage.MailsAsync(Person.Ada.Email), mail => mail.Subject.StartsWith("Bitte", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_is_tried_again_and_again_counts_once()
    {
        var optIn = stage.Service<DoubleOptIn>();

        foreach (var occasion in new[] { "a", "a", "a", "a", "b", "c", "d", "a" })
            await optIn.AskAsync(EmailAddress.Stored(Person.Ada.Email), Preferences.Invitations,
                stage.Clock.GetUtcNow(), "Test", Language.German, occasion, default);

        await stage.ConfirmationAsync(Person.Ada.Email, count: 3);
        await stage.SubscribeAsync("marker@firma.example");
        await stage.ConfirmationAsync("marker@firma.example");
        Assert.Equal(3, (await stage.MailsAsync(Person.Ada.Email)).Count);
    }

    [Fact]
    public async Task A_request_beyond_the_days_mails_is_kept_and_any_of_these_mails_confirms_it()
    {
        for (var n = 1; n <= 3; n++) await stage.SubscribeAsync(Person.Ada.Email);
        var link = (await stage.ConfirmationAsync(Person.Ada.Email, count: 3)).LinkTo("/newsletter/bestaetigen");

        await stage.RegisterAsync(Person.Ada, null, ("newsletter", "ja"));
        await Stage.EventuallyAsync(async () =>
            (await stage.SubscriberAsync(Person.Ada.Email))!.Request!.AskedFrom.StartsWith("Anmeldung", StringComparison.Ordinal));
        await stage.ConfirmAsync(link);

        Assert.Equal($"Anmeldung zu {TestSessions.October.Id}, Schnittstelle (JSON)",
            Assert.Single(await stage.ConsentsAsync(Person.Ada.Email)).AskedFrom);
    }

    [Fact]
    public async Task Who_gets_the_newsletter_already_is_not_asked_again()
    {
        await stage.AddActiveAsync(Person.Ada.Email, "jena");
        await stage.RegisterAsync(Person.Ada, null, ("newsletter", "ja"));
        await stage.SubscribeAsync("marker@firma.example");
        await stage.ConfirmationAsync("marker@firma.example");

        var subscriber = await stage.SubscriberAsync(Person.Ada.Email);
        Assert.Null(subscriber!.Request);
        Assert.Single(subscriber.Preferences.Regions);
    }

    [Fact]
    public async Task Who_complained_about_the_newsletter_and_ticks_it_again_is_asked_and_gets_it_again()
    {
        await stage.AddActiveAsync(Person.Ada.Email);
        var suppression = stage.Service<Suppression>();
        await suppression.SuppressAsync(EmailAddress.Stored(Person.Ada.Email), SuppressionScope.MailingList, CancellationToken.None);

        await stage.RegisterAsync(Person.Ada, null, ("newsletter", "ja"));
        await stage.ConfirmAsync((await stage.ConfirmationAsync(Person.Ada.Email)).LinkTo("/newsletter/bestaetigen"));

        Assert.False(await suppression.IsSuppressedAsync(EmailAddress.Stored(Person.Ada.Email), SuppressionScope.MailingList,
            CancellationToken.None));
    }

    [Theory]
    [InlineData("2026-10-unbekannt/unknown")]
    [InlineData("2026-10-sprache-im-betrieb/unknown")]
    public async Task A_message_about_nobody_is_done_with(string message) => await stage.FireAsync("SubscribeAttendee", message);
}
