using ThaffFunctions.Programme;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Insights;

/// <summary>Erkenntnis, Ergebnis, offene Frage, Anliegen.</summary>
public enum InsightKind { Finding, Result, OpenQuestion, Concern }

/// <summary>Names an entry for good: it keeps its id when its text is mended.</summary>
/// <param name="Session">The session whose notes it stands in.</param>
/// <param name="Key">Unique among the entries that the session ever had; letters and digits.</param>
public readonly record struct InsightId(SessionId Session, string Key)
{
    public override string ToString() => $"{Session}.{Key}";
}

/// <summary>One entry of the register.</summary>
/// <param name="Id">Which.</param>
/// <param name="Kind">What the notes' section calls it.</param>
/// <param name="Text">What it says, without markup; a long one is cut and ends with an ellipsis. The documentation has it whole.</param>
/// <param name="Sectors">Whom it concerns; empty: all sectors.</param>
/// <param name="Progress">What became of it.</param>
public sealed record Insight(InsightId Id, InsightKind Kind, string Text, IReadOnlyList<Sector> Sectors, Progress Progress)
{
    /// <summary>Questions and concerns are followed up; findings and results simply stand.</summary>
    public bool IsFollowedUp => Kind is InsightKind.OpenQuestion or InsightKind.Concern;
}

/// <summary>The session that entries come from, as its documentation names it.</summary>
public sealed record InsightSource(SessionId Id, string Title, string Focus, DateTimeOffset Start);

/// <summary>What one session's published documentation brings into the register, in the order of the notes.</summary>
public sealed record SessionInsights(InsightSource Source, IReadOnlyList<Insight> Insights)
{
    /// <summary>The edition of the documentation they stand in.</summary>
    public string? Version { get; init; }
}
