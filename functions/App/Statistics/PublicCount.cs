using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Statistics;

/// <summary>A count as it is published.</summary>
/// <param name="Name">What is counted, in German.</param>
/// <param name="Count">How many.</param>
public sealed record PublicCount(string Name, int Count)
{
    public override string ToString() => Count.ToString("#,0", Berlin.German);
}
