namespace ThaffFunctions.Statistics;

/// <summary>How many took part in a year's sessions so far, as it may be published.</summary>
/// <param name="Sessions">How many sessions are counted.</param>
/// <param name="Total">All together.</param>
/// <param name="Sectors">By sector; null where that could tell of single persons.</param>
/// <param name="Regions">By region; likewise.</param>
public sealed record YearParticipation(int Sessions, int Total, IReadOnlyList<PublicCount>? Sectors, IReadOnlyList<PublicCount>? Regions);
