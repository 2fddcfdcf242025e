namespace ThaffFunctions.Insights;

/// <summary>The progress of a question or concern.</summary>
/// <param name="Passed">Null if it was not passed on.</param>
/// <param name="Answer">Null if it is not answered.</param>
public sealed record Progress(PassedOn? Passed, Answer? Answer)
{
    public static readonly Progress None = new(null, null);

    /// <summary>
    /// Of each step the later one: what has no date is earlier than what has one, and on the same day counts what was recorded.
    /// </summary>
    public static Progress Later(Progress noted, Progress recorded) => new(
        noted.Passed is { } passed && (recorded.Passed is null || passed.On > recorded.Passed.On) ? passed : recorded.Passed,
        noted.Answer is { } answer && (recorded.Answer is null || answer.On > recorded.Answer.On) ? answer : recorded.Answer);

    /// <summary>Passed on, not answered, and the day by which an answer was expected is over.</summary>
    public bool IsOverdueOn(DateOnly day) => Stage == InsightStage.PassedOn && Passed!.AnswerBy < day;

    public InsightStage Stage => (Passed, Answer) switch
    {
        (_, not null) => InsightStage.Answered,
        (not null, _) => InsightStage.PassedOn,
        _ => InsightStage.Open,
    };
}
