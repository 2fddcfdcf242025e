using ThaffFunctions.Programme;

namespace ThaffFunctions.Insights;

/// <summary>The session that entries come from, as its documentation names it.</summary>
public sealed record InsightSource(SessionId Id, string Title, string Focus, DateTimeOffset Start);
