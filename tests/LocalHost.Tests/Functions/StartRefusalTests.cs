using System.Security.Claims;
using LocalHost.Tests.Fixtures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Hosting;
using ThaffFunctions.LocalHost.Starting;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace LocalHost.Tests.Functions;

/// <summary>What would fail in Azure, or silently break, is refused at start with the function's name.</summary>
public sealed class StartRefusalTests
{
    [Theory]
    [InlineData(typeof(TakesHttpContext), "HttpContext")]
    [InlineData(typeof(TakesClaimsPrincipal), "ClaimsPrincipal")]
    [InlineData(typeof(TakesAService), "[FromServices]")]
    [InlineData(typeof(TakesFromRoute), "[FromRoute]")]
    [InlineData(typeof(TakesFromQuery), "[FromQuery]")]
    [InlineData(typeof(TakesMvcFromBody), "[FromBody]")]
    [InlineData(typeof(TakesADayOfWeek), "DayOfWeek")]
    [InlineData(typeof(TakesAFormFile), "IFormFile")]
    [InlineData(typeof(TakesAnObjectWithoutFromBody), "Body")]
    public void A_parameter_the_worker_does_not_fill_is_refused(Type functions, string reason)
    {
        var refusal = Refusal.Of([functions]);

        Assert.StartsWith("Function 'Register': parameter ", refusal, StringComparison.Ordinal);
        Assert.Contains(reason, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(ReturnsAnObject))]
    [InlineData(typeof(ReturnsAString))]
    public void A_return_that_is_an_empty_200_in_Azure_is_refused(Type functions) =>
        Assert.Contains("Function 'Register': it returns", Refusal.Of([functions]), StringComparison.Ordinal);

    [Fact]
    public void A_ValueTask_is_refused() => Assert.Contains("ValueTask", Refusal.Of<ReturnsAValueTask>(), StringComparison.Ordinal);

    [Fact]
    public void Async_void_is_refused() => Assert.Contains("async void", Refusal.Of<IsAsyncVoid>(), StringComparison.Ordinal);

    [Fact]
    public void A_timer_that_returns_something_is_refused() => Assert.Contains("nowhere", Refusal.Of<TimerReturns>(), StringComparison.Ordinal);

    [Fact]
    public void A_name_used_twice_is_refused_whatever_its_case() =>
        Assert.Contains("'Register': the name is used 2 times, by Named.One and Named.Two", Refusal.Of<Named>(), StringComparison.Ordinal);

    [Fact]
    public void Overloads_are_refused_because_they_share_an_entry_point() => Assert.Contains("Overloaded.Run has overloads", Refusal.Of<Overloaded>(), StringComparison.Ordinal);

    [Fact]
    public void A_name_with_a_character_that_names_have_not_is_refused() => Assert.Contains("Function 'Ärger'", Refusal.Of<OddlyNamed>(), StringComparison.Ordinal);

    [Fact]
    public void The_name_host_is_refused() => Assert.Contains("reserved", Refusal.Of<NamedHost>(), StringComparison.Ordinal);

    [Fact]
    public void The_route_of_a_single_slash_is_refused_and_the_way_out_is_told()
    {
        var refusal = Refusal.Of<RouteIsASlash>();

        Assert.StartsWith("Function 'Register': the route '/' breaks every HTTP function", refusal, StringComparison.Ordinal);
        Assert.Contains("{ignored:maxlength(0)?}", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_route_is_refused() => Assert.Contains("Function 'Register': the route 'a/{b'", Refusal.Of<RouteIsMalformed>(), StringComparison.Ordinal);

    [Theory]
    [InlineData(typeof(RouteUnderAdmin), "/admin")]
    [InlineData(typeof(RouteUnderLocal), "/_local")]
    [InlineData(typeof(RouteUnderV3), "/v3")]
    public void A_reserved_route_is_refused(Type functions, string reserved) => Assert.Contains($"lies under {reserved}", Refusal.Of([functions]), StringComparison.Ordinal);

    [Fact]
    public void A_route_that_two_functions_answer_is_refused() => Assert.Contains("Function 'Second': get same is already the route of 'First'", Refusal.Of<SameRoutes>(), StringComparison.Ordinal);

    [Fact]
    public void Routes_that_differ_only_in_the_names_of_their_parameters_are_one_route() =>
        Assert.Contains("Function 'Second': get a/{other} is already the route of 'First'", Refusal.Of<SameShape>(), StringComparison.Ordinal);

    [Theory]
    [InlineData("batchSize", "33")]
    [InlineData("batchSize", "0")]
    [InlineData("newBatchThreshold", "-1")]
    [InlineData("maxDequeueCount", "0")]
    [InlineData("maxPollingInterval", "00:00:00.05")]
    [InlineData("visibilityTimeout", "-00:00:01")]
    [InlineData("messageEncoding", "utf-8")]
    public void A_host_json_that_the_host_in_Azure_refuses_is_refused(string setting, string value) =>
        Assert.StartsWith($"host.json: extensions.queues.{setting} must be ", Refusal.OfHostFile((setting, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("batchSize", "many", "a whole number")]
    [InlineData("visibilityTimeout", "soon", "a time span")]
    public void A_host_json_that_holds_no_number_or_time_is_refused(string setting, string value, string form) =>
        Assert.Contains($"extensions:queues:{setting} says '{value}': write it as {form}", Refusal.OfHostFile((setting, value)), StringComparison.Ordinal);

    [Fact]
    public async Task A_route_with_an_unknown_constraint_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<CannotStartException>(() => Stage.StartAsync<RouteWithUnknownConstraint>());

        Assert.Contains("Function 'Register': the route", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_level_is_refused() => Assert.Contains("Function 'Register': [HttpTrigger] needs an explicit level", Refusal.Of<HasNoLevel>(), StringComparison.Ordinal);

    [Fact]
    public void A_method_that_is_not_public_is_refused() => Assert.Contains("the method Run must be public", Refusal.Of<HasAPrivateMethod>(), StringComparison.Ordinal);

    [Fact]
    public void A_class_that_is_not_public_is_refused() => Assert.Contains("the class IsInternal must be public", Refusal.Of<IsInternal>(), StringComparison.Ordinal);

    [Fact]
    public void A_generic_class_is_refused() => Assert.Contains("generic", Refusal.Of([typeof(IsGeneric<>)]), StringComparison.Ordinal);

    [Theory]
    [InlineData(typeof(HasNoTrigger))]
    [InlineData(typeof(HasTwoTriggers))]
    public void A_function_without_exactly_one_trigger_is_refused(Type functions) =>
        Assert.Contains("Function 'Register': it needs exactly one trigger", Refusal.Of([functions]), StringComparison.Ordinal);

    [Fact]
    public void A_schedule_that_is_none_is_refused() => Assert.Contains("Function 'Tick': its schedule 'every day'", Refusal.Of<TimerIsMalformed>(), StringComparison.Ordinal);

    [Fact]
    public void A_schedule_in_a_missing_setting_is_refused() => Assert.Contains("%Schedule% names a setting that is missing", Refusal.Of<TimerBySetting>(), StringComparison.Ordinal);

    [Fact]
    public void A_schedule_in_a_setting_is_checked_too() => Assert.Contains("'61 * * * *'", Refusal.Of<TimerBySetting>(("Schedule", "61 * * * *")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Ab")]
    [InlineData("a--b")]
    [InlineData("-abc")]
    [InlineData("with_underscore")]
    public void A_queue_name_that_storage_refuses_is_refused(string name) => Assert.Contains($"'{name}' is no queue name", Refusal.Of<QueueBySetting>(("Queue", name)), StringComparison.Ordinal);

    [Fact]
    public void A_queue_name_without_room_for_its_poison_queue_is_refused() =>
        Assert.Contains("poison", Refusal.Of<QueueBySetting>(("Queue", new string('q', 60))), StringComparison.Ordinal);

    [Fact]
    public void A_queue_in_a_missing_setting_is_refused() => Assert.Contains("%Queue% names a setting that is missing", Refusal.Of<QueueBySetting>(), StringComparison.Ordinal);

    [Fact]
    public void A_missing_connection_is_refused() =>
        Assert.Contains("its connection 'Elsewhere' names a setting that is missing", Refusal.Of<QueueElsewhere>(), StringComparison.Ordinal);

    [Fact]
    public void A_connection_that_azure_would_take_for_the_host_s_own_account_is_refused() =>
        Assert.Contains("its connection 'Storage' means the host's own account", Refusal.Of<QueueInHostStorage>(("Storage", "UseDevelopmentStorage=true")), StringComparison.Ordinal);

    [Fact]
    public void A_connection_by_identity_is_refused() =>
        Assert.Contains("by identity", Refusal.Of<QueueElsewhere>(("Elsewhere:queueServiceUri", "https://account.queue.core.windows.net")), StringComparison.Ordinal);

    [Fact]
    public void All_problems_are_told_at_once() => Assert.Equal(2, Refusal.Of([typeof(HasNoLevel), typeof(TimerIsMalformed)]).Split(Environment.NewLine).Length);

    [Fact]
    public void Middleware_before_the_web_application_is_refused()
    {
        using var folder = new TestFolder();
        var builder = FunctionsApplication.CreateBuilder(["--port=0", "--LocalHost:Functions=LocalHost.Tests", $"--LocalHost:DataFolder={folder.Path}"]);
        builder.Use(next => next);

        Assert.Contains("before UseMiddleware()", Assert.Throws<CannotStartException>(() => builder.ConfigureFunctionsWebApplication()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Http_functions_without_the_web_application_are_refused()
    {
        using var folder = new TestFolder();
        var builder = FunctionsApplication.CreateBuilder(["--port=0", "--LocalHost:Functions=LocalHost.Tests", $"--LocalHost:DataFolder={folder.Path}"]);
        builder.FunctionTypes = [typeof(SmallApp)];

        Assert.Contains("Function 'Home': Program.cs must call ConfigureFunctionsWebApplication()", Assert.Throws<CannotStartException>(builder.Build).Message, StringComparison.Ordinal);
    }

    public sealed record Body(string Name);

    public sealed class TakesHttpContext
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, HttpContext context) => Task.CompletedTask;
    }

    public sealed class TakesClaimsPrincipal
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, ClaimsPrincipal person) => Task.CompletedTask;
    }

    public sealed class TakesAService
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, [FromServices] TimeProvider clock) => Task.CompletedTask;
    }

    public sealed class TakesFromRoute
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{id}")] HttpRequest request, [FromRoute] string id) => Task.CompletedTask;
    }

    public sealed class TakesFromQuery
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, [FromQuery] string id) => Task.CompletedTask;
    }

    public sealed class TakesMvcFromBody
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, [Microsoft.AspNetCore.Mvc.FromBody] Body body) => Task.CompletedTask;
    }

    public sealed class TakesADayOfWeek
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, DayOfWeek day) => Task.CompletedTask;
    }

    public sealed class TakesAFormFile
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, IFormFile file) => Task.CompletedTask;
    }

    public sealed class TakesAnObjectWithoutFromBody
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, Body body) => Task.CompletedTask;
    }

    public sealed class ReturnsAnObject
    {
        [Function("Register")]
        public static Task<Body> Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, [FromBody] Body body) => Task.FromResult(body);
    }

    public sealed class ReturnsAString
    {
        [Function("Register")]
        public static string Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => "";
    }

    public sealed class ReturnsAValueTask
    {
        [Function("Register")]
        public static ValueTask<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => new(Results.Ok());
    }

    public sealed class IsAsyncVoid
    {
        [Function("Register")]
        public static async void Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => await Task.Yield();
    }

    public sealed class TimerReturns
    {
        [Function("Tick")]
        public static string Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => "";
    }

    public sealed class Named
    {
        [Function("Register")]
        public static Task One([HttpTrigger(AuthorizationLevel.Anonymous, Route = "one")] HttpRequest request) => Task.CompletedTask;

        [Function("REGISTER")]
        public static Task Two([HttpTrigger(AuthorizationLevel.Anonymous, Route = "two")] HttpRequest request) => Task.CompletedTask;
    }

    public sealed class Overloaded
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Run();

        public static Task Run() => Task.CompletedTask;
    }

    public sealed class OddlyNamed
    {
        [Function("Ärger")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Task.CompletedTask;
    }

    public sealed class NamedHost
    {
        [Function("Host")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Task.CompletedTask;
    }

    public sealed class RouteIsASlash
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "/")] HttpRequest request) => Task.CompletedTask;
    }

    public sealed class RouteIsMalformed
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{b")] HttpRequest request) => Task.CompletedTask;
    }

    public sealed class RouteUnderAdmin
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "admin/x")] HttpRequest request) => Task.CompletedTask;
    }

    public sealed class RouteUnderLocal
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "_local/x")] HttpRequest request) => Task.CompletedTask;
    }

    public sealed class RouteUnderV3
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "v3/{x}")] HttpRequest request) => Task.CompletedTask;
    }

    public sealed class RouteWithUnknownConstraint
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{b:nosuch}")] HttpRequest request) => Task.CompletedTask;
    }

    public sealed class SameRoutes
    {
        [Function("First")]
        public static Task One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "same")] HttpRequest request) => Task.CompletedTask;

        [Function("Second")]
        public static Task Two([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "same")] HttpRequest request) => Task.CompletedTask;
    }

    public sealed class SameShape
    {
        [Function("First")]
        public static Task One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{one}")] HttpRequest request) => Task.CompletedTask;

        [Function("Second")]
        public static Task Two([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{other}")] HttpRequest request) => Task.CompletedTask;

        [Function("Third")]
        public static Task Three([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{number:int}")] HttpRequest request) => Task.CompletedTask;
    }

    public sealed class HasNoLevel
    {
        [Function("Register")]
        public static Task Run([HttpTrigger("get")] HttpRequest request) => Task.CompletedTask;
    }

    public sealed class HasAPrivateMethod
    {
        [Function("Register")]
        internal static Task Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Task.CompletedTask;
    }

    internal sealed class IsInternal
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Task.CompletedTask;
    }

    public sealed class IsGeneric<T>
    {
        readonly Task _done = Task.CompletedTask;

        [Function("Register")]
        public Task Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => _done;
    }

    public sealed class HasNoTrigger
    {
        [Function("Register")]
        public static Task Run(HttpRequest request) => Task.CompletedTask;
    }

    public sealed class HasTwoTriggers
    {
        [Function("Register")]
        public static Task Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, [QueueTrigger("queue")] string message) => Task.CompletedTask;
    }

    public sealed class TimerIsMalformed
    {
        [Function("Tick")]
        public static Task Run([TimerTrigger("every day")] TimerInfo timer) => Task.CompletedTask;
    }

    public sealed class TimerBySetting
    {
        [Function("Tick")]
        public static Task Run([TimerTrigger("%Schedule%")] TimerInfo timer) => Task.CompletedTask;
    }

    public sealed class QueueBySetting
    {
        [Function("Take")]
        public static Task Run([QueueTrigger("%Queue%")] string message) => Task.CompletedTask;
    }

    public sealed class QueueInHostStorage
    {
        [Function("Take")]
        public static Task Run([QueueTrigger("queue", Connection = "Storage")] string message) => Task.CompletedTask;
    }

    public sealed class QueueElsewhere
    {
        [Function("Take")]
        public static Task Run([QueueTrigger("queue", Connection = "Elsewhere")] string message) => Task.CompletedTask;
    }
}
