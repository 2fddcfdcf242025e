using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Sending;

/// <summary>
/// Until when the mail service asked to be left alone (429): a row of table limits, so that all instances keep to it. It begins in
/// <see cref="DeliveryResults.PostponeAsync"/>.
/// </summary>
public sealed class MailThrottle(TableServiceClient tables, MessageSender messages, TimeProvider clock)
{
    const string Partition = "mail-service", Row = "pause";

    readonly TableClient table = tables.GetTableClient(Tables.Limits);

    /// <summary>How much longer; null if mails may be sent.</summary>
    public async Task<TimeSpan?> LeftAsync(CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellation);
        var left = row.HasValue ? row.Value!.GetDateTimeOffset("Ends") - clock.GetUtcNow() : null;
        return left > TimeSpan.Zero ? left : null;
    }

    /// <summary>While it lasts, has the message come again when it is over.</summary>
    /// <returns>False if mails may be sent.</returns>
    public async Task<bool> HoldsAsync(string queue, string message, CancellationToken cancellation)
    {
        if (await LeftAsync(cancellation) is not { } left) return false;

        await messages.SendAsync(queue, message, left, cancellation);
        return true;
    }

    public async Task BeginAsync(DateTimeOffset until, CancellationToken cancellation) => await table.UpsertEntityAsync(
        new TableEntity(Partition, Row) { ["Ends"] = until }, TableUpdateMode.Replace, cancellation);
}
