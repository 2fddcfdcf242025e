using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using LocalHost.Tests.Fixtures;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace LocalHost.Tests.Http;

/// <summary>HTTP functions answer as they do under the real worker.</summary>
public sealed class HttpFunctionTests : IAsyncLifetime
{
    Stage _stage = null!;

    public async Task InitializeAsync() => _stage = await Stage.StartAsync([typeof(Answers), typeof(Bodies)], [], builder =>
    {
        builder.Services.AddScoped<OncePerRun>();
        builder.Services.AddRazorComponents();
    });

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task The_route_prefix_is_api_unless_host_json_says_otherwise() =>
        Assert.Equal("hello Ada, 1", await _stage.Http.GetStringAsync("/api/hello/Ada"));

    [Fact]
    public async Task A_function_without_a_route_answers_at_its_name() =>
        Assert.Equal(HttpStatusCode.OK, (await _stage.Http.GetAsync("/api/Nothing")).StatusCode);

    [Fact]
    public async Task Route_and_query_values_bind_by_name() =>
        Assert.Equal(
            "7 3c8f1f6e-1a55-4c1e-8a4b-0d3c2f5b9e10 True 9000000000 2026-02-01",
            await _stage.Http.GetStringAsync(
                "/api/values/7?id=3c8f1f6e-1a55-4c1e-8a4b-0d3c2f5b9e10&yes=true&big=9000000000&day=2026-02-01"));

    [Fact]
    public async Task A_value_that_is_left_out_is_its_default_or_null() =>
        Assert.Equal("7  False  0001-01-01", await _stage.Http.GetStringAsync("/api/values/7?yes=false&day=0001-01-01"));

    [Theory]
    [InlineData("/api/values/7")]
    [InlineData("/api/values/seven?yes=true&day=2026-02-01")]
    public async Task A_missing_or_unreadable_value_that_cannot_be_null_is_an_empty_500(string path) =>
        await IsEmpty500Async(await _stage.Http.GetAsync(path));

    [Fact]
    public async Task An_exception_is_an_empty_500() => await IsEmpty500Async(await _stage.Http.GetAsync("/api/throws"));

    [Fact]
    public async Task Head_on_a_get_route_is_404()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, "/api/hello/Ada");

        Assert.Equal(HttpStatusCode.NotFound, (await _stage.Http.SendAsync(head)).StatusCode);
    }

    [Fact]
    public async Task Another_method_than_those_named_is_404() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _stage.Http.DeleteAsync("/api/hello/Ada")).StatusCode);

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

    [Theory]
    [InlineData("/api/union?found=true", HttpStatusCode.OK)]
    [InlineData("/api/union?found=false", HttpStatusCode.NotFound)]
    public async Task A_union_of_results_is_written(string path, HttpStatusCode expected) =>
        Assert.Equal(expected, (await _stage.Http.GetAsync(path)).StatusCode);

    [Fact]
    public async Task A_Razor_component_is_written() =>
        Assert.Equal("<h1>Gr&#xFC;&#xDF; Gott, Ada</h1>", await _stage.Http.GetStringAsync("/api/component"));

    [Fact]
    public async Task The_marked_property_of_a_returned_object_is_the_answer() =>
        Assert.Equal("within", await _stage.Http.GetStringAsync("/api/within"));

    [Fact]
    public async Task A_json_body_binds() =>
        Assert.Equal("Ada", await (await _stage.Http.PostAsJsonAsync("/api/body", new { name = "Ada" })).Content.ReadAsStringAsync());

    [Theory]
    [InlineData("{", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("name=Ada", "application/x-www-form-urlencoded")]
    public async Task A_body_that_does_not_bind_is_an_empty_500(string body, string type) =>
        await IsEmpty500Async(await _stage.Http.PostAsync("/api/body",
            new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue(type))));

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
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/caller")
        {
            Headers = { { "X-Forwarded-For", "203.0.113.7" }, { "X-Forwarded-Proto", "https" } },
        };

        var answer = await _stage.Http.SendAsync(request);

        Assert.Equal("https 203.0.113.7", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_invocation_id_of_the_caller_s_own_is_replaced()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/headers")
        {
            Headers = { { "x-ms-invocation-id", ["mine", "mine too"] } },
        };

        var seen = await (await _stage.Http.SendAsync(request)).Content.ReadFromJsonAsync<Dictionary<string, string>>();

        Assert.True(Guid.TryParse(seen!["x-ms-invocation-id"], out _));
    }

    [Fact]
    public async Task Ninety_five_headers_arrive()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/headers");
        for (var header = 1; header <= 95; header++) request.Headers.Add($"x-{header}", $"{header}");

        var seen = await (await _stage.Http.SendAsync(request)).Content.ReadFromJsonAsync<Dictionary<string, string>>();

        Assert.Equal("95", seen!["x-95"]);
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nno chunk\r\n", "400")]
    [InlineData("Content-Length: 104857601\r\n\r\n", "413")] // one byte over 100 MB
    public async Task A_broken_or_too_large_body_is_the_caller_s_fault(string rest, string status)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_stage.Http.BaseAddress!.Host, _stage.Http.BaseAddress.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /api/read HTTP/1.1\r\nHost: localhost\r\n{rest}"));

        using var reader = new StreamReader(client.GetStream());

        Assert.StartsWith($"HTTP/1.1 {status} ", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000, HttpStatusCode.OK)]
    [InlineData(1001, HttpStatusCode.RequestEntityTooLarge)]
    public async Task How_large_a_body_may_be_is_set_as_in_Azure(int bytes, HttpStatusCode status)
    {
        await using var stage = await Stage.StartAsync<Bodies>("--FUNCTIONS_REQUEST_BODY_SIZE_LIMIT=1000");

        Assert.Equal(status, (await stage.Http.PostAsync("/api/read", new ByteArrayContent(new byte[bytes]))).StatusCode);
    }

    [Fact]
    public async Task A_body_that_turns_out_to_be_over_100_MB_is_the_caller_s_fault()
    {
        await using var stage = await Stage.StartAsync([typeof(Bodies)], [], builder =>
            builder.Services.Configure<KestrelServerOptions>(worker => worker.Limits.MaxRequestBodySize = null));
        using var client = new TcpClient();
        await client.ConnectAsync(stage.Http.BaseAddress!.Host, stage.Http.BaseAddress.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            "POST /api/read HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n6400001\r\n"));
        await client.GetStream().WriteAsync(new byte[104_857_601]);

        using var reader = new StreamReader(client.GetStream());

        Assert.StartsWith("HTTP/1.1 413 ", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/order/one", "apple")]
    [InlineData("/api/order/one/two", "Banana")]
    [InlineData("/api/order", "zLast")]
    public async Task The_first_function_by_name_whose_route_fits_answers_whatever_fits_better(string path, string name)
    {
        await using var stage = await Stage.StartAsync<Ordered>();

        Assert.Equal(name, await stage.Http.GetStringAsync(path));
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
}

public sealed class OncePerRun
{
    public Guid Id { get; } = Guid.NewGuid();
}

public sealed class Greeting : ComponentBase
{
    [Parameter]
    public string Name { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "h1");
        builder.AddContent(1, $"Grüß Gott, {Name}");
        builder.CloseElement();
    }
}

public sealed class Answers(Notebook notes, IServiceProvider services)
{
    [Function("Hello")]
    public static IResult Hello([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hello/{name}")] HttpRequest request, string name,
        int times = 1) =>
            Results.Text($"hello {name}, {times}");

    [Function("Values")]
    public static IResult Values([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "values/{number}")] HttpRequest request,
        int number, Guid? id, bool yes, long? big, DateTime day) =>
            Results.Text($"{number} {id} {yes} {big} {day:yyyy-MM-dd}");

    [Function("Throws")]
    public static IResult Throws([HttpTrigger(AuthorizationLevel.Anonymous, Route = "throws")] HttpRequest request) =>
        throw new InvalidOperationException("on purpose");

    [Function("Nothing")]
    public static Task Nothing([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Task.CompletedTask;

    [Function("Caller")]
    public static IResult Caller([HttpTrigger(AuthorizationLevel.Anonymous, Route = "caller")] HttpRequest request) =>
        Results.Text($"{request.Scheme} {request.HttpContext.Connection.RemoteIpAddress}");

    [Function("Headers")]
    public static IResult Headers([HttpTrigger(AuthorizationLevel.Anonymous, Route = "headers")] HttpRequest request) =>
        Results.Json(request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()));

    [Function("Null")]
    public static IResult? Null([HttpTrigger(AuthorizationLevel.Anonymous, Route = "null")] HttpRequest request) => null;

    [Function("Scoped")]
    public IResult Scoped([HttpTrigger(AuthorizationLevel.Anonymous, Route = "scoped")] HttpRequest request, FunctionContext context)
    {
        var id = context.InstanceServices.GetRequiredService<OncePerRun>().Id;
        return id == services.GetRequiredService<OncePerRun>().Id ? Results.Text(id.ToString()) : Results.Conflict();
    }

    [Function("Waits")]
    public async Task<IResult> Waits([HttpTrigger(AuthorizationLevel.Anonymous, Route = "waits")] HttpRequest request,
        CancellationToken cancellation)
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

    [Function("Union")]
    public static Results<Ok, NotFound> Union([HttpTrigger(AuthorizationLevel.Anonymous, Route = "union")] HttpRequest request,
        bool found) =>
            found ? TypedResults.Ok() : TypedResults.NotFound();

    [Function("Component")]
    public static RazorComponentResult Component([HttpTrigger(AuthorizationLevel.Anonymous, Route = "component")] HttpRequest request) =>
        new RazorComponentResult<Greeting>(new { Name = "Ada" });

    [Function("Within")]
    public static Within Answer([HttpTrigger(AuthorizationLevel.Anonymous, Route = "within")] HttpRequest request) =>
        new(Results.Text("within"), "besides");

    [Function("Body")]
    public static IResult Body([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "body")] HttpRequest request,
        [FromBody] Person person) => Results.Text(person.Name);

    [Function("Read")]
    public static async Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "read")] HttpRequest request)
    {
        await request.Body.CopyToAsync(Stream.Null);
        return Results.Ok();
    }
}

public sealed class Ordered
{
    [Function("zLast")]
    public static IResult Last([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*rest}")] HttpRequest request) =>
        Results.Text("zLast");

    [Function("Banana")]
    public static IResult Banana([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "order/one/{word?}")] HttpRequest request) =>
        Results.Text("Banana");

    [Function("apple")]
    public static IResult Apple([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "order/{word}")] HttpRequest request) =>
        Results.Text("apple");
}
