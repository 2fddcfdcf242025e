using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Insights.Staff;

/// <summary>The page of <see cref="ListInsights"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Filter">What was chosen.</param>
/// <param name="Years">The years that there are.</param>
/// <param name="Overdue">Passed on, and the day of the answer is over.</param>
/// <param name="Sessions">The insights found, the latest session first.</param>
/// <param name="Left">How many more were found than are shown.</param>
/// <param name="LeftBehind">Entries with something recorded that the notes do not contain any more.</param>
public sealed record InsightListModel(
    StaffFrame Frame, QuestionFilter Filter, IReadOnlyList<int> Years, IReadOnlyList<Insight> Overdue,
    IReadOnlyList<SessionInsights> Sessions, int Left, IReadOnlyList<Insight> LeftBehind) : IModelOf<InsightListPage>
{
    const int MaxShown = 200;

    public static InsightListModel Of(
        StaffFrame frame, QuestionFilter filter, IReadOnlyList<SessionInsights> register, IReadOnlyList<Insight> leftBehind, DateOnly today)
    {
        List<SessionInsights> shown = [];
        var (room, left) = (MaxShown, 0);
        foreach (var (source, insights) in register.OrderByDescending(session => session.Source.Start))
        {
            Insight[] found = [.. insights.Where(insight => filter.Shows(source, insight))];
            if (found.Length > 0 && room > 0) shown.Add(new(source, [.. found.Take(room)]));
            left += Math.Max(0, found.Length - room);
            room = Math.Max(0, room - found.Length);
        }

        return new(frame, filter, [.. register.Select(session => session.Source.Id.Year).Distinct().OrderDescending()],
            OverdueAnswers.Among(register, leftBehind, today), shown, left, leftBehind);
    }
}
