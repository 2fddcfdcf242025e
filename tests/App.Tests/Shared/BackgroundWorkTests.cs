using System.Diagnostics.Metrics;
using System.Net;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using ThaffFunctions.Operations.Limits;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Shared;

/// <summary>The identity service may be away for a moment; what it throws is no failure of storage by its type.</summary>
public sealed class BackgroundWorkTests
{
    static readonly AuthenticationFailedException NoToken = new("no token");

    [Fact]
    public async Task Messages_are_sent_again_once_there_are_tokens_again()
    {
        var sent = new List<string>();
        var refusals = 20;
        var queue = new Mock<QueueClient>();
        queue.Setup(one => one.SendMessageAsync(It.IsAny<string>(), It.IsAny<TimeSpan?>(), It.IsAny<TimeSpan?>(),
            It.IsAny<CancellationToken>()))
            .Callback((string text, TimeSpan? _, TimeSpan? _, CancellationToken _) =>
            {
                if (Interlocked.Decrement(ref refusals) >= 0) throw NoToken;
                lock (sent) sent.Add(text);
            })
            .ReturnsAsync(Response.FromValue<SendReceipt>(null!, null!));
        var queues = Mock.Of<QueueServiceClient>(service => service.GetQueueClient(It.IsAny<string>()) == queue.Object);
        using var sender = new BackgroundSender(new MessageSender(queues), NullLogger<BackgroundSender>.Instance);
        await sender.StartAsync(CancellationToken.None);

        for (var message = 1; message <= 21; message++) sender.Post(Queues.Deliveries, $"{message}");
        await sender.StopAsync(CancellationToken.None); // what was posted before is still sent

        Assert.Single(sent);
    }

    public static TheoryData<Exception> Whatever => [NoToken, new InvalidOperationException("a fault of our own")];

    [Theory]
    [MemberData(nameof(Whatever))]
    public async Task Limits_are_stored_in_the_end_whatever_goes_wrong_before(Exception failure)
    {
        var stored = new TaskCompletionSource<int?>();
        var refusals = 3;
        var table = new Mock<TableClient>();
        table.Setup(one => one.GetEntityIfExistsAsync<TableEntity>(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<IEnumerable<string>>(),
            It.IsAny<CancellationToken>()))
            .ReturnsAsync(Mock.Of<NullableResponse<TableEntity>>());
        table.Setup(one => one.AddEntityAsync(It.IsAny<TableEntity>(), It.IsAny<CancellationToken>()))
            .Callback((TableEntity row, CancellationToken _) =>
            {
                if (refusals-- > 0) throw failure;
                stored.SetResult(row.GetInt32("Taken"));
            });
        var tables = Mock.Of<TableServiceClient>(service => service.GetTableClient(It.IsAny<string>()) == table.Object);
        var hash = new RowKeyHash(Options.Create(new SecretsOptions { RowKey = Convert.ToBase64String(new byte[32]) }));
        await using var provider = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var metrics = new ProductMetrics(provider.GetRequiredService<IMeterFactory>());
        var reader = new StoredReader(metrics, NullLogger<StoredReader>.Instance);
        using var limit = new RateLimit(tables, reader, hash, TimeProvider.System, NullLogger<RateLimit>.Instance);
        await limit.StartAsync(CancellationToken.None);

        await limit.TakeAsync("test", "client", 5, TimeSpan.FromHours(1), CancellationToken.None);

        Assert.Equal(1, await stored.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        await limit.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_visitor_meanwhile_is_asked_to_come_again()
    {
        var account = await StorageEmulator.NewAccountAsync();
        var identity = new AbsentIdentity();
        var options = new TableClientOptions();
        options.AddPolicy(identity, HttpPipelinePosition.PerCall);
        await using var stage = await Stage.OpenAsync(replace: services => services.AddSingleton(new TableServiceClient(account, options)),
            storage: account);

        identity.IsAway = true;
        var answer = await stage.Http.GetAsync("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.RetryAfter?.Delta);
    }

    sealed class AbsentIdentity : HttpPipelinePolicy
    {
        public bool IsAway { get; set; }

        // nobody waits so
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            IsAway ? throw NoToken : ProcessNextAsync(message, pipeline);
    }
}
