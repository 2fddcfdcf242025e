using ThaffFunctions.Programme;

namespace ThaffFunctions.Insights;

/// <summary>The permanent id of an entry; it does not change when the text is corrected.</summary>
/// <param name="Session">The session whose notes contain it.</param>
/// <param name="Key">Unique among all entries that the session ever had; letters and digits.</param>
public readonly record struct InsightId(SessionId Session, string Key)
{
    public override string ToString() => $"{Session}.{Key}";
}
