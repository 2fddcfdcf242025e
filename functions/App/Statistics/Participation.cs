namespace ThaffFunctions.Statistics;

/// <summary>
/// How many took part in a session that is over, as it may be published: registered minus cancelled, until attendance is taken.
/// </summary>
/// <param name="Total">All together; small totals are not told.</param>
/// <param name="Sectors">By sector, zeros left out; null where that could tell of single persons.</param>
public sealed record Participation(PublicCount Total, IReadOnlyList<PublicCount>? Sectors);
