using System.Net;

namespace ThaffFunctions.Tests.MailingList.SigningUp;

/// <summary>How often an address and a client may ask, and what they read who must wait.</summary>
public sealed class SubscribeLimitTests : IAsyncLifetime
{
    const string Ada = "ada@werkstatt.example";

    Stage stage = null!;

    public async Task InitializeAsync() => stage = await Stage.OpenAsync();

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task An_address_is_asked_at_most_three_times_a_day()
    {
        for (var attempt = 0; attempt < 5; attempt++)
            Assert.Equal(HttpStatusCode.SeeOther, (await stage.SubscribeAsync(Ada.ToUpperInvariant())).StatusCode);
        await stage.SubscribeAsync("marker@firma.example");
        await stage.ConfirmationAsync("marker@firma.example");
        await stage.ConfirmationAsync(Ada, count: 3);
        Assert.Equal(3, (await stage.MailsAsync(Ada)).Count);

        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.SubscribeAsync(Ada);

        await stage.ConfirmationAsync(Ada, count: 4);
    }

    [Fact]
    public async Task Who_is_told_to_wait_gets_back_what_was_typed_and_can_send_it_again()
    {
        await using var strict = await Stage.OpenAsync(settings: new() { ["MailingList:PostsPerClientAndHour"] = "1" });
        await strict.SubscribeAsync("a@firma.example");

        var refused = await strict.SubscribeAsync(Ada, ("regions", "jena"), ("regions", "gera"), ("documentation", "true"));
        var page = await refused.Content.ReadAsStringAsync();
        foreach (var words in new[] { Ada, "Jena, Stadt", "Gera, Stadt", "ja" })
            Assert.Contains($">{words}</dd>", page, StringComparison.Ordinal);

        strict.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await strict.PressAsync(refused)).StatusCode);
        var request = (await strict.SubscriberAsync(Ada))!.Request!.Preferences;
        Assert.Equal(["jena", "gera"], request.Regions.Select(region => region.Key));
        Assert.True(request.Documentation);
    }

    [Fact]
    public async Task A_client_that_posts_too_often_has_to_wait()
    {
        await using var strict = await Stage.OpenAsync(settings: new() { ["MailingList:PostsPerClientAndHour"] = "2" });
        await strict.SubscribeAsync("a@firma.example");
        await strict.SubscribeAsync("b@firma.example");

        var refused = await strict.SubscribeAsync("c@firma.example");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromHours(1), refused.Headers.RetryAfter?.Delta);

        strict.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await strict.SubscribeAsync("c@firma.example")).StatusCode);
    }

    [Fact]
    public async Task A_client_that_names_many_addresses_waits_for_the_next_day()
    {
        await using var strict = await Stage.OpenAsync(settings: new() { ["MailingList:AddressesPerClientAndDay"] = "2" });
        await strict.SubscribeAsync("a@firma.example");
        await strict.SubscribeAsync("b@firma.example");

        var refused = await strict.SubscribeAsync("c@firma.example");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromHours(16), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.SeeOther, (await strict.SubscribeAsync("a@firma.example")).StatusCode);

        strict.Clock.Advance(TimeSpan.FromHours(16));
        Assert.Equal(HttpStatusCode.SeeOther, (await strict.SubscribeAsync("c@firma.example")).StatusCode);
    }
}
