using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Tests.Campaigns.Scheduling;

namespace ThaffFunctions.Tests.Mail;

/// <summary>The way queued -> sending -> sent, cut off at each of its calls to storage, before or after the call was done.</summary>
public sealed class CutOffTests
{
    const int MaxCalls = 20;

    [Theory]
    [InlineData(TestMails.Kind, "DeliverMail", false)]
    [InlineData(TestMails.Kind, "DeliverMail", true)]
    [InlineData(TestMails.BatchKind, "DeliverBatch", false)]
    [InlineData(TestMails.BatchKind, "DeliverBatch", true)]
    public async Task Wherever_sending_is_cut_off_there_is_one_mail_in_the_end(string kind, string function, bool isDone)
    {
        var (call, struck) = (0, true);
        while (struck)
        {
            Assert.InRange(++call, 1, MaxCalls);
            var account = await StorageEmulator.NewAccountAsync();
            var storage = new FaultyStorage(isDone);
            await using var stage = await TestMails.OpenAsync(replace: services => storage.Replace(services, account, retries: 0),
                storage: account);
            var id = (await stage.WriteAsync(kind, "ada@firma.example"))[0];

            storage.StrikeAt(call);
            await stage.Http.PostAsync($"/admin/functions/{function}",
                JsonContent(function == "DeliverMail" ? id.ToString() : TestMails.Partition));
            struck = storage.End();
            await RecoverAsync(stage, id);

            Assert.Single(await stage.MailsAsync("ada@firma.example"));
        }

        Assert.InRange(call, 3, MaxCalls);
    }

    /// <summary>What the clock and the timer do: events first, then the grace time.</summary>
    static async Task RecoverAsync(Stage stage, DeliveryId id)
    {
        if ((await stage.MailsAsync()).Count > 0) await stage.ReachesAsync(id, DeliveryState.Delivered);
        stage.Clock.Advance(TimeSpan.FromMinutes(31));
        await stage.FireAsync("RecoverDeliveries");
        await stage.ReachesAsync(id, DeliveryState.Delivered);
    }

    static StringContent JsonContent(string input) => new($$"""{"input":"{{input}}"}""", System.Text.Encoding.UTF8, "application/json");
}
