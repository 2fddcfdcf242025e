using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Operations.Health;

/// <summary>Whether the data account answers and has all tables, containers and queues of the product.</summary>
public sealed class StorageState(TableServiceClient tables, BlobServiceClient blobs, QueueServiceClient queues)
{
    const string TablesName = "Tabellen";
    const string ContainersName = "Dateien";
    const string QueuesName = "Warteschlangen";

    public Task<PartState[]> LookAsync(CancellationToken cancellation) => Task.WhenAll(
        PartState.OfAsync(TablesName, LookAtTablesAsync, cancellation),
        PartState.OfAsync(ContainersName, LookAtContainersAsync, cancellation),
        PartState.OfAsync(QueuesName, LookAtQueuesAsync, cancellation));

    /// <summary>What failed again and again and waits for somebody.</summary>
    public async Task<IReadOnlyList<ToDo>> LeftBehindAsync(CancellationToken cancellation) => await CountPoisonAsync(cancellation) switch
    {
        0 => [],
        1 => [new("1 Vorgang ist liegen geblieben", DecideOnLeftBehind.Path)],
        var count => [new($"{count} Vorgänge sind liegen geblieben", DecideOnLeftBehind.Path)],
    };

    async Task<int> CountPoisonAsync(CancellationToken cancellation) => (await Task.WhenAll(
        Queues.All.Split(';').Select(name => queues.LengthAsync(name + Queues.Poison, cancellation)))).Sum(length => length ?? 0);

    async Task<PartState> LookAtTablesAsync(CancellationToken cancellation) =>
        Found(TablesName, await Task.WhenAll(Tables.All.Split(';').Select(async name =>
        (name, await tables.QueryAsync(table => table.Name == name, cancellationToken: cancellation).AnyAsync(cancellation)))));

    async Task<PartState> LookAtContainersAsync(CancellationToken cancellation) =>
        Found(ContainersName, await Task.WhenAll(Containers.All.Split(';').Select(async name =>
        (name, (await blobs.GetBlobContainerClient(name).ExistsAsync(cancellation)).Value))));

    async Task<PartState> LookAtQueuesAsync(CancellationToken cancellation)
    {
        var found = Found(QueuesName, await Task.WhenAll(Queues.All.Split(';').Select(async name =>
            (name, (await queues.GetQueueClient(name).ExistsAsync(cancellation)).Value))));
        if (!found.IsWell) return found;

        return await CountPoisonAsync(cancellation) is var given and > 0
            ? new(QueuesName, false, given == 1 ? "1 Vorgang ist liegen geblieben." : $"{given} Vorgänge sind liegen geblieben.")
            : found;
    }

    static PartState Found(string part, IReadOnlyList<(string Name, bool IsThere)> items) =>
        items.Where(item => !item.IsThere).Select(item => item.Name).ToList() is { Count: > 0 } missing
        ? new(part, false, $"Es fehlen: {string.Join(", ", missing)}.")
        : new(part, true, $"{items.Count} vorhanden.");
}
