using Azure.Storage.Queues.Models;
using LocalHost.Tests.Fixtures;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.LocalHost.Starting;

namespace LocalHost.Tests.Functions;

/// <summary>What would fail in Azure, or here, is refused at start with the function's name.</summary>
public sealed class StartRefusalTests
{
    [Fact]
    public async Task The_route_of_a_single_slash_is_refused_and_the_way_out_is_told()
    {
        var refusal = await RefusalAsync<RouteIsASlash>();

        Assert.StartsWith("Function 'Slash': the route '/' breaks every HTTP function", refusal, StringComparison.Ordinal);
        Assert.Contains("{ignored:maxlength(0)?}", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_route_is_refused() =>
        Assert.Contains("Function 'Malformed': the route 'api/a/{b'", await RefusalAsync<RouteIsMalformed>(), StringComparison.Ordinal);

    [Fact]
    public async Task A_route_with_an_unknown_constraint_is_refused() =>
        Assert.Contains("Function 'Constrained': the route 'api/a/{b:nosuch}'", await RefusalAsync<RouteWithUnknownConstraint>(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("admin")]
    [InlineData("_local")]
    [InlineData("v3")]
    [InlineData(".auth")]
    public async Task A_reserved_route_is_refused(string reserved) => Assert.Contains(
        $"Function 'Reserved': the route '{reserved}/x' lies under /{reserved}, which is reserved",
        await RefusalAsync([typeof(RouteIsReserved)], hostFile: $$"""{ "extensions": { "http": { "routePrefix": "{{reserved}}" } } }"""),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("batchSize", "33")]
    [InlineData("batchSize", "0")]
    [InlineData("newBatchThreshold", "-1")]
    [InlineData("maxDequeueCount", "0")]
    [InlineData("maxPollingInterval", "00:00:00.05")]
    [InlineData("visibilityTimeout", "-00:00:01")]
    [InlineData("messageEncoding", "utf-8")]
    public void A_host_json_that_the_host_in_Azure_refuses_is_refused(string setting, string value) =>
        Assert.StartsWith($"host.json: extensions.queues.{setting} must be ", OfHostFile(setting, value), StringComparison.Ordinal);

    [Theory]
    [InlineData("batchSize", "many", "a whole number")]
    [InlineData("visibilityTimeout", "soon", "a time span")]
    public void A_host_json_that_holds_no_number_or_time_is_refused(string setting, string value, string form) =>
        Assert.Contains($"extensions:queues:{setting} says '{value}': write it as {form}", OfHostFile(setting, value),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_schedule_that_is_none_is_refused() =>
        Assert.Contains("Function 'NoSchedule': its schedule 'every day'", await RefusalAsync<TimerIsMalformed>(),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_schedule_in_a_missing_setting_is_refused() =>
        Assert.Contains("%Schedule% names a setting that is missing", await RefusalAsync<TimerBySetting>(), StringComparison.Ordinal);

    [Fact]
    public async Task A_schedule_in_a_setting_is_checked_too() =>
        Assert.Contains("'61 * * * *'", await RefusalAsync<TimerBySetting>("--Schedule=61 * * * *"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Ab")]
    [InlineData("a--b")]
    [InlineData("-abc")]
    [InlineData("with_underscore")]
    public async Task A_queue_name_that_storage_refuses_is_refused(string name) =>
        Assert.Contains($"'{name}' is no queue name", await RefusalAsync<QueueBySetting>($"--Queue={name}"), StringComparison.Ordinal);

    [Fact]
    public async Task A_queue_name_without_room_for_its_poison_queue_is_refused() =>
        Assert.Contains("poison", await RefusalAsync<QueueBySetting>($"--Queue={new string('q', 60)}"), StringComparison.Ordinal);

    [Fact]
    public async Task A_queue_in_a_missing_setting_is_refused() =>
        Assert.Contains("%Queue% names a setting that is missing", await RefusalAsync<QueueBySetting>("--Queue="),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_missing_connection_is_refused() =>
        Assert.Contains("its connection 'Elsewhere' names a setting that is missing", await RefusalAsync<QueueElsewhere>(),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_connection_that_azure_would_take_for_the_host_s_own_account_is_refused() =>
        Assert.Contains("its connection 'Storage' means the host's own account",
            await RefusalAsync<QueueInHostStorage>("--Storage=UseDevelopmentStorage=true"), StringComparison.Ordinal);

    [Fact]
    public async Task A_connection_by_identity_is_refused() =>
        Assert.Contains("by identity",
            await RefusalAsync<QueueElsewhere>("--Elsewhere:queueServiceUri=https://account.queue.core.windows.net"),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_message_that_is_not_taken_as_text_is_refused()
    {
        var refusal = (await RefusalAsync<QueueOfOtherTypes>()).Split(Environment.NewLine);

        Assert.Equal(["AsBinary", "AsBytes", "AsMessage"], refusal.Select(line => line.Split('\'')[1]).Order(StringComparer.Ordinal));
        Assert.All(refusal, line => Assert.Contains("its parameter 'message' must be a string", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_reasons_not_to_start_are_told_at_once() =>
        Assert.Equal(2, (await RefusalAsync([typeof(QueueElsewhere), typeof(TimerIsMalformed)])).Split(Environment.NewLine).Length);

    [Fact]
    public async Task Http_functions_without_the_web_application_are_refused()
    {
        var refusal = await Assert.ThrowsAsync<CannotStartException>(() => Stage.StartAsync([typeof(RouteIsReserved)], [], builder =>
            builder.Services.PostConfigure<WorkerOptions>(worker => worker.Capabilities.Remove("HttpUri"))));

        Assert.Contains("Program.cs must call ConfigureFunctionsWebApplication()", refusal.Message, StringComparison.Ordinal);
    }

    static Task<string> RefusalAsync<TFunctions>(params string[] settings) => RefusalAsync([typeof(TFunctions)], settings);

    static async Task<string> RefusalAsync(Type[] functions, string[]? settings = null, string hostFile = "{}") =>
        (await Assert.ThrowsAsync<CannotStartException>(() => Stage.StartAsync(functions, settings ?? [], hostFile: hostFile))).Message;

    static string OfHostFile(string setting, string value) => Assert.Throws<CannotStartException>(() => new HostFile(
        new ConfigurationBuilder().AddInMemoryCollection([new($"extensions:queues:{setting}", value)]).Build())).Message;
}

public sealed class RouteIsASlash
{
    [Function("Slash")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "/")] HttpRequest request) => Results.Ok();
}

public sealed class RouteIsMalformed
{
    [Function("Malformed")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{b")] HttpRequest request) => Results.Ok();
}

public sealed class RouteWithUnknownConstraint
{
    [Function("Constrained")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{b:nosuch}")] HttpRequest request) => Results.Ok();
}

public sealed class RouteIsReserved
{
    [Function("Reserved")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "x")] HttpRequest request) => Results.Ok();
}

public sealed class TimerIsMalformed
{
    [Function("NoSchedule")]
    public static void Run([TimerTrigger("every day")] TimerInfo timer) => ArgumentNullException.ThrowIfNull(timer);
}

public sealed class TimerBySetting
{
    [Function("BySetting")]
    public static void Run([TimerTrigger("%Schedule%")] TimerInfo timer) => ArgumentNullException.ThrowIfNull(timer);
}

public sealed class QueueBySetting
{
    [Function("TakeBySetting")]
    public static void Run([QueueTrigger("%Queue%")] string message) => ArgumentNullException.ThrowIfNull(message);
}

public sealed class QueueInHostStorage
{
    [Function("TakeFromHost")]
    public static void Run([QueueTrigger("queue", Connection = "Storage")] string message) => ArgumentNullException.ThrowIfNull(message);
}

public sealed class QueueElsewhere
{
    [Function("TakeElsewhere")]
    public static void Run([QueueTrigger("queue", Connection = "Elsewhere")] string message) => ArgumentNullException.ThrowIfNull(message);
}

public sealed class QueueOfOtherTypes
{
    [Function("AsBytes")]
    public static void Bytes([QueueTrigger("queue")] byte[] message) => ArgumentNullException.ThrowIfNull(message);

    [Function("AsBinary")]
    public static void Binary([QueueTrigger("queue")] BinaryData message) => ArgumentNullException.ThrowIfNull(message);

    [Function("AsMessage")]
    public static void Message([QueueTrigger("queue")] QueueMessage message) => ArgumentNullException.ThrowIfNull(message);
}
