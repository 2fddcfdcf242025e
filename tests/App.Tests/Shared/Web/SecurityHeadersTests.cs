using System.Net;

namespace ThaffFunctions.Tests.Shared.Web;

public sealed class SecurityHeadersTests
{
    const string Embedding = "https://www.agentur.example;https://kammer.example";

    /// <summary>A page, a style sheet, a feed, a document, JSON, a refusal and a page that is not there.</summary>
    static readonly string[] Everywhere = ["/", "/assets/site.css", "/programm.ics", "/programm.json", "/health", "/anmeldung?t=falsch",
        "/termine/2026-10-gibt-es-nicht", "/redaktion"];

    [Fact]
    public async Task Every_answer_carries_the_same_strict_headers()
    {
        await using var stage = await Stage.OpenAsync();

        foreach (var path in Everywhere)
        {
            var answer = await stage.Http.GetAsync(path);

            Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
            Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
            Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
            Assert.Equal("camera=(), geolocation=(), microphone=(), payment=(), usb=()", Header(answer, "Permissions-Policy"));
            Assert.Null(Header(answer, "Set-Cookie"));
            var policy = Header(answer, "Content-Security-Policy");
            Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
            Assert.EndsWith("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://praxisaustausch.example", "max-age=31536000")]
    [InlineData("http://localhost:7071", null)]
    public async Task Https_is_for_ever_where_the_public_address_is_https(string address, string? expected)
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["Site:BaseUrl"] = address });

        Assert.Equal(expected, Header(await stage.Http.GetAsync("/"), "Strict-Transport-Security"));
    }

    [Fact]
    public async Task Sites_that_a_setting_names_may_show_the_pages_in_a_frame()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["Site:FrameAncestors"] = Embedding });

        Assert.EndsWith("frame-ancestors https://www.agentur.example https://kammer.example",
            Header(await stage.Http.GetAsync("/"), "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_may_be_read_by_scripts_of_another_site()
    {
        // who may post registrations
        await using var stage = await Stage.OpenAsync(settings: new() { ["Site:AllowedOrigins"] = "https://www.agentur.example" });

        foreach (var path in Everywhere)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Origin", "https://www.agentur.example" } } };

            Assert.Null(Header(await stage.Http.SendAsync(request), "Access-Control-Allow-Origin"));
        }
    }

    [Theory]
    [InlineData("/api/registrations", "application/json")]
    [InlineData("/api/registrations", "application/x-www-form-urlencoded")]
    [InlineData("/api/subscriptions", "application/json")]
    [InlineData("/api/mail-events", "application/json")]
    public async Task A_body_that_is_too_large_is_refused_whether_or_not_it_says_its_length(string path, string type)
    {
        await using var stage = await Stage.OpenAsync();
        var body = new byte[path == "/api/mail-events" ? 9 * 1024 * 1024 : 64 * 1024 + 1];

        foreach (var isChunked in new[] { false, true })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post,
                path)
            { Content = new ByteArrayContent(body) { Headers = { ContentType = new(type) } } };
            request.Headers.TransferEncodingChunked = isChunked;

            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await stage.Http.SendAsync(request)).StatusCode);
        }
    }

    static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
