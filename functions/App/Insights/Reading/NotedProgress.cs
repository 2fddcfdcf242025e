namespace ThaffFunctions.Insights.Reading;

/// <summary>
/// What notes tell of a question or concern. What they do not mention stays as the register has it, unless they say it is open again.
/// </summary>
public sealed record NotedProgress(PassedOn? Passed, Answer? Answer, bool IsOpenAgain)
{
    public static readonly NotedProgress None = new(null, null, false);

    public Progress After(Progress known) => IsOpenAgain ? new(Passed, Answer) : new(Passed ?? known.Passed, Answer ?? known.Answer);
}
