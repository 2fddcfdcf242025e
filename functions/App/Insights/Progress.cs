namespace ThaffFunctions.Insights;

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
