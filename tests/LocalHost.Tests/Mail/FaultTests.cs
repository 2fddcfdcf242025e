using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LocalHost.Tests.Fixtures;
using ThaffFunctions.LocalHost.Mail;

namespace LocalHost.Tests.Mail;

/// <summary>The mail service can be made to fail in every way it may.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    Stage _stage = null!;

    public async Task InitializeAsync() => _stage = await Stage.StartAsync([], []);

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task A_429_says_when_to_come_again_and_ends_after_its_count()
    {
        await SwitchAsync("""{ "kind": "429", "count": 2, "resetAfterSeconds": 7 }""");

        var first = await SendAsync();
        var second = await SendAsync();
        var third = await SendAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, first.StatusCode);
        Assert.Equal("0", Assert.Single(first.Headers.GetValues("X-RateLimit-Remaining")));
        var reset = DateTimeOffset.FromUnixTimeSeconds(long.Parse(Assert.Single(first.Headers.GetValues("X-RateLimit-Reset")), null));
        Assert.InRange(reset - first.Headers.Date!.Value, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(9));
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, third.StatusCode);
    }

    [Fact]
    public async Task A_500_takes_no_mail()
    {
        await SwitchAsync("""{ "kind": "500" }""");

        Assert.Equal(HttpStatusCode.InternalServerError, (await SendAsync()).StatusCode);
        Assert.Empty(await _stage.MailsAsync());
    }

    [Theory]
    [InlineData("timeoutBefore", 0)]
    [InlineData("timeoutAfter", 1)]
    public async Task A_time_out_may_come_before_or_after_the_mail_is_taken(string kind, int mails)
    {
        await SwitchAsync($$"""{ "kind": "{{kind}}" }""");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(TimeSpan.FromSeconds(2)));

        Assert.Equal(mails, (await _stage.MailsAsync()).Count);
    }

    [Fact]
    public async Task The_connection_may_be_cut()
    {
        await SwitchAsync("""{ "kind": "cut" }""");

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync());

        Assert.Empty(await _stage.MailsAsync());
    }

    [Fact]
    public async Task Faults_can_be_seen_and_switched_off()
    {
        await SwitchAsync("""{ "kind": "500", "count": 3 }""");
        await SwitchAsync("""{ "kind": "cut" }""");

        var seen = await _stage.Http.GetStringAsync("/_local/faults");
        await _stage.Http.DeleteAsync("/_local/faults");

        Assert.Equal("""[{"kind":"500","count":3,"resetAfterSeconds":5},{"kind":"cut","count":1,"resetAfterSeconds":5}]""", seen);
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync()).StatusCode);
    }

    [Theory]
    [InlineData("""{ "kind": "flood" }""")]
    [InlineData("""{ "kind": "500", "count": 0 }""")]
    [InlineData("")]
    public async Task An_unknown_fault_is_refused_with_what_can_be_said(string body)
    {
        var answer = await _stage.Http.PostAsync("/_local/faults", new StringContent(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("timeoutAfter", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_switch_faults_on_and_off_on_the_start_page()
    {
        var on = await _stage.Http.PostAsync("/_local/faults/form", Form("500", "2"));
        var seen = await _stage.Http.GetStringAsync("/_local/faults");
        await _stage.Http.PostAsync("/_local/faults/form", Form("none", "1"));

        Assert.Contains("On now: 2 × 500.", await on.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("""[{"kind":"500","count":2,"resetAfterSeconds":5}]""", seen);
        Assert.Equal("[]", await _stage.Http.GetStringAsync("/_local/faults"));

        static FormUrlEncodedContent Form(string kind, string count) => new([new("kind", kind), new("count", count)]);
    }

    [Fact]
    public async Task The_start_page_offers_every_kind_of_fault()
    {
        var page = await _stage.Http.GetStringAsync("/_local");

        foreach (var kind in Enum.GetValues<FaultKind>())
            Assert.Contains($"<option value={JsonSerializer.Serialize(kind)}>", page, StringComparison.Ordinal);
    }

    async Task SwitchAsync(string fault) =>
        (await _stage.Http.PostAsync("/_local/faults", new StringContent(fault))).EnsureSuccessStatusCode();

    async Task<HttpResponseMessage> SendAsync(TimeSpan? patience = null)
    {
        using var end = new CancellationTokenSource(patience ?? TimeSpan.FromMinutes(1));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/mail/send")
        {
            Headers = { Authorization = new("Bearer", "SG.key") },
            Content = JsonContent.Create(new
            {
                personalizations = new[] { new { to = new[] { new { email = "ada@example.org" } } } },
                from = new { email = "office@example.org" },
                subject = "Hello",
                content = new[] { new { type = "text/plain", value = "hello" } },
            }),
        };
        return await _stage.Http.SendAsync(request, end.Token);
    }
}
