using ThaffFunctions.MailingList;

namespace ThaffFunctions.Tests.MailingList;

public sealed class EraseProofsTests
{
    [Fact]
    public async Task Three_years_after_leaving_the_proof_is_erased_unless_they_are_about_to_come_back()
    {
        await using var stage = await Stage.OpenAsync();
        foreach (var address in new[] { "bleibt@firma.example", "weg@firma.example", "zurueck@firma.example" })
            await stage.AddActiveAsync(address);
        foreach (var address in new[] { "weg@firma.example", "zurueck@firma.example" })
            await stage.Service<SubscriberStore>().LeaveAsync((await stage.SubscriberAsync(address))!.Key, CancellationToken.None);

        stage.Clock.SetUtcNow(stage.Clock.GetUtcNow().AddYears(3));
        await stage.FireAsync(nameof(EraseProofs));
        Assert.NotNull((await stage.SubscriberAsync("weg@firma.example"))?.Consent);

        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.SubscribeAsync("zurueck@firma.example");
        await stage.FireAsync(nameof(EraseProofs));

        Assert.Null(await stage.SubscriberAsync("weg@firma.example"));
        Assert.Equal(SubscriberState.Active, (await stage.SubscriberAsync("bleibt@firma.example"))?.State);
        Assert.NotNull((await stage.SubscriberAsync("zurueck@firma.example"))?.Wish);
    }
}
