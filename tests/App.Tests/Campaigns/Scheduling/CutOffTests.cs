using ThaffFunctions.Campaigns;
using ThaffFunctions.Programme;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Campaigns.Scheduling;

/// <summary>A campaign, cut off at each call to storage from the timer to the last mail, before or after the call was done.</summary>
public sealed class CutOffTests
{
    const int Subscribers = 3;

    /// <summary>The timer's and the first range's one by one, then some of the many that follow, the last ones of the sending.</summary>
    static readonly int[] Calls = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 28, 36, 44, 52, 60, 70];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_a_campaign_is_cut_off_everyone_gets_one_mail(bool isDone)
    {
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new FaultyStorage(isDone);
        await using var stage = await Stage.OpenAsync(
            InvitationDay, storage: account, replace: services => storage.Replace(services, account, retries: 0));
        await stage.AddActiveAsync(Subscribers - 1);
        await stage.AddEnglishAsync(stage.AddressesBeside("person1@firma.example").First()); // a batch that is parted

        var struck = 0;
        foreach (var call in Calls)
        {
            var session = await stage.PlanAsync(October with
            {
                Id = SessionId.Parse($"2026-10-schnitt-{call}")!.Value,
                Title = $"Schnitt {call}."
            });
            storage.StrikeAt(call);
            await stage.Http.PostAsync("/admin/functions/SendDueCampaigns",
                new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
            await Stage.EventuallyAsync(async () => storage.Struck || (await InvitedAsync(stage, session)).Count == Subscribers);
            if (storage.End()) struck++;

            await EndAsync(stage, CampaignId.Invitation(session.Id));

            var invited = await InvitedAsync(stage, session);
            Assert.Equal((Subscribers, Subscribers), (invited.Distinct().Count(), invited.Count));
        }

        Assert.InRange(struck, Calls.Length - 2, Calls.Length);
    }

    static async Task<List<string>> InvitedAsync(Stage stage, Session session) =>
        [.. (await stage.MailsAsync()).Where(mail => mail.Subject.Contains(session.Title, StringComparison.Ordinal))
            .Select(mail => mail.To)];

    /// <summary>What the timers do in the next hour.</summary>
    static async Task EndAsync(Stage stage, CampaignId campaign)
    {
        stage.Clock.Advance(TimeSpan.FromMinutes(15));
        await stage.TickAsync();
        await stage.ExpandedAsync(campaign);
        stage.Clock.Advance(TimeSpan.FromMinutes(31));
        await stage.FireAsync("RecoverDeliveries");
        await stage.DeliveredAsync(campaign);
    }
}
