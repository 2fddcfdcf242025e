using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Campaigns.Staff;

/// <summary>What staff do with campaigns through the API.</summary>
static class StaffDesk
{
    const string Campaigns = "/api/staff/campaigns";

    public static Task<HttpClient> StaffAsync(this Stage stage) => stage.BrowserAsync(StaffSignIn.Staff);

    public static async Task<JsonNode> ReadAsync(this HttpClient staff, CampaignId id, string what = "")
    {
        var answer = await staff.GetAsync($"{Campaigns}/{id}{what}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public static Task<HttpResponseMessage> ActAsync(this HttpClient staff, CampaignId id, string act) =>
        staff.PostAsync($"{Campaigns}/{id}/{act}", null);

    /// <summary>Acts, and it is possible.</summary>
    public static async Task DoAsync(this HttpClient staff, CampaignId id, string act) =>
        Assert.True((await staff.ActAsync(id, act)).IsSuccessStatusCode, act);

    public static async Task<CampaignId> AnnounceAsync(this HttpClient staff, object announcement)
    {
        var answer = await staff.PostAsJsonAsync(Campaigns, announcement);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return CampaignId.Parse((string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!)!;
    }

    /// <summary>The messages of batches come now, where a test keeps them back.</summary>
    public static async Task DeliverAsync(this Stage stage, CampaignId id)
    {
        foreach (var partition in (await stage.DeliveriesAsync(id)).Select(delivery => delivery.Id.Partition).Distinct())
            await stage.FireAsync("DeliverBatch", partition);
    }

    /// <summary>Who has got the invitation.</summary>
    public static async Task<IReadOnlyList<string>> InvitedAsync(this Stage stage) =>
        [.. (await stage.MailsAsync()).Where(mail => mail.Subject.StartsWith("5. Oktober, 10 Uhr", StringComparison.Ordinal))
            .Select(mail => mail.To).Order()];
}
