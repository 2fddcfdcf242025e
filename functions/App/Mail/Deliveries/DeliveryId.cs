namespace ThaffFunctions.Mail.Deliveries;

/// <summary>
/// Tells where the row stands: a table, a partition of it, a row. Written <c>table/partition/row</c> in messages and custom args.
/// </summary>
public sealed record DeliveryId(string Table, string Partition, string Row)
{
    public override string ToString() => $"{Table}/{Partition}/{Row}";

    public static DeliveryId? Parse(string? text) =>
        text?.Split('/') is [{ Length: > 0 } table, { Length: > 0 } partition, { Length: > 0 } row] ? new(table, partition, row) : null;
}
