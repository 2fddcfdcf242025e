using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Statistics;

/// <summary>A count as it is published.</summary>
/// <param name="Name">What is counted, in German.</param>
/// <param name="Count">How many.</param>
public sealed record PublicCount(string Name, int Count)
{
    /// <summary>What is published more than once is rounded to a multiple of five; never to zero what is at least five.</summary>
    public static int Rounded(int count)
    {
        const int step = DisclosureThreshold.Minimum;
        return (count + step / 2) / step * step;
    }

    public override string ToString() => Count.ToString("#,0", Berlin.German);
}
