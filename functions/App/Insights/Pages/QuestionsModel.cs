using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Insights.Pages;

/// <summary>The page of questions and concerns.</summary>
/// <param name="Filter">What the visitor chose.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Sessions">What was found, the latest session first.</param>
/// <param name="Left">How many more there are.</param>
/// <param name="Titles">Of the sessions that the programme knows.</param>
public sealed record QuestionsModel(
    QuestionFilter Filter, QuestionChoices Choices, IReadOnlyList<SessionInsights> Sessions, int Left,
    IReadOnlyDictionary<SessionId, string> Titles)
    : IModelOf<QuestionsPage>
{
    /// <summary>Of one page; more are found by choosing a year.</summary>
    const int MostShown = 200;

    public int Count => Sessions.Sum(session => session.Insights.Count);

    public static QuestionsModel Of(IReadOnlyList<SessionInsights> register, QuestionFilter filter,
        IReadOnlyDictionary<SessionId, string> titles)
    {
        List<SessionInsights> shown = [];
        var (room, left) = (MostShown, 0);
        foreach (var (source, insights) in register.OrderByDescending(session => session.Source.Start))
        {
            Insight[] found = [.. insights.Where(insight => filter.Shows(source, insight))];
            if (found.Length > 0 && room > 0) shown.Add(new(source, [.. found.Take(room)]));
            left += Math.Max(0, found.Length - room);
            room = Math.Max(0, room - found.Length);
        }

        return new(filter, QuestionChoices.Of(register, filter), shown, left, titles);
    }
}
