using System.Net;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Leaving;

namespace ThaffFunctions.Tests.MailingList.Leaving;

public sealed class LeaveTests : IAsyncLifetime
{
    const string Ada = "ada@werkstatt.example";

    Stage stage = null!;
    string link = "";

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.AddActiveAsync(Ada);
        link = stage.Service<LeaveLink>().For((await stage.SubscriberAsync(Ada))!).PathAndQuery;
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    public static TheoryData<HttpContent?> Bodies => new()
    {
        { new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]) },
        { new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } } },
        { null },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task One_post_leaves_at_once_without_redirect_or_cookie(HttpContent? body)
    {
        var answer = await stage.Http.PostAsync(link, body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var left = await stage.SubscriberAsync(Ada);
        Assert.Equal((SubscriberState.Left, stage.Clock.GetUtcNow()), (left!.State, left.LeftAt));
        Assert.Single(await stage.ConsentsAsync(Ada));
    }

    [Fact]
    public async Task Opening_the_link_only_shows_a_button()
    {
        var page = await stage.Http.GetStringAsync(link);

        Assert.Contains("<button", page, StringComparison.Ordinal);
        Assert.Equal(SubscriberState.Active, (await stage.SubscriberAsync(Ada))!.State);
    }

    [Fact]
    public async Task The_link_works_after_years_again_and_again_and_for_addresses_long_erased()
    {
        stage.Clock.Advance(TimeSpan.FromDays(3650));
        var erased = stage.Service<LeaveLink>().For(
            (await stage.SubscriberAsync(Ada))! with { Key = "00000000000000000000000000000000" }).PathAndQuery;

        foreach (var address in new[] { link, link, erased })
            Assert.Equal(HttpStatusCode.OK, (await stage.Http.PostAsync(address, null)).StatusCode);
        Assert.Equal(SubscriberState.Left, (await stage.SubscriberAsync(Ada))!.State);
    }

    [Fact]
    public async Task A_tampered_link_gets_the_plain_page()
    {
        var tampered = link[..^1] + (link[^1] == 'A' ? 'B' : 'A');

        Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.PostAsync(tampered, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.GetAsync(tampered)).StatusCode);
        Assert.Equal(SubscriberState.Active, (await stage.SubscriberAsync(Ada))!.State);
    }

    [Fact]
    public async Task Who_left_and_asks_again_comes_back_by_confirming_but_not_by_an_old_link()
    {
        await stage.SubscribeAsync(Ada);
        var old = (await stage.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen");
        await stage.Http.PostAsync(link, null);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.PostAsync(old, null)).StatusCode);

        await stage.SubscribeAsync(Ada);
        var fresh = (await stage.ConfirmationAsync(Ada, count: 2)).LinkTo("/newsletter/bestaetigen");
        await stage.ConfirmAsync(fresh);

        Assert.Equal(SubscriberState.Active, (await stage.SubscriberAsync(Ada))!.State);
    }
}
