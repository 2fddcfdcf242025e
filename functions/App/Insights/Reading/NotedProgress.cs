namespace ThaffFunctions.Insights.Reading;

/// <summary>
/// The progress of a question or concern according to the notes. What the notes do not mention keeps its value in the register, unless they
/// say that it is open again.
/// </summary>
public sealed record NotedProgress(PassedOn? Passed, Answer? Answer, bool IsOpenAgain)
{
    public static readonly NotedProgress None = new(null, null, false);

    public Progress After(Progress known) => IsOpenAgain ? new(Passed, Answer) : new(Passed ?? known.Passed, Answer ?? known.Answer);
}
