using Azure;

namespace ThaffFunctions.Mail.Deliveries;

/// <summary>A partition that may hold deliveries whose message was lost.</summary>
public sealed record OpenPartition(string Table, string Partition, DateTimeOffset Until, ETag ETag);
