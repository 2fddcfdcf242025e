namespace ThaffFunctions.Statistics;

/// <summary>How many took part in a year's past sessions, as it may be published.</summary>
/// <param name="Sessions">The number of sessions that are counted.</param>
/// <param name="Total">The total.</param>
/// <param name="Sectors">By sector; null if the numbers could identify persons.</param>
/// <param name="Regions">By region; null for the same reason.</param>
public sealed record YearParticipation(int Sessions, int Total, IReadOnlyList<PublicCount>? Sectors, IReadOnlyList<PublicCount>? Regions);
