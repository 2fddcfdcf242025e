using System.Net;
using System.Net.Http.Json;
using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Registration.Applying;

public sealed class ClientLimitTests
{
    const string FrontDoor = "00000000-0000-0000-0000-000000000001";

    [Fact]
    public async Task A_client_that_posts_too_often_waits_for_the_next_hour_and_another_does_not()
    {
        await using var stage = await OpenAsync();
        await stage.PlanAsync(TestSessions.October);

        for (var n = 1; n <= 3; n++) Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(stage, n, "203.0.113.7")).StatusCode);
        var refused = await PostAsync(stage, 4, "203.0.113.7");
        var other = await PostAsync(stage, 4, "198.51.100.2");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromHours(1), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.Accepted, other.StatusCode);

        stage.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(stage, 4, "203.0.113.7")).StatusCode);
    }

    [Fact]
    public async Task Forged_entries_before_the_front_ends_own_do_not_help()
    {
        await using var stage = await OpenAsync();
        await stage.PlanAsync(TestSessions.October);

        for (var n = 1; n <= 3; n++) await PostAsync(stage, n, $"192.0.2.{n}, 203.0.113.7:{4000 + n}");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostAsync(stage, 4, "192.0.2.4, 203.0.113.7:4004")).StatusCode);
    }

    [Theory]
    [InlineData(FrontDoor, HttpStatusCode.Accepted)]
    [InlineData("00000000-0000-0000-0000-000000000002", HttpStatusCode.TooManyRequests)] // somebody else's Front Door
    [InlineData(null, HttpStatusCode.TooManyRequests)]
    public async Task Behind_front_door_visitors_are_told_apart_by_its_word_and_by_nobody_elses(string? id, HttpStatusCode fourth)
    {
        await using var stage = await Stage.OpenAsync(settings: new()
        {
            ["Registration:PostsPerClientAndHour"] = "3",
            ["Site:FrontDoorId"] = FrontDoor
        });
        await stage.PlanAsync(TestSessions.October);

        for (var n = 1; n <= 3; n++)
            Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(stage, n, "203.0.113.7", (id, $"192.0.2.{n}"))).StatusCode);

        Assert.Equal(fourth, (await PostAsync(stage, 4, "203.0.113.7", (id, "192.0.2.4"))).StatusCode);
    }

    [Fact]
    public async Task Without_a_front_door_nobody_names_themselves()
    {
        await using var stage = await OpenAsync();
        await stage.PlanAsync(TestSessions.October);

        for (var n = 1; n <= 3; n++) await PostAsync(stage, n, "203.0.113.7", ("", $"192.0.2.{n}"));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostAsync(stage, 4, "203.0.113.7", ("", "192.0.2.4"))).StatusCode);
    }

    [Fact]
    public async Task What_one_instance_counted_holds_in_another()
    {
        await using var one = await OpenAsync();
        await one.PlanAsync(TestSessions.October);
        for (var n = 1; n <= 3; n++) await PostAsync(one, n, "203.0.113.7");

        // counts are stored right after the answers
        var limits = one.Service<TableServiceClient>().GetTableClient(Tables.Limits);
        await Stage.EventuallyAsync(async () => await limits.QueryAsync<TableEntity>("Taken eq 3").AnyAsync());

        await using var two = await OpenAsync(one.Storage);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostAsync(two, 4, "203.0.113.7")).StatusCode);
    }

    [Fact]
    public async Task A_client_that_names_many_addresses_waits_for_the_next_day_whether_they_are_known_or_not()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["Registration:AddressesPerClientAndDay"] = "3" });
        await stage.PlanAsync(TestSessions.October);
        await PostAsync(stage, 9, "198.51.100.2");

        for (var n = 1; n <= 3; n++) Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(stage, n, "203.0.113.7")).StatusCode);
        var known = await PostAsync(stage, 9, "203.0.113.7");
        var unknown = await PostAsync(stage, 4, "203.0.113.7");

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests), (known.StatusCode, unknown.StatusCode));
        Assert.Equal((TimeSpan.FromHours(16), TimeSpan.FromHours(16)),
            (known.Headers.RetryAfter?.Delta, unknown.Headers.RetryAfter?.Delta));
        Assert.Equal(await known.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(stage, 2, "203.0.113.7")).StatusCode); // the same address again
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(stage, 4, "198.51.100.2")).StatusCode);

        stage.Clock.Advance(TimeSpan.FromHours(16));
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(stage, 4, "203.0.113.7")).StatusCode);
    }

    [Fact]
    public async Task Counts_are_forgotten_when_their_hour_is_over()
    {
        await using var stage = await OpenAsync();
        await stage.PlanAsync(TestSessions.October);
        foreach (var client in new[] { "203.0.113.7", "198.51.100.2" }) await PostAsync(stage, 1, client);
        var limits = stage.Service<TableServiceClient>().GetTableClient(Tables.Limits);
        await Stage.EventuallyAsync(async () => (await WindowsAsync()) is ["mails", "registration-addresses", "registration-addresses",
            "registration-client", "registration-client"]);

        await stage.FireAsync("ForgetLimits");
        Assert.Equal(5, (await WindowsAsync()).Count);

        stage.Clock.Advance(TimeSpan.FromHours(1));
        await stage.FireAsync("ForgetLimits");
        await stage.FireAsync("ForgetLimits");
        Assert.Equal(["mails", "registration-addresses", "registration-addresses"], await WindowsAsync());

        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.FireAsync("ForgetLimits");
        Assert.Empty(await WindowsAsync());

        async Task<List<string>> WindowsAsync() => await limits.QueryAsync<TableEntity>(row => row.PartitionKey != "erasures")
            .Select(row => row.PartitionKey[..row.PartitionKey.LastIndexOf('-')]).Order().ToListAsync();
    }

    static Task<Stage> OpenAsync(string? storage = null) =>
        Stage.OpenAsync(settings: new() { ["Registration:PostsPerClientAndHour"] = "3" }, storage: storage);

    static Task<HttpResponseMessage> PostAsync(Stage stage, int n, string forwardedFor, (string? Id, string Visitor)? frontDoor = null)
    {
        var form = new Person("Gast", $"Nummer {n}", $"gast{n}@example.org").Form(TestSessions.October.Id.Value);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/registrations")
        {
            Content = JsonContent.Create(form),
            Headers = { { "X-Forwarded-For", forwardedFor } }
        };
        if (frontDoor?.Id is { } id) request.Headers.Add("X-Azure-FDID", id);
        if (frontDoor is { Visitor: var visitor }) request.Headers.Add("X-Azure-SocketIP", visitor);
        return stage.Http.SendAsync(request);
    }
}
