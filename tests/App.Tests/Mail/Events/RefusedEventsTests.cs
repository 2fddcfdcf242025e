using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using ThaffFunctions.Mail.Deliveries;
using static ThaffFunctions.Tests.Mail.Events.EventPosts;

namespace ThaffFunctions.Tests.Mail.Events;

/// <summary>Posts that SendGrid has not signed, and such that cannot be read.</summary>
public sealed class RefusedEventsTests : IAsyncLifetime
{
    EventPosts posts = null!;

    Stage Stage => posts.Stage;

    public async Task InitializeAsync() => posts = await EventPosts.OpenAsync();

    public async Task DisposeAsync() => await posts.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("kein JSON")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""[{"timestamp":"gestern"}]""")]
    [InlineData("null")]
    public async Task What_cannot_be_read_is_refused(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, await posts.PostRawAsync(body));

    [Fact]
    public async Task What_is_too_large_is_refused() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await posts.PostRawAsync($"[{new string(' ', 1024 * 1024)}]"));

    [Fact]
    public async Task Forged_or_old_posts_are_refused_and_change_nothing()
    {
        var id = await posts.SendingAsync();
        var body = JsonSerializer.Serialize(new[] { posts.Event("delivered", id) });
        var now = Seconds(Stage.Clock.GetUtcNow());
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        HttpStatusCode[] answers =
        [
            await posts.SendAsync(body, now, Sign(stranger, now, body)),
            await posts.SendAsync(body + " ", now, Sign(posts.Key, now, body)),
            await posts.SendAsync(body, Seconds(Stage.Clock.GetUtcNow().AddSeconds(1)), Sign(posts.Key, now, body)),
            await posts.SendAsync(body, now, "nicht base64!"),
            await posts.SendAsync(body, now, "AAAA"), // base64, but no signature
            await posts.SendAsync(body, now, ""),
            await posts.SendAsync(body, "gestern", Sign(posts.Key, "gestern", body)),
            await posts.PostRawAsync(body, Stage.Clock.GetUtcNow() - TimeSpan.FromHours(25.01)),
            await posts.PostRawAsync(body, Stage.Clock.GetUtcNow() + TimeSpan.FromSeconds(301)),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Forbidden, answer));
        Assert.Equal(DeliveryState.Sending, (await Stage.FindAsync(id)).State);
        Assert.Equal(HttpStatusCode.NoContent, await posts.PostRawAsync(body, Stage.Clock.GetUtcNow() - TimeSpan.FromHours(24.9)));
    }

    [Fact]
    public async Task A_post_of_a_sender_whose_clock_is_a_little_ahead_is_taken() =>
        Assert.Equal(HttpStatusCode.NoContent, await posts.PostRawAsync("[]", Stage.Clock.GetUtcNow() + TimeSpan.FromSeconds(299)));
}
