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
    public static InsightListModel Of(
        StaffFrame frame, QuestionFilter filter, IReadOnlyList<SessionInsights> register, IReadOnlyList<Insight> leftBehind, DateOnly today)
    {
        var (shown, left) = filter.Among(register);
        return new(frame, filter, [.. register.Select(session => session.Source.Id.Year).Distinct().OrderDescending()],
            OverdueAnswers.Among(register, leftBehind, today), shown, left, leftBehind);
    }
}
