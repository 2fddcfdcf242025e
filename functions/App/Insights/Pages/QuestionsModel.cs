using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Insights.Pages;

/// <summary>The page of questions and concerns.</summary>
/// <param name="Filter">What the visitor chose.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Sessions">What was found, the latest session first.</param>
/// <param name="Left">How many more there are.</param>
/// <param name="Titles">Of the sessions that the programme knows.</param>
public sealed record QuestionsModel(
    QuestionFilter Filter, QuestionChoices Choices, IReadOnlyList<SessionInsights> Sessions, int Left, IReadOnlyDictionary<SessionId, string> Titles)
    : IModelOf<QuestionsPage>
{
    /// <summary>Of one page; more are found by choosing a year.</summary>
    const int MostShown = 200;

    public int Count => Sessions.Sum(session => session.Insights.Count);

    public static QuestionsModel Of(IReadOnlyList<SessionInsights> register, QuestionFilter filter, IReadOnlyDictionary<SessionId, string> titles)
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

/// <summary>Years, focuses and sectors that the register has, and what was chosen: a form that shows less than it filters by would be misread.</summary>
public sealed record QuestionChoices(IReadOnlyList<int> Years, IReadOnlyList<string> Focuses, IReadOnlyList<Sector> Sectors)
{
    public static QuestionChoices Of(IReadOnlyList<SessionInsights> register, QuestionFilter chosen)
    {
        var sessions = register.Where(session => session.Insights.Any(insight => insight.IsFollowedUp)).ToList();
        var named = sessions.SelectMany(session => session.Insights).SelectMany(insight => insight.Sectors).ToHashSet();
        return new(
            [.. sessions.Select(session => session.Source.Id.Year).Concat(chosen.Year is { } year ? [year] : []).Distinct().OrderDescending()],
            [.. sessions.Select(session => session.Source.Focus).Append(chosen.Focus ?? "").Where(focus => focus.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Create(Berlin.German, ignoreCase: true))],
            [.. Sector.All.Where(sector => named.Contains(sector) || sector.Key == chosen.Sector)]);
    }
}
