using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using ThaffFunctions.Operations.Limits;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Operations.Limits;

public sealed class RateLimitTests
{
    static readonly NullableResponse<TableEntity> NoRow = Mock.Of<NullableResponse<TableEntity>>();

    [Fact]
    public async Task A_rush_of_one_client_reads_its_count_once_and_lets_through_no_more_than_allowed()
    {
        var answer = new TaskCompletionSource<NullableResponse<TableEntity>>();
        var reads = 0;
        using var limit = Limit(() =>
        {
            Interlocked.Increment(ref reads);
            return answer.Task;
        });

        var rush = Enumerable.Range(0, 500).Select(_ => TakeAsync(limit)).ToList();
        answer.SetResult(NoRow);

        Assert.Equal(20, (await Task.WhenAll(rush)).Count(wait => wait is null));
        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task A_count_that_could_not_be_read_is_read_again_by_the_next_request()
    {
        var answers = new Queue<Task<NullableResponse<TableEntity>>>(
            [Task.FromException<NullableResponse<TableEntity>>(new RequestFailedException(503, "busy")), Task.FromResult(NoRow)]);
        using var limit = Limit(answers.Dequeue);

        await Assert.ThrowsAsync<RequestFailedException>(() => TakeAsync(limit));

        Assert.Null(await TakeAsync(limit));
    }

    [Fact]
    public async Task A_count_that_could_not_be_read_is_read_again_even_if_nobody_waited_for_it_any_more()
    {
        var late = new TaskCompletionSource<NullableResponse<TableEntity>>();
        var answers = new Queue<Task<NullableResponse<TableEntity>>>([late.Task, Task.FromResult(NoRow)]);
        using var limit = Limit(answers.Dequeue);
        using var gone = new CancellationTokenSource();

        // Outside of the test's synchronization context, so that what awaits the answer has gone on when SetException returns.
        var given = Task.Run(() => TakeAsync(limit, gone.Token));
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        await Task.Run(() => late.SetException(new RequestFailedException(503, "busy")));

        Assert.Null(await TakeAsync(limit));
    }

    static Task<TimeSpan?> TakeAsync(RateLimit limit, CancellationToken cancellation = default) =>
        limit.TakeAsync("test", "203.0.113.7", 20, TimeSpan.FromHours(1), cancellation);

    static RateLimit Limit(Func<Task<NullableResponse<TableEntity>>> read)
    {
        var table = new Mock<TableClient>();
        table.Setup(one => one.GetEntityIfExistsAsync<TableEntity>(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<IEnumerable<string>>(),
            It.IsAny<CancellationToken>())).Returns(read);
        var tables = Mock.Of<TableServiceClient>(service => service.GetTableClient(It.IsAny<string>()) == table.Object);
        var hash = new RowKeyHash(Options.Create(new SecretsOptions { RowKey = Convert.ToBase64String(new byte[32]) }));
        var reader = new StoredReader(null!, NullLogger<StoredReader>.Instance); // counts rows that cannot be read; here are none
        return new(tables, reader, hash, TimeProvider.System, NullLogger<RateLimit>.Instance);
    }
}
