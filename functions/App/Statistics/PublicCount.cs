using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Statistics;

/// <summary>A count as it may be published.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Count">The number; null where it is not told.</param>
/// <param name="IsSmall">It is not told because it is small; otherwise because a small one could be computed from it.</param>
public sealed record PublicCount(string Name, int? Count, bool IsSmall)
{
    public override string ToString() => Count?.ToString("#,0", Berlin.German) ?? (IsSmall ? $"<{SmallCounts.Limit}" : "–");
}
