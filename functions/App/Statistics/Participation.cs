namespace ThaffFunctions.Statistics;

/// <summary>
/// How many were registered for a past session, as it is published: with a seat, until attendance is recorded. Published more than once
/// (page, PDF, year volume, new editions), so all numbers are rounded.
/// </summary>
/// <param name="Total">How many.</param>
/// <param name="Sectors">By sector; null if the numbers could identify persons.</param>
public sealed record Participation(int Total, IReadOnlyList<PublicCount>? Sectors)
{
    /// <summary>How many of them on site and online; null where seats were not given out apart, or one number is small.</summary>
    public PublicModes? Modes { get; init; }
}
