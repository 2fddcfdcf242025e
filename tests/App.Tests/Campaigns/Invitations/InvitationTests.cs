using System.Net;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Leaving;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Campaigns.Invitations;

public sealed class InvitationTests : IAsyncLifetime
{
    const string Ada = "ada@werkstatt.example";

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Three_weeks_before_at_nine_active_subscribers_are_invited()
    {
        await stage.AddActiveAsync(Ada);
        await stage.SubscribeAsync("unbestaetigt@firma.example");
        await stage.TickAsync(InvitationDay.AddSeconds(-1));
        Assert.Null(await stage.CampaignAsync(Invitation));

        await stage.TickAsync(InvitationDay);
        await stage.DeliveredAsync(Invitation);

        var mail = Assert.Single(await stage.MailsAsync(), mail => mail.Subject.StartsWith("5. Oktober, 10 Uhr", StringComparison.Ordinal));
        Assert.Equal(("5. Oktober, 10 Uhr: Sprache im Betrieb", Ada), (mail.Subject, mail.To));
        foreach (var body in new[] { WebUtility.HtmlDecode(mail.Html), mail.Text })
        {
            foreach (var fact in new[] { "10:00 bis 12:00 Uhr", "Haus der Wirtschaft, Erfurt", "Sprachförderung", "Dr. Ines Beispiel",
                "/termine/2026-10-sprache-im-betrieb", "/impressum", "/datenschutz" })
                Assert.Contains(fact, body, StringComparison.Ordinal);
            Assert.DoesNotContain("konferenz.example", body, StringComparison.Ordinal);
            Assert.DoesNotContain("%leave%", body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0, "bis Samstag, 3. Oktober 2026.")]
    [InlineData(18, "bis Sonntag, 4. Oktober 2026, 18:00 Uhr.")]
    public async Task Until_midnight_is_told_as_the_day_before(int hour, string told)
    {
        await stage.PlanAsync(October with { RegistrationCloses = Sessions.At(2026, 10, 4, hour) });
        await stage.AddActiveAsync(Ada);

        await stage.TickAsync(InvitationDay);
        await stage.DeliveredAsync(Invitation);

        Assert.Contains($"anmelden können Sie sich {told}", Assert.Single(await stage.MailsAsync(Ada)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_click_in_the_header_or_in_the_mail_leaves_the_list()
    {
        await stage.AddActiveAsync(Ada);
        await stage.TickAsync(InvitationDay);
        await stage.DeliveredAsync(Invitation);
        var mail = Assert.Single(await stage.MailsAsync(Ada));

        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        var header = new Uri(mail.Headers["List-Unsubscribe"].Trim('<', '>')).PathAndQuery;
        Assert.Equal(header, mail.LinkTo("/abmelden"));
        Assert.Contains(WebUtility.HtmlEncode(header), mail.Html, StringComparison.Ordinal);

        var answer = await stage.Http.PostAsync(header, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(SubscriberState.Left, (await stage.SubscriberAsync(Ada))!.State);
    }

    [Fact]
    public async Task Only_those_whose_regions_match_are_invited_to_a_session_on_site()
    {
        await stage.AddActiveAsync("ueberall@firma.example");
        await stage.AddActiveAsync("erfurt@firma.example", "jena", "erfurt");
        await stage.AddActiveAsync("gera@firma.example", "gera");
        var online = await stage.PlanAsync(October with { Id = SessionId.Parse("2026-10-online")!.Value, Place = null, Region = null });

        await stage.TickAsync(InvitationDay);
        var onSite = await stage.DeliveredAsync(Invitation);
        var everywhere = await stage.DeliveredAsync(CampaignId.Invitation(online.Id));

        Assert.Equal((2, 3), (onSite.Count, everywhere.Count));
        Assert.Single(await stage.MailsAsync("gera@firma.example"));
    }

    [Fact]
    public async Task Who_registers_or_waits_before_the_invitation_is_sent_gets_none()
    {
        await using var slow = await Stage.OpenAsync(settings: Slow);
        await slow.PlanAsync(October with { Seats = 1 });
        foreach (var person in new[] { Person.Ada, Person.Bo, Person.Cem }) await slow.AddActiveAsync(person.Email);
        await slow.RegisterAsync(Person.Ada);
        await slow.TickAsync(InvitationDay);
        await slow.ExpandedAsync(Invitation);
        await slow.RegisterAsync(Person.Bo);

        foreach (var delivery in await slow.DeliveriesAsync(Invitation)) await slow.FireAsync("DeliverBatch", delivery.Id.Partition);

        Assert.Equal(Person.Cem.Email, Assert.Single(
            await slow.MailsAsync(), mail => mail.Subject.StartsWith("5. Oktober, 10 Uhr", StringComparison.Ordinal)).To);
        Assert.Equal(2, (await slow.DeliveriesAsync(Invitation)).Count(delivery => delivery.Reason == ReachedAsAttendees.IsRegistered));
    }

    [Fact]
    public async Task Who_leaves_between_expansion_and_sending_gets_no_mail()
    {
        await using var slow = await Stage.OpenAsync(settings: Slow);
        await slow.PlanAsync(October);
        await slow.AddActiveAsync(Ada);
        await slow.TickAsync(InvitationDay);
        await slow.ExpandedAsync(Invitation);
        var subscriber = (await slow.SubscriberAsync(Ada))!;
        await slow.Http.PostAsync(slow.Service<LeaveLink>().For(subscriber).PathAndQuery, null);

        await slow.FireAsync("DeliverBatch", $"{Invitation}.{subscriber.Key[0]}");

        Assert.Equal(DeliveryState.Skipped, Assert.Single(await slow.DeliveriesAsync(Invitation)).State);
        Assert.Empty(await slow.MailsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_cancelled_or_closed_between_expansion_and_sending_is_not_invited_to(bool cancelled)
    {
        await using var slow = await Stage.OpenAsync(settings: Slow);
        await slow.PlanAsync(October);
        await slow.AddActiveAsync(Ada);
        await slow.TickAsync(InvitationDay);
        await slow.ExpandedAsync(Invitation);
        if (cancelled) await slow.PlanAsync(October with { Status = SessionStatus.Cancelled });
        else slow.Clock.SetUtcNow(October.RegistrationCloses);

        await slow.FireAsync("DeliverBatch", Assert.Single(await slow.DeliveriesAsync(Invitation)).Id.Partition);

        Assert.Empty(await slow.MailsAsync(Ada));
    }

    [Fact]
    public async Task A_suppressed_address_gets_no_invitation_until_it_confirms_anew()
    {
        await stage.Service<Suppression>().SuppressAsync(EmailAddress.Stored(Ada), SuppressionScope.MailingList, CancellationToken.None);
        await stage.AddActiveAsync(Ada); // by somebody else
        await stage.TickAsync(InvitationDay);
        Assert.Equal(DeliveryState.Skipped, Assert.Single(await stage.DeliveredAsync(Invitation)).State);

        await stage.SubscribeAsync(Ada);
        await stage.ConfirmAsync((await stage.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen"));
        var next = await stage.PlanAsync(October with { Id = SessionId.Parse("2026-10-zweiter")!.Value });
        await stage.TickAsync();

        Assert.NotEqual(DeliveryState.Skipped, Assert.Single(await stage.DeliveredAsync(CampaignId.Invitation(next.Id))).State);
    }

    [Fact]
    public async Task A_session_published_late_invites_the_next_morning()
    {
        await stage.AddActiveAsync(Ada);
        var published = Sessions.At(2026, 9, 24, 15);
        await stage.TickAsync(published);
        var late = await stage.PlanAsync(October with { Id = SessionId.Parse("2026-10-kurzfristig")!.Value, PublishedAt = published });
        await stage.TickAsync(Sessions.At(2026, 9, 25, 8, 45));
        Assert.Null(await stage.CampaignAsync(CampaignId.Invitation(late.Id)));

        await stage.TickAsync(Sessions.At(2026, 9, 25, 9));

        Assert.Single(await stage.DeliveredAsync(CampaignId.Invitation(late.Id)));
    }
}
