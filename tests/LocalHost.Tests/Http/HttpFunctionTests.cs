using System.Net;
using System.Net.Http.Json;
using LocalHost.Tests.Fixtures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace LocalHost.Tests.Http;

/// <summary>HTTP functions answer as they do under the real worker.</summary>
public sealed class HttpFunctionTests : IAsyncLifetime
{
    Stage _stage = null!;

    public async Task InitializeAsync() => _stage = await Stage.StartAsync([typeof(Answers), typeof(Bodies)], [], builder => builder.Services.AddScoped<OncePerRun>());

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task The_route_prefix_is_api_unless_host_json_says_otherwise() => Assert.Equal("hello Ada, 1", await _stage.Http.GetStringAsync("/api/hello/Ada"));

    [Fact]
    public async Task Host_json_takes_the_prefix_away_and_a_function_may_answer_the_home_page()
    {
        await using var stage = await Stage.StartAsync([typeof(HomePage)], [], hostFile: """{ "extensions": { "http": { "routePrefix": "" } } }""");

        Assert.Equal("home", await stage.Http.GetStringAsync("/"));
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.GetAsync("/elsewhere")).StatusCode);
    }

    [Fact]
    public async Task A_function_without_a_route_answers_at_its_name() => Assert.Equal(HttpStatusCode.OK, (await _stage.Http.GetAsync("/api/Nothing")).StatusCode);

    [Fact]
    public async Task Route_and_query_values_bind_by_name() =>
        Assert.Equal(
            "7 3c8f1f6e-1a55-4c1e-8a4b-0d3c2f5b9e10 True 9000000000 2026-02-01",
            await _stage.Http.GetStringAsync("/api/values/7?id=3c8f1f6e-1a55-4c1e-8a4b-0d3c2f5b9e10&yes=true&big=9000000000&day=2026-02-01"));

    [Fact]
    public async Task A_value_that_is_left_out_is_its_default_or_null() =>
        Assert.Equal("7  False  0001-01-01", await _stage.Http.GetStringAsync("/api/values/7?yes=false&day=0001-01-01"));

    [Theory]
    [InlineData("/api/values/7")]
    [InlineData("/api/values/seven?yes=true&day=2026-02-01")]
    public async Task A_missing_or_unreadable_value_that_cannot_be_null_is_an_empty_500(string path) => await IsEmpty500Async(await _stage.Http.GetAsync(path));

    [Fact]
    public async Task An_exception_is_an_empty_500() => await IsEmpty500Async(await _stage.Http.GetAsync("/api/throws"));

    [Fact]
    public async Task Head_on_a_get_route_is_404()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, "/api/hello/Ada");

        Assert.Equal(HttpStatusCode.NotFound, (await _stage.Http.SendAsync(head)).StatusCode);
    }

    [Fact]
    public async Task Another_method_than_those_named_is_404() => Assert.Equal(HttpStatusCode.NotFound, (await _stage.Http.DeleteAsync("/api/hello/Ada")).StatusCode);

    [Fact]
    public async Task A_function_that_returns_nothing_or_null_is_an_empty_200()
    {
        Assert.Equal("", await _stage.Http.GetStringAsync("/api/nothing"));
        Assert.Equal("", await _stage.Http.GetStringAsync("/api/null"));
    }

    [Fact]
    public async Task An_action_result_is_written()
    {
        var answer = await _stage.Http.GetAsync("/api/action");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("Ada", (await answer.Content.ReadFromJsonAsync<Bodies.Person>())!.Name);
    }

    [Fact]
    public async Task The_marked_property_of_a_returned_object_is_the_answer() => Assert.Equal("within", await _stage.Http.GetStringAsync("/api/within"));

    [Fact]
    public async Task A_json_body_binds() =>
        Assert.Equal("Ada", await (await _stage.Http.PostAsJsonAsync("/api/body", new { name = "Ada" })).Content.ReadAsStringAsync());

    [Theory]
    [InlineData("{", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("name=Ada", "application/x-www-form-urlencoded")]
    public async Task A_body_that_does_not_bind_is_an_empty_500(string body, string type) =>
        await IsEmpty500Async(await _stage.Http.PostAsync("/api/body", new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue(type))));

    [Fact]
    public async Task A_body_over_30_MB_is_500()
    {
        var answer = await _stage.Http.PostAsync("/api/read", new ByteArrayContent(new byte[31_000_000]));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task Scoped_services_live_as_long_as_one_run()
    {
        var first = await _stage.Http.GetStringAsync("/api/scoped");
        var second = await _stage.Http.GetStringAsync("/api/scoped");

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task The_token_ends_when_the_caller_goes()
    {
        using var impatience = new CancellationTokenSource();
        var call = _stage.Http.GetAsync("/api/waits", impatience.Token);
        await Eventually.See(() => _stage.Notes.Lines, lines => lines.Contains("waiting"));
        await impatience.CancelAsync();

        await Eventually.See(() => _stage.Notes.Lines, lines => lines.Contains("cancelled"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task The_caller_s_address_and_scheme_come_from_the_forwarding_headers_as_behind_the_real_host()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/caller") { Headers = { { "X-Forwarded-For", "203.0.113.7" }, { "X-Forwarded-Proto", "https" } } };

        var answer = await _stage.Http.SendAsync(request);

        Assert.Equal("https 203.0.113.7", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_function_that_is_switched_off_is_404()
    {
        await using var stage = await Stage.StartAsync<Answers>("--AzureWebJobs.Hello.Disabled=true");

        Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.GetAsync("/api/hello/Ada")).StatusCode);
    }

    static async Task IsEmpty500Async(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    public sealed class OncePerRun
    {
        public Guid Id { get; } = Guid.NewGuid();
    }

    public sealed class HomePage
    {
        [Function("Home")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request) => Results.Text("home");
    }

    public sealed class Answers(Notebook notes, IServiceProvider services)
    {
        [Function("Hello")]
        public static IResult Hello([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hello/{name}")] HttpRequest request, string name, int times = 1) =>
            Results.Text($"hello {name}, {times}");

        [Function("Values")]
        public static IResult Values([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "values/{number}")] HttpRequest request, int number, Guid? id, bool yes, long? big, DateTime day) =>
            Results.Text($"{number} {id} {yes} {big} {day:yyyy-MM-dd}");

        [Function("Throws")]
        public static IResult Throws([HttpTrigger(AuthorizationLevel.Anonymous, Route = "throws")] HttpRequest request) => throw new InvalidOperationException("on purpose");

        [Function("Nothing")]
        public static Task Nothing([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Task.CompletedTask;

        [Function("Caller")]
        public static IResult Caller([HttpTrigger(AuthorizationLevel.Anonymous, Route = "caller")] HttpRequest request) =>
            Results.Text($"{request.Scheme} {request.HttpContext.Connection.RemoteIpAddress}");

        [Function("Null")]
        public static IResult? Null([HttpTrigger(AuthorizationLevel.Anonymous, Route = "null")] HttpRequest request) => null;

        [Function("Scoped")]
        public IResult Scoped([HttpTrigger(AuthorizationLevel.Anonymous, Route = "scoped")] HttpRequest request, FunctionContext context)
        {
            var id = context.InstanceServices.GetRequiredService<OncePerRun>().Id;
            return id == services.GetRequiredService<OncePerRun>().Id ? Results.Text(id.ToString()) : Results.Conflict();
        }

        [Function("Waits")]
        public async Task<IResult> Waits([HttpTrigger(AuthorizationLevel.Anonymous, Route = "waits")] HttpRequest request, CancellationToken cancellation)
        {
            notes.Write("waiting");
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            notes.Write("cancelled");
            return Results.Ok();
        }
    }

    public sealed class Bodies
    {
        public sealed record Person(string Name);

        public sealed record Within([property: HttpResult] IResult Answer, string Other);

        [Function("Action")]
        public static Task<IActionResult> Action([HttpTrigger(AuthorizationLevel.Anonymous, Route = "action")] HttpRequest request) =>
            Task.FromResult<IActionResult>(new ObjectResult(new Person("Ada")) { StatusCode = StatusCodes.Status202Accepted });

        [Function("Within")]
        public static Within Answer([HttpTrigger(AuthorizationLevel.Anonymous, Route = "within")] HttpRequest request) => new(Results.Text("within"), "besides");

        [Function("Body")]
        public static IResult Body([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "body")] HttpRequest request, [FromBody] Person person) => Results.Text(person.Name);

        [Function("Read")]
        public static async Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "read")] HttpRequest request)
        {
            await request.Body.CopyToAsync(Stream.Null);
            return Results.Ok();
        }
    }
}
