using ThaffFunctions.Programme;

namespace ThaffFunctions.Insights;

/// <param name="Text">What the answer is; null if it stands in the documentation of <paramref name="Session"/>.</param>
/// <param name="Session">The session that gave it; null if it came another way.</param>
/// <param name="On">When it came; null if the notes do not say.</param>
public sealed record Answer(string? Text, SessionId? Session, DateOnly? On);
