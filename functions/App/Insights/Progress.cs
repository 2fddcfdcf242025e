using ThaffFunctions.Programme;

namespace ThaffFunctions.Insights;

/// <summary>How far a question or concern has come. A concern begins as raised, a question as open.</summary>
public enum InsightStage { Open, PassedOn, Answered }

/// <summary>What became of a question or concern.</summary>
/// <param name="Passed">Null while it was not passed on.</param>
/// <param name="Answer">Null while it is not answered.</param>
public sealed record Progress(PassedOn? Passed, Answer? Answer)
{
    public static readonly Progress None = new(null, null);

    public InsightStage Stage => (Passed, Answer) switch
    {
        (_, not null) => InsightStage.Answered,
        (not null, _) => InsightStage.PassedOn,
        _ => InsightStage.Open,
    };
}

/// <param name="To">To whom.</param>
/// <param name="On">When.</param>
public sealed record PassedOn(string To, DateOnly On);

/// <param name="Text">What the answer is; null if it stands in the documentation of <paramref name="Session"/>.</param>
/// <param name="Session">The session that gave it; null if it came another way.</param>
/// <param name="On">When it came; null if the notes do not say.</param>
public sealed record Answer(string? Text, SessionId? Session, DateOnly? On);
