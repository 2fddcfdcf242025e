using Azure;

namespace ThaffFunctions.Mail.Deliveries;

/// <summary>A partition that may hold deliveries nobody looks after, because their message got lost.</summary>
public sealed record OpenPartition(string Table, string Partition, DateTimeOffset Until, ETag ETag);
