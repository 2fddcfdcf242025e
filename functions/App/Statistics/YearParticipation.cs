namespace ThaffFunctions.Statistics;

/// <summary>
/// How many were registered for a year's past sessions, as it is published. Total and sectors are added up from what the sessions publish,
/// and so tell nothing more.
/// </summary>
/// <param name="Sessions">The number of sessions that are counted.</param>
/// <param name="Total">The total.</param>
/// <param name="Sectors">By sector; null before the year is closed.</param>
/// <param name="Regions">By region, exact; null before the year is closed, or if the numbers could identify persons.</param>
public sealed record YearParticipation(int Sessions, int Total, IReadOnlyList<PublicCount>? Sectors, IReadOnlyList<PublicCount>? Regions)
{
    /// <summary>Of the sessions that tell it, added up; null if none does.</summary>
    public PublicModes? Modes { get; init; }
}
