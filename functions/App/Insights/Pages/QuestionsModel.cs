using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Insights.Pages;

/// <summary>The page with questions and concerns.</summary>
/// <param name="Filter">The visitor's choices.</param>
/// <param name="Choices">The choices that the form offers.</param>
/// <param name="Sessions">The entries found, the latest session first.</param>
/// <param name="Left">How many more were found than are shown.</param>
/// <param name="Titles">The titles of the sessions in the programme.</param>
public sealed record QuestionsModel(
    QuestionFilter Filter, QuestionChoices Choices, IReadOnlyList<SessionInsights> Sessions, int Left,
    IReadOnlyDictionary<SessionId, string> Titles)
    : IModelOf<QuestionsPage>
{
    public int Count => Sessions.Sum(session => session.Insights.Count);

    public static QuestionsModel Of(IReadOnlyList<SessionInsights> register, QuestionFilter filter,
        IReadOnlyDictionary<SessionId, string> titles)
    {
        var (shown, left) = filter.Among(register);
        return new(filter, QuestionChoices.Of(register, filter), shown, left, titles);
    }
}
