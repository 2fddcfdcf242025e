namespace ThaffFunctions.Reports;

/// <summary>How many took part in a session that is over, as it may be published: registered minus cancelled, until attendance is taken.</summary>
/// <param name="Total">All together; small totals are not told.</param>
/// <param name="Sectors">By sector, zeros left out; null where that could tell of single persons.</param>
public sealed record Participation(PublicCount Total, IReadOnlyList<PublicCount>? Sectors);

/// <summary>How many took part in a year's sessions so far, as it may be published.</summary>
/// <param name="Sessions">How many sessions are counted.</param>
/// <param name="Total">All together.</param>
/// <param name="Sectors">By sector; null where that could tell of single persons.</param>
/// <param name="Regions">By region; likewise.</param>
public sealed record YearParticipation(int Sessions, int Total, IReadOnlyList<PublicCount>? Sectors, IReadOnlyList<PublicCount>? Regions);
