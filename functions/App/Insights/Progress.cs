namespace ThaffFunctions.Insights;

/// <summary>The progress of a question or concern.</summary>
/// <param name="Passed">Null if it was not passed on.</param>
/// <param name="Answer">Null if it is not answered.</param>
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
