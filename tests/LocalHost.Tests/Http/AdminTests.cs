using System.Net;
using System.Net.Http.Json;
using LocalHost.Tests.Fixtures;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.Http;

public sealed class AdminTests : IAsyncLifetime
{
    Stage _stage = null!;

    public async Task InitializeAsync() =>
        _stage = await Stage.StartAsync<Works>("--AzureWebJobs.Tick.Disabled=true", "--AzureWebJobs.Take.Disabled=true");

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task A_timer_function_runs_at_once_though_it_is_switched_off()
    {
        var answer = await _stage.Http.PostAsJsonAsync("/admin/functions/tick", new { });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(["tick"], _stage.Notes.Lines);
    }

    [Fact]
    public async Task A_queue_function_gets_the_input()
    {
        await _stage.Http.PostAsJsonAsync("/admin/functions/Take", new { input = "a message" });
        await _stage.Http.PostAsJsonAsync("/admin/functions/Take", new { input = new { name = "Ada" } });

        Assert.Equal("a message", _stage.Notes.Lines[0]);
        Assert.Equal("Ada", (string)System.Text.Json.Nodes.JsonNode.Parse(_stage.Notes.Lines[1])!["name"]!);
    }

    [Fact]
    public async Task A_function_that_throws_is_500_with_the_reason()
    {
        var answer = await _stage.Http.PostAsJsonAsync("/admin/functions/Fail", new { });

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("on purpose", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unknown", "{}", HttpStatusCode.NotFound)]
    [InlineData("Page", "{}", HttpStatusCode.BadRequest)]
    [InlineData("Tick", "not json", HttpStatusCode.BadRequest)]
    [InlineData("Tick", "", HttpStatusCode.Accepted)]
    public async Task What_cannot_be_fired_is_told(string name, string body, HttpStatusCode expected) =>
        Assert.Equal(expected, (await _stage.Http.PostAsync($"/admin/functions/{name}", new StringContent(body))).StatusCode);

    [Fact]
    public async Task The_start_page_lists_every_function_and_fires_those_that_have_a_button()
    {
        var page = await _stage.Http.GetStringAsync("/_local");
        var fired = await _stage.Http.PostAsync("/_local/functions/Take", new FormUrlEncodedContent([new("input", "by hand")]));

        foreach (var name in (string[])["Page", "Tick (switched off)", "Take", "Fail"])
            Assert.Contains(name, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, fired.StatusCode);
        Assert.Contains("It logged nothing", await fired.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["by hand"], _stage.Notes.Lines);
    }

    [Theory]
    [InlineData("Unknown", HttpStatusCode.NotFound)]
    [InlineData("Page", HttpStatusCode.NotFound)]
    [InlineData("Tick", HttpStatusCode.OK)]
    public async Task The_start_page_fires_only_what_has_a_button(string name, HttpStatusCode expected) =>
        Assert.Equal(expected, (await _stage.Http.PostAsync($"/_local/functions/{name}", null)).StatusCode);
}

public sealed class Works(Notebook notes)
{
    [Function("Page")]
    public static IResult Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "page")] HttpRequest request) => Results.Ok();

    [Function("Tick")]
    public void Tick([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => notes.Write("tick");

    [Function("Take")]
    public void Take([QueueTrigger("%Queue%")] string message) => notes.Write(message);

    [Function("Fail")]
    public static void Fail([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => throw new InvalidOperationException("on purpose");
}
