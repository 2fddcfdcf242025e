using ThaffFunctions.Programme;

namespace ThaffFunctions.Insights;

/// <summary>Names an entry for good: it keeps its id when its text is mended.</summary>
/// <param name="Session">The session whose notes it stands in.</param>
/// <param name="Key">Unique among the entries that the session ever had; letters and digits.</param>
public readonly record struct InsightId(SessionId Session, string Key)
{
    public override string ToString() => $"{Session}.{Key}";
}
