using System.Net;
using LocalHost.Tests.Fixtures;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.Http;

public sealed class FunctionKeyTests
{
    [Fact]
    public async Task Without_a_configured_key_every_function_is_open()
    {
        await using var stage = await Stage.StartAsync<Pages>();

        Assert.Equal(HttpStatusCode.OK, (await stage.Http.GetAsync("/api/locked")).StatusCode);
    }

    [Theory]
    [InlineData("/api/open", null, HttpStatusCode.OK)]
    [InlineData("/api/locked", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/locked", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("/api/locked", "secre", HttpStatusCode.Unauthorized)]
    [InlineData("/api/locked", "secrets", HttpStatusCode.Unauthorized)]
    [InlineData("/api/locked", "SECRET", HttpStatusCode.Unauthorized)]
    [InlineData("/api/locked", "secret", HttpStatusCode.OK)]
    [InlineData("/api/locked?code=secret", null, HttpStatusCode.OK)]
    [InlineData("/api/locked?code=wrong", null, HttpStatusCode.Unauthorized)]
    public async Task A_configured_key_is_asked_for_above_the_anonymous_level(string path, string? header, HttpStatusCode expected)
    {
        await using var stage = await Stage.StartAsync<Pages>("--FunctionKey=secret");
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header is not null) request.Headers.Add("x-functions-key", header);

        Assert.Equal(expected, (await stage.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Firing_functions_asks_for_the_key_too()
    {
        await using var stage = await Stage.StartAsync<Pages>("--FunctionKey=secret");

        Assert.Equal(HttpStatusCode.Unauthorized, (await stage.Http.PostAsync("/admin/functions/Open", null)).StatusCode);
    }
}

public sealed class Pages
{
    [Function("Open")]
    public static IResult Open([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "open")] HttpRequest request) => Results.Ok();

    [Function("Locked")]
    public static IResult Locked([HttpTrigger(AuthorizationLevel.Function, "get", Route = "locked")] HttpRequest request) => Results.Ok();
}
