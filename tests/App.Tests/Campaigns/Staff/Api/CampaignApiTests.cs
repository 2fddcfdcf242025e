using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ThaffFunctions.Tests.Staff;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Campaigns.Staff.Api;

/// <summary>What staff read of campaigns through the API, and who may.</summary>
public sealed class CampaignApiTests
{
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
    public async Task An_act_on_a_campaign_that_is_not_there_is_told_so()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        using var staff = await stage.StaffAsync();

        foreach (var id in new[] { "2026-10-unbekannt.invitation", "2026-10-sprache-im-betrieb.reminder-3-20261005", "unsinn" })
            Assert.Equal(HttpStatusCode.NotFound, (await staff.PostAsync($"/api/staff/campaigns/{id}/hold", null)).StatusCode);
    }
}
