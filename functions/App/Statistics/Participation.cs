namespace ThaffFunctions.Statistics;

/// <summary>
/// How many took part in a past session, as it may be published: registrations minus cancellations, until attendance is recorded.
/// </summary>
/// <param name="Total">The total; hidden if it is small.</param>
/// <param name="Sectors">By sector, without zeros; null if the numbers could identify persons.</param>
public sealed record Participation(PublicCount Total, IReadOnlyList<PublicCount>? Sectors);
