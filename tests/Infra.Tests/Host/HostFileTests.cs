using System.Text;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.InfraTests.Host;

/// <summary>host.json and the function classes fit each other, and what Azure allows.</summary>
public sealed class HostFileTests : IDisposable
{
    static readonly TimeSpan HttpLimit = TimeSpan.FromSeconds(230); // Azure's load balancer cuts what takes longer

    readonly JsonDocument file = JsonDocument.Parse(Repository.Read("functions", "App", "host.json"));

    public void Dispose() => file.Dispose();

    JsonElement Queues => file.RootElement.GetProperty("extensions").GetProperty("queues");

    [Fact]
    public void Routes_stand_as_they_are_written() =>
        Assert.Equal("", file.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public void Messages_are_text_five_tries_each_and_no_more_at_once_than_the_service_gives()
    {
        Assert.Equal("none", Queues.GetProperty("messageEncoding").GetString());
        Assert.Equal(RetryPolicy.MaxAttempts, Queues.GetProperty("maxDequeueCount").GetInt32());
        Assert.InRange(Queues.GetProperty("batchSize").GetInt32(), 1, 32);
        Assert.InRange(Queues.GetProperty("newBatchThreshold").GetInt32(), 1, Queues.GetProperty("batchSize").GetInt32());
        Assert.InRange(TimeSpan.Parse(Queues.GetProperty("visibilityTimeout").GetString()!, null), TimeSpan.FromSeconds(1),
            TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Event_grids_messages_are_read_plain_and_as_base64_alone_and_in_an_array(bool isBase64, bool isArray)
    {
        const string Event = """{"subject":"/blobServices/default/containers/notes/blobs/2026-10-x/notes.md","eventType":"Microsoft.Storage.BlobCreated"}""";
        var text = isArray ? $"[{Event}]" : Event;

        var read = BlobEvent.Parse(isBase64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) : text);

        Assert.Equal(new BlobEvent("notes", "2026-10-x/notes.md", IsDeleted: false), read);
    }

    [Fact]
    public void Every_queue_starts_exactly_one_function_in_the_data_account()
    {
        Assert.Equal(Shared.Storage.Queues.All.Split(';').Order(), Functions.Queues.Select(queue => queue.QueueName).Order());
        Assert.All(Functions.Queues, queue => Assert.Equal(Shared.Storage.Queues.Connection, queue.Connection));
    }

    [Fact]
    public void No_connection_is_one_the_host_takes_for_its_own()
    {
        // The host looks for AzureWebJobs + name before it looks for the name.
        Assert.All(Functions.Queues, queue => Assert.NotEqual("AZUREWEBJOBSSTORAGE", $"AzureWebJobs{queue.Connection}".ToUpperInvariant()));
    }

    [Fact]
    public void Messages_are_taken_as_text() => Assert.All(
        Functions.All.SelectMany(method => method.GetParameters())
            .Where(parameter => parameter.IsDefined(typeof(QueueTriggerAttribute), false)),
        parameter => Assert.Equal(typeof(string), parameter.ParameterType));

    [Fact]
    public void Functions_end_before_azure_ends_them()
    {
        Assert.InRange(TimeSpan.Parse(file.RootElement.GetProperty("functionTimeout").GetString()!, null), TimeSpan.FromMinutes(1),
            TimeSpan.FromMinutes(30));
        Assert.InRange(TimeSpan.FromSeconds(new SendGridOptions().TimeoutSeconds), TimeSpan.FromSeconds(1), HttpLimit);
    }

    [Fact]
    public void Timers_tick_in_utc_schedules_of_six_fields()
    {
        Assert.NotEmpty(Functions.Timers);
        // no setting names a time zone, see AppTests
        Assert.All(Functions.Timers, timer => Assert.Equal(6, timer.Schedule.Split(' ').Length));
        Assert.All(Functions.Timers, timer => Assert.False(timer.RunOnStartup, "every new instance would fire it"));
    }

    [Fact]
    public void Pages_and_hooks_guard_themselves_and_what_operators_ask_needs_the_function_key() =>
        Assert.All(Functions.Http, http => Assert.Equal(
            http.Route!.StartsWith("api/operator/", StringComparison.Ordinal) ? AuthorizationLevel.Function : AuthorizationLevel.Anonymous,
            http.AuthLevel));

    [Fact]
    public void Sampling_never_drops_what_alerts_read()
    {
        var sampling = file.RootElement.GetProperty("logging").GetProperty("applicationInsights").GetProperty("samplingSettings");

        Assert.True(sampling.GetProperty("isEnabled").GetBoolean());
        Assert.Equal(["Exception", "Request", "Trace"], sampling.GetProperty("excludedTypes").GetString()!.Split(';').Order());
        Assert.Equal("Information", file.RootElement.GetProperty("logging").GetProperty("logLevel").GetProperty("Function").GetString());
        Assert.Equal("Information",
            file.RootElement.GetProperty("logging").GetProperty("logLevel").GetProperty("Host.Results").GetString());
    }
}
