using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Shared;
using ThaffFunctions.Tests.Mail;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using ThaffFunctions.Tests.Staff;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;
using Person = ThaffFunctions.Tests.Registration.Person;

namespace ThaffFunctions.Tests.Campaigns.Staff;

/// <summary>Staff decide over every mailing before it leaves, and while it does.</summary>
public sealed class StaffCampaignTests
{
    /// <summary>Messages of batches come when a test says so.</summary>
    static readonly Dictionary<string, string> Slow = new() { ["AzureWebJobs.DeliverBatch.Disabled"] = "true" };

    [Fact]
    public async Task Nobody_but_staff_reaches_the_api_and_no_other_site_posts_in_their_name()
    {
        const string list = "/api/staff/campaigns";
        await using var stage = await Stage.OpenAsync(settings: StaffSignIn.On);
        await stage.PlanAsync(October);
        using var staff = await stage.StaffAsync();
        using var colleague = await stage.BrowserAsync(StaffSignIn.Colleague);

        Assert.Equal(HttpStatusCode.Unauthorized, (await stage.Http.GetAsync(list)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.GetAsync(list)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync(list)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stage.Http.PostAsync($"{list}/{Invitation}/cancel", null)).StatusCode);

        using var foreign = new HttpRequestMessage(HttpMethod.Post, $"{list}/{Invitation}/cancel");
        foreign.Headers.Add("Origin", "https://anderswo.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.SendAsync(foreign)).StatusCode);
        Assert.Null(await stage.CampaignAsync(Invitation));

        await using var without = await Stage.OpenAsync(settings: StaffSignIn.Off);
        Assert.Equal(HttpStatusCode.NotFound, (await without.Http.GetAsync(list)).StatusCode);
    }

    [Fact]
    public async Task What_is_planned_stands_in_the_list_before_anybody_decides()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        using var staff = await stage.StaffAsync();

        var list = (await staff.GetFromJsonAsync<JsonArray>("/api/staff/campaigns"))!;

        Assert.Equal(["Invitation", "Reminder", "Reminder"], list.Select(one => (string)one!["kind"]!));
        Assert.Equal((Invitation.ToString(), "Planned", "Sprache im Betrieb", InvitationDay),
            ((string)list[0]!["id"]!, (string)list[0]!["state"]!, (string)list[0]!["title"]!, (DateTimeOffset)list[0]!["due"]!));
    }

    [Fact]
    public async Task A_preview_shows_the_mail_and_says_how_many_get_it_and_why_others_do_not()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.RegisterAsync(Person.Ada);
        await stage.AddActiveAsync("ueberall@firma.example");
        await stage.AddActiveAsync("erfurt@firma.example", "erfurt");
        await stage.AddActiveAsync("gera@firma.example", "gera");
        await stage.AddActiveAsync(Person.Ada.Email);
        await stage.Service<Suppression>().SuppressAsync(
            EmailAddress.Stored("beschwerde@firma.example"), SuppressionScope.MailingList, CancellationToken.None);
        await stage.AddActiveAsync("beschwerde@firma.example");
        using var staff = await stage.StaffAsync();

        var preview = await staff.ReadAsync(Invitation, "/preview");

        Assert.Equal(2, (int)preview["recipients"]!);
        Assert.Equal(new Dictionary<string, int>
        {
            [Recipients.OtherChoice] = 1,
            [Recipients.IsRegistered] = 1,
            [MailPreparation.IsSuppressed] = 1,
        }, preview["leftOut"]!.AsObject().ToDictionary(one => one.Key, one => (int)one.Value!));
        Assert.StartsWith("5. Oktober, 10 Uhr: Sprache im Betrieb", (string)preview["subject"]!, StringComparison.Ordinal);
        foreach (var part in new[] { "html", "text" })
        {
            Assert.Contains("Haus der Wirtschaft, Erfurt", (string)preview[part]!, StringComparison.Ordinal);
            Assert.DoesNotMatch("%[a-z]+%", (string)preview[part]!);
        }

        await stage.TickAsync(InvitationDay);
        await stage.DeliveredAsync(Invitation);
        Assert.Equal(["erfurt@firma.example", "ueberall@firma.example"], await InvitedAsync(stage));
    }

    [Fact]
    public async Task A_test_goes_to_the_member_of_staff_who_asks_and_to_nobody_else()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        using var staff = await stage.StaffAsync();

        await staff.DoAsync(Invitation, "test?to=redaktion@thaff.example");
        var refused = await staff.ActAsync(Invitation, "test?to=fremd@firma.example");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var mail = await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).SingleOrDefault());
        Assert.Equal(("redaktion@thaff.example", "Test – 5. Oktober, 10 Uhr: Sprache im Betrieb"), (mail.To, mail.Subject));
        Assert.Null(await stage.CampaignAsync(Invitation));
    }

    [Fact]
    public async Task Held_it_waits_and_released_it_goes_out_and_is_done_when_every_mail_is()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("ada@firma.example");
        using var staff = await stage.StaffAsync();
        await staff.DoAsync(Invitation, "hold");
        await staff.DoAsync(Invitation, "hold");

        await stage.TickAsync(InvitationDay);
        Assert.Equal(CampaignState.Held, (await stage.CampaignAsync(Invitation))!.State);
        await staff.DoAsync(Invitation, "release");
        await stage.TickAsync(InvitationDay.AddMinutes(15));
        await stage.DeliveredAsync(Invitation);
        await stage.TickAsync(InvitationDay.AddMinutes(30));

        Assert.Equal("Done", (string)(await staff.ReadAsync(Invitation))["campaign"]!["state"]!);
        Assert.Equal(["ada@firma.example"], await InvitedAsync(stage));
        Assert.Equal(HttpStatusCode.Conflict, (await staff.ActAsync(Invitation, "hold")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await staff.ActAsync(Invitation, "cancel")).StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Held_beyond_its_window_it_is_reported_and_not_sent(bool isPaused)
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("ada@firma.example");
        using var staff = await stage.StaffAsync();
        await staff.DoAsync(Invitation, isPaused ? "pause" : "hold");

        await stage.TickAsync(InvitationDay.AddHours(49));

        Assert.Equal(CampaignState.Overdue, (await stage.CampaignAsync(Invitation))!.State);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync("redaktion@thaff.example")).SingleOrDefault());
        Assert.Equal(HttpStatusCode.Conflict, (await staff.ActAsync(Invitation, "release")).StatusCode);
        Assert.Empty(await InvitedAsync(stage));
    }

    [Fact]
    public async Task Where_a_setting_asks_for_it_nothing_goes_out_that_was_not_released()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["Campaigns:NeedsRelease"] = "true" });
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("ada@firma.example");
        using var staff = await stage.StaffAsync();
        await stage.TickAsync(InvitationDay);
        Assert.Null(await stage.CampaignAsync(Invitation));

        Assert.Equal(HttpStatusCode.Conflict, (await staff.ActAsync(Invitation, "release?recipients=7")).StatusCode);
        await staff.DoAsync(Invitation, "release?recipients=1");
        await stage.TickAsync(InvitationDay.AddMinutes(15));

        Assert.Single(await stage.DeliveredAsync(Invitation));
    }

    [Fact]
    public async Task Paused_while_it_is_sent_it_stops_within_one_batch_and_resumed_nobody_gets_it_twice()
    {
        await using var stage = await Stage.OpenAsync(InvitationDay, new(Slow) { ["SendGrid:BatchSize"] = "1" });
        await stage.PlanAsync(October);
        await stage.AddActiveAsync(12);
        using var staff = await stage.StaffAsync();
        await stage.TickAsync();
        await stage.ExpandedAsync(Invitation);
        await stage.DeliverAsync(Invitation);
        var before = (await InvitedAsync(stage)).Count;

        await staff.DoAsync(Invitation, "pause");
        await stage.DeliverAsync(Invitation);
        stage.Clock.Advance(TimeSpan.FromHours(60));
        await stage.TickAsync();
        Assert.Equal(before, (await InvitedAsync(stage)).Count);
        Assert.InRange(before, 1, 11);

        await staff.DoAsync(Invitation, "resume");
        while ((await stage.DeliveriesAsync(Invitation)).Any(delivery => delivery.State == DeliveryState.Queued))
            await stage.DeliverAsync(Invitation);
        Assert.Equal((12, 12), ((await InvitedAsync(stage)).Count, (await InvitedAsync(stage)).Distinct().Count()));
    }

    [Fact]
    public async Task Paused_while_it_is_expanded_it_goes_on_where_it_was()
    {
        await using var stage = await Stage.OpenAsync(InvitationDay, new(Slow) { ["AzureWebJobs.ExpandCampaign.Disabled"] = "true" });
        await stage.PlanAsync(October);
        await stage.AddActiveAsync(12);
        using var staff = await stage.StaffAsync();
        await stage.TickAsync();
        var ranges = CampaignRange.AllOf(Invitation);
        foreach (var range in ranges[..8]) await stage.FireAsync("ExpandCampaign", $"{Invitation}/{range}");
        var before = (await stage.DeliveriesAsync(Invitation)).Count;
        await staff.DoAsync(Invitation, "pause");
        foreach (var range in ranges[8..]) await stage.FireAsync("ExpandCampaign", $"{Invitation}/{range}");
        Assert.Equal(before, (await stage.DeliveriesAsync(Invitation)).Count);

        await staff.DoAsync(Invitation, "resume");
        foreach (var range in ranges) await stage.FireAsync("ExpandCampaign", $"{Invitation}/{range}");

        Assert.Equal((CampaignState.Sending, 12),
            await stage.CampaignAsync(Invitation) is { } campaign ? (campaign.State, campaign.Recipients) : default);
    }

    [Fact]
    public async Task Cancelled_while_it_is_sent_the_rest_is_skipped_and_the_log_tells_who_got_it()
    {
        await using var stage = await Stage.OpenAsync(InvitationDay, new(Slow) { ["SendGrid:BatchSize"] = "1" });
        await stage.PlanAsync(October);
        await stage.AddActiveAsync(12);
        using var staff = await stage.StaffAsync();
        await stage.TickAsync();
        await stage.ExpandedAsync(Invitation);
        await stage.DeliverAsync(Invitation);
        var got = await InvitedAsync(stage);

        await staff.DoAsync(Invitation, "cancel");
        while ((await stage.DeliveriesAsync(Invitation)).Any(delivery => delivery.State == DeliveryState.Queued))
            await stage.DeliverAsync(Invitation);

        Assert.Equal(got, await InvitedAsync(stage));
        var log = (await staff.ReadAsync(Invitation, "/deliveries"))["deliveries"]!.AsArray();
        Assert.Equal(12, log.Count);
        Assert.Equal(got, log.Where(one => (string)one!["state"]! is "Sent" or "Delivered").Select(one => (string)one!["to"]!).Order());
        Assert.All(log.Where(one => (string)one!["state"]! == "Skipped"),
            one => Assert.Equal("Die Aussendung wurde abgebrochen.", (string)one!["reason"]!));
        Assert.Equal(HttpStatusCode.Conflict, (await staff.ActAsync(Invitation, "resume")).StatusCode);
    }

    [Fact]
    public async Task A_campaign_is_not_done_while_a_mail_has_no_answer_and_what_failed_is_tried_again_when_staff_say_so()
    {
        SendOutcome outcome = new SendOutcome.NoAnswer();
        var transport = new RecordingTransport(() => outcome);
        await using var stage = await Stage.OpenAsync(InvitationDay, Slow, transport.Replace);
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("ada@firma.example");
        using var staff = await stage.StaffAsync();
        await stage.TickAsync();
        await stage.ExpandedAsync(Invitation);
        await stage.DeliverAsync(Invitation);

        await stage.TickAsync();
        Assert.Equal(CampaignState.Sending, (await stage.CampaignAsync(Invitation))!.State);

        outcome = new SendOutcome.Refused("SendGrid 400", new HashSet<int>());
        stage.Clock.Advance(TimeSpan.FromMinutes(31));
        await stage.FireAsync("RecoverDeliveries");
        await stage.DeliverAsync(Invitation);
        await stage.TickAsync();
        Assert.Equal((CampaignState.Done, DeliveryState.Failed),
            ((await stage.CampaignAsync(Invitation))!.State, Assert.Single(await stage.DeliveriesAsync(Invitation)).State));

        outcome = new SendOutcome.Accepted(null);
        await staff.DoAsync(Invitation, "retry");
        await stage.DeliverAsync(Invitation);
        await stage.TickAsync();
        Assert.Equal((CampaignState.Done, DeliveryState.Sent),
            ((await stage.CampaignAsync(Invitation))!.State, Assert.Single(await stage.DeliveriesAsync(Invitation)).State));
        Assert.Equal(3, transport.Requests.Count(request => request.Kind == "invitation"));
    }

    [Fact]
    public async Task The_log_comes_in_pages()
    {
        await using var stage = await Stage.OpenAsync(InvitationDay);
        await stage.PlanAsync(October);
        await stage.AddActiveAsync(130);
        using var staff = await stage.StaffAsync();
        await stage.TickAsync();
        await stage.DeliveredAsync(Invitation);

        List<string> all = [];
        for (var after = ""; ;)
        {
            var page = await staff.ReadAsync(Invitation, $"/deliveries?after={after}");
            all.AddRange(page["deliveries"]!.AsArray().Select(one => (string)one!["to"]!));
            if (page["next"] is not { } next) break;
            after = (string)next!;
        }

        Assert.Equal((130, 130), (all.Count, all.Distinct().Count()));
    }

    [Fact]
    public async Task Where_a_setting_says_so_what_is_under_way_waits_on_a_sunday()
    {
        var saturday = Sessions.At(2026, 9, 12, 23);
        await using var stage = await Stage.OpenAsync(saturday, new(Slow) { ["Campaigns:NotOnRestDays"] = "true" });
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("ada@firma.example");
        await stage.Service<CampaignStore>().AddAsync(Campaign.Start(Invitation, saturday), CancellationToken.None);
        stage.Clock.Advance(TimeSpan.FromMinutes(10));
        await stage.TickAsync();
        await stage.ExpandedAsync(Invitation);

        stage.Clock.SetUtcNow(Sessions.At(2026, 9, 13, 12));
        await stage.DeliverAsync(Invitation);
        Assert.Empty(await InvitedAsync(stage));
        stage.Clock.SetUtcNow(Sessions.At(2026, 9, 14, 0));
        await stage.DeliverAsync(Invitation);

        Assert.Single(await InvitedAsync(stage));
    }

    [Fact]
    public async Task An_act_on_a_campaign_that_is_not_there_is_told_so()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        using var staff = await stage.StaffAsync();

        foreach (var id in new[] { "2026-10-unbekannt.invitation", "2026-10-sprache-im-betrieb.reminder-3-20261005", "unsinn" })
            Assert.Equal(HttpStatusCode.NotFound, (await staff.PostAsync($"/api/staff/campaigns/{id}/hold", null)).StatusCode);
    }

    static async Task<IReadOnlyList<string>> InvitedAsync(Stage stage) =>
        [.. (await stage.MailsAsync()).Where(mail => mail.Subject.StartsWith("5. Oktober, 10 Uhr", StringComparison.Ordinal))
            .Select(mail => mail.To).Order()];
}
