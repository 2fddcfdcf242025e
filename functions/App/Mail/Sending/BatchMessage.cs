using ThaffFunctions.Mail.Deliveries;

namespace ThaffFunctions.Mail.Sending;

/// <summary>
/// What a message of queue <c>delivery-batches</c> says: a partition, and after which row to begin; from the first if none.
/// </summary>
static class BatchMessage
{
    const char Separator = '|'; // stands in no key of ours

    public static string After(DeliveryId last) => $"{last.Partition}{Separator}{last.Row}";

    public static (string Partition, string After) Read(string message) =>
        message.Split(Separator) is [var partition, var after] ? (partition, after) : (message, "");
}
