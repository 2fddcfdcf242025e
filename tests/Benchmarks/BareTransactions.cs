using Azure;
using Azure.Data.Tables;

namespace ThaffFunctions.Benchmarks;

/// <summary>
/// What the product's transaction is at the least: the seats row replaced under its ETag, and for each registration an attendee, the
/// address in use and a delivery.
/// </summary>
sealed class BareTransactions
{
    readonly TableClient table;
    readonly string partition = Guid.NewGuid().ToString("N");
    ETag etag;
    int taken;

    BareTransactions(Storage storage) => table = new(storage.ConnectionString, "bare");

    public static async Task<BareTransactions> PrepareAsync(Storage storage)
    {
        var bare = new BareTransactions(storage);
        await bare.table.CreateIfNotExistsAsync();
        bare.etag = (await bare.table.AddEntityAsync(bare.Seats())).Headers.ETag!.Value;
        return bare;
    }

    public async Task RunAsync(int registrations)
    {
        taken += registrations;
        var answers = await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpdateReplace, Seats(), etag),
            .. Enumerable.Range(0, registrations).SelectMany(_ => Rows(Guid.NewGuid().ToString("N"))),
        ]);
        etag = answers.Value[0].Headers.ETag!.Value;
    }

    /// <summary>Looks for the row of an address that nobody has used: whether one is known must not be told by an answer's time.</summary>
    public Task ReadAsync() => table.GetEntityIfExistsAsync<TableEntity>(partition, $"address-{Guid.NewGuid():N}", ["RowKey"]);

    TableEntity Seats() => new(partition, "seats") { ["Taken"] = taken };

    TableTransactionAction[] Rows(string id) =>
    [
        new(TableTransactionActionType.Add, new TableEntity(partition, "attendee-" + id)
        {
            ["FirstName"] = "Gast", ["LastName"] = id, ["Email"] = $"{id}@example.org", ["Company"] = "Werkstatt", ["Sector"] = "handwerk",
            ["Region"] = "erfurt",
        }),
        new(TableTransactionActionType.Add, new TableEntity(partition, "address-" + id) { ["Persons"] = 1 }),
        new(TableTransactionActionType.Add, new TableEntity(partition, "delivery-" + id) { ["Kind"] = "seated", ["State"] = "Queued" }),
    ];
}
