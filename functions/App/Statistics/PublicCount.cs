using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Statistics;

/// <summary>A count as it may be published.</summary>
/// <param name="Name">What is counted, in German.</param>
/// <param name="Count">The number; null if it is hidden.</param>
/// <param name="IsSmall">Whether it is hidden because it is small; otherwise it is hidden because a small count could be computed from
/// it.</param>
public sealed record PublicCount(string Name, int? Count, bool IsSmall)
{
    public override string ToString() => Count?.ToString("#,0", Berlin.German) ?? (IsSmall ? $"<{SmallCounts.SmallestShown}" : "–");
}
