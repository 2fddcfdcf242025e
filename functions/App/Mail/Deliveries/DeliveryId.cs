using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Deliveries;

/// <summary>
/// The address of a delivery's row: table, partition and row key. Written <c>table/partition/row</c> in messages and custom args.
/// </summary>
public sealed record DeliveryId(string Table, string Partition, string Row)
{
    public override string ToString() => $"{Table}/{Partition}/{Row}";

    /// <summary>
    /// False if this cannot be a delivery of the product: another table, a row of another kind, or characters that a key cannot have. Ids
    /// come back from outside, in events.
    /// </summary>
    public bool IsOurs => Table is Tables.Deliveries or Tables.Registrations or Tables.Subscribers
        && Row.StartsWith(Delivery.RowPrefix, StringComparison.Ordinal) && IsKey(Partition) && IsKey(Row);

    public static DeliveryId? Parse(string? text) =>
        text?.Split('/') is [{ Length: > 0 } table, { Length: > 0 } partition, { Length: > 0 } row] ? new(table, partition, row) : null;

    /// <summary>What Azure Table Storage takes as a key.</summary>
    static bool IsKey(string text) => text.Length <= 1024 && !text.Any(letter => letter is '\\' or '#' or '?' || char.IsControl(letter));
}
