using System.Net;
using System.Net.Http.Json;

namespace ThaffFunctions.Tests.Registration.Applying;

public sealed class OtherSitesTests : IAsyncLifetime
{
    const string Friend = "https://www.agentur.example";
    const string Stranger = "https://boese.example";

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: new() { ["Site:AllowedOrigins"] = $"{Friend};https://kammer.example" });
        await stage.PlanAsync(TestSessions.October);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Theory]
    [InlineData(Friend, Friend)]
    [InlineData("https://kammer.example", "https://kammer.example")]
    [InlineData(Stranger, null)]
    [InlineData("null", null)]
    [InlineData("https://www.agentur.example.boese.example", null)]
    public async Task The_preflight_permits_what_the_setting_names(string origin, string? permitted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/registrations")
        {
            Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "POST" },
                { "Access-Control-Request-Headers", "content-type" } },
        };

        var answer = await stage.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(permitted, Header(answer, "Access-Control-Allow-Origin"));
        Assert.Equal(permitted is null ? null : "POST", Header(answer, "Access-Control-Allow-Methods"));
        Assert.Equal(permitted is null ? null : "content-type", Header(answer, "Access-Control-Allow-Headers"));
        Assert.Null(Header(answer, "Access-Control-Allow-Credentials"));
        Assert.Equal("Origin", Header(answer, "Vary"));
    }

    [Theory]
    [InlineData(Friend, "", HttpStatusCode.Accepted, Friend)]
    [InlineData(Friend, "kein Gesetz", HttpStatusCode.UnprocessableEntity, Friend)]
    [InlineData(Stranger, "", HttpStatusCode.Accepted, null)]
    public async Task A_script_of_another_site_may_read_the_answer_if_it_is_allowed(string origin, string sector, HttpStatusCode status,
        string? permitted)
    {
        var form = Person.Ada.Form(TestSessions.October.Id.Value);
        if (sector.Length > 0) form["sector"] = sector;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/registrations")
        {
            Content = JsonContent.Create(form),
            Headers = { { "Origin", origin } }
        };

        var answer = await stage.Http.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(permitted, Header(answer, "Access-Control-Allow-Origin"));
        // scripts may read when to try again
        Assert.Equal(permitted is null ? null : "Retry-After", Header(answer, "Access-Control-Expose-Headers"));
    }

    static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
