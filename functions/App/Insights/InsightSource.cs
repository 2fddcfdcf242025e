using ThaffFunctions.Programme;

namespace ThaffFunctions.Insights;

/// <summary>The session that entries come from, with the facts that its documentation gives.</summary>
public sealed record InsightSource(SessionId Id, string Title, string Focus, DateTimeOffset Start);
