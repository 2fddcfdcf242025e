using System.Diagnostics;
using System.Net.Http.Json;
using Azure;
using Azure.Data.Tables;

namespace ThaffFunctions.Benchmarks.Campaign;

/// <summary>
/// The same transactions and posts as a campaign and nothing else: subscribers are read by the page, a delivery row for each is written,
/// claimed and marked as sent, a hundred in a transaction, and every 500 are posted.
/// </summary>
sealed class BareCampaign(string storage, AtOnceMailService mail) : IDisposable
{
    const int Transaction = 100, Post = 500;

    readonly TableClient subscribers = new(storage, "subscribers");
    readonly TableClient rows = new(storage, "barecampaign");
    readonly HttpClient http = new() { BaseAddress = new(mail.Url) };

    /// <returns>Seconds until the last mail was accepted and marked.</returns>
    public async Task<double> RunAsync()
    {
        await rows.CreateIfNotExistsAsync();
        var run = Guid.NewGuid().ToString("N");
        var begun = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Subscribers.Partitions, new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (partition, cancellation) => await RunAsync($"{run}.{partition}", partition.ToString(), cancellation));
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    public void Dispose() => http.Dispose();

    async Task RunAsync(string partition, string from, CancellationToken cancellation)
    {
        List<(TableEntity Row, string Email)> known = [];
        await foreach (var page in subscribers.QueryAsync<TableEntity>($"PartitionKey eq '{from}' and State eq 'Active'", cancellationToken: cancellation).AsPages())
        {
            foreach (var some in page.Values.Chunk(Transaction))
            {
                TableEntity[] added = [.. some.Select(subscriber => new TableEntity(partition, $"delivery-{subscriber.RowKey}")
                {
                    ["Kind"] = "invitation", ["Recipient"] = subscriber.RowKey, ["State"] = "Queued", ["Attempts"] = 0,
                })];
                var tags = await SubmitAsync(added, TableTransactionActionType.Add, cancellation);
                foreach (var ((row, tag), subscriber) in added.Zip(tags).Zip(some))
                {
                    row.ETag = tag;
                    known.Add((row, subscriber.GetString("Email")));
                }
            }
        }

        foreach (var batch in known.Chunk(Post))
        {
            await MarkAsync(batch, "Sending", cancellation);
            using var answer = await http.PostAsJsonAsync("/v3/mail/send",
                new { personalizations = batch.Select(one => new { to = new[] { new { email = one.Email } } }) }, cancellation);
            answer.EnsureSuccessStatusCode();
            await MarkAsync(batch, "Sent", cancellation);
        }
    }

    async Task MarkAsync(IEnumerable<(TableEntity Row, string Email)> batch, string state, CancellationToken cancellation)
    {
        foreach (var some in batch.Select(one => one.Row).Chunk(Transaction))
        {
            foreach (var row in some) row["State"] = state;
            var tags = await SubmitAsync(some, TableTransactionActionType.UpdateReplace, cancellation);
            foreach (var (row, tag) in some.Zip(tags)) row.ETag = tag;
        }
    }

    async Task<IEnumerable<ETag>> SubmitAsync(
        IEnumerable<TableEntity> some, TableTransactionActionType kind, CancellationToken cancellation) =>
        (await rows.SubmitTransactionAsync(some.Select(row => new TableTransactionAction(kind, row, row.ETag)), cancellation)).Value
            .Select(answer => answer.Headers.ETag!.Value);
}
