using ThaffFunctions.Programme;

namespace ThaffFunctions.Insights;

/// <param name="Text">The answer's text; null if the documentation of <paramref name="Session"/> contains the answer.</param>
/// <param name="Session">The session in which it was given; null if it was given elsewhere.</param>
/// <param name="On">The day on which it was given; null if the notes do not say.</param>
public sealed record Answer(string? Text, SessionId? Session, DateOnly? On)
{
    /// <summary>Who gave it; null if nobody said.</summary>
    public string? By { get; init; }
}
